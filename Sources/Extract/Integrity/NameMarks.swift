/// Words that mostly follow or go before the name of a Chinese province or city.
enum NameMarks {
    /// What the administration of Hong Kong and Macau has, and no other place.
    static let special: [StaticString] = ["特区政府", "特区政", "行政长官", "立法会", "区议会", "廉署", "廉政公署"]

    /// What a province or city of China has, and companies, people and other countries have not.
    static let institutions: [StaticString] = [
        "日报", "晚报", "早报", "商报", "都市报", "青年报", "卫视", "电视台", "广播电视", "新闻网", "人民政府", "人民广播", "地铁", "市民", "人大", "特区",
        "交警", "等地", "网友", "房产", "楼市", "公安", "高院", "中院", "检察院", "证监局", "银保监局", "卫健委", "火车站", "高铁站", "自贸", "自由贸易", "户籍",
        "大学", "证券交易所", "国际机场", "军区", "军分区", "工程技术大学", "师范大学", "医科大学", "理工大学",
        "科技大学", "交通大学", "工业大学", "农业大学", "财经大学", "外国语大学", "中医药", "儿童医院", "职业技术学院",
    ]

    /// What places of any country have, and other things seldom.
    static let places: [StaticString] = [
        "警方", "民众", "机场", "消防", "法院", "海关", "同胞", "分公司", "分行", "分社", "地区", "当局", "居民", "村民", "境内", "周边", "沿海",
        "城区", "郊区", "市区", "主城区", "老城区", "山区", "东部", "西部", "南部", "北部", "天气", "气象", "总队", "支队", "分局", "高考", "中考", "高速",
        "收费站", "新区", "方言", "特产", "冬奥", "亚运", "世博", "本地", "当地", "各地", "籍", "以外", "房价", "方向", "铁路", "男排", "女排", "男篮",
        "女篮", "武警", "政府", "中小学", "高校", "公交", "出租车",
    ]

    /// What is said of a place before its name. Longer words stand before shorter ones.
    static let before: [StaticString] = [
        "来自", "位于", "坐落于", "抵达", "飞往", "前往", "离开", "来到", "回到", "到达", "途经", "返回", "定居", "现居", "滞留", "驰援", "走进", "落户",
        "通往", "赴", "驻", "在",
    ]

    /// Words that end with 在, 驻 or 赴 and go before anything.
    static let otherwise: [StaticString] = [
        "现在", "正在", "存在", "实在", "所在", "内在", "外在", "潜在", "旨在", "好在", "贵在", "重在", "意在", "入驻", "奔赴",
    ]

    /// Whether a name of a place or one of the marks may begin with the two characters; never wrongly no.
    static func mayFollow(_ first: UInt32, _ second: UInt32) -> Bool {
        switch first {
        // 省, 市, 、 and 籍 are marks by themselves.
        case 0x7701, 0x5E02, 0x3001, 0x7C4D: true
        default: filter.withUnsafeBufferPointer { Gazetteer.mayBegin($0, first, second) }
        }
    }

    /// Whether one of the words that go before a name may end with the character.
    static func mayGoBefore(_ last: UInt32) -> Bool { lastOfBefore.contains(last) }

    private static let lastOfBefore = Set(before.compactMap { $0.description.unicodeScalars.last?.value })

    /// The first characters of names and of the marks behind them: one bit for every pair, 32,768 bits.
    static let filter: [UInt64] = {
        var bits = Gazetteer.filter
        for mark in special + institutions + places + ["自治", "壮族", "回族", "维吾", "特别", "时间", "公网", "公網"] {
            let scalars = mark.description.unicodeScalars.prefix(2).map(\.value)
            guard scalars.count == 2 else { continue }
            Gazetteer.note(scalars[0], scalars[1], in: &bits)
        }
        return bits
    }()
}
