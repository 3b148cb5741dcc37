/// A place in the text where only the name of a Chinese province, city or district fits, or mostly such a name.
struct NameSlot: Hashable {
    enum Kind {
        /// 省 or 市 and a body that Chinese provinces and cities have.
        case provinceBody, cityBody
        /// 省, 市 and 自治区 alone, which verbs may stand before too.
        case province, city, region
        /// 省 or 市, and the province's own town or the city's own district behind it; 壮族自治区; 特别行政区.
        case ownerOfTown, namedRegion
        /// The province's own town follows at once: 四川绵阳.
        case ownerNamed
        /// 日报, 卫视, 大学 and others that mostly follow a name.
        case institution
        /// An item of a list of places.
        case sibling
        /// Between two names, with 、.
        case enumeration
        /// 北京时间12月3日.
        case time
        /// 新华社北京12月3日电.
        case dateline
        /// Before ICP备 or 公网安备, or in the brackets of a licence number.
        case licence
        /// Behind the @ of a mail address.
        case mail
        /// 行政长官 and others that Hong Kong and Macau alone have.
        case special
        /// 街头, 居民 and others that mostly follow a place of any country.
        case place
        /// Behind 位于 or 来自.
        case locative
    }

    var kind: Kind
    /// Tells one use from another: what comes next, in bytes; places of one phrase that go on alike are no more than one.
    var continuation: UInt64
    /// The name that this place points to, where it points to one.
    var owner: String?

    /// Whether a word of everyday cannot stand there.
    var isClosed: Bool {
        switch kind {
        case .provinceBody, .cityBody, .ownerOfTown, .namedRegion, .sibling, .licence, .special: true
        default: false
        }
    }

    /// Whether a phrase with figures, Latin letters or marks in it cannot stand there rightly.
    var isClosedToMarks: Bool {
        switch kind {
        case .institution, .ownerNamed, .place, .locative: false
        default: true
        }
    }

    /// Whether a verb or the like cannot stand there: 落实省委 is one, 落实日报 is none.
    var isNoun: Bool {
        switch kind {
        case .ownerOfTown, .namedRegion, .sibling, .licence, .institution, .enumeration, .dateline, .special, .locative:
            true
        default: false
        }
    }
}
