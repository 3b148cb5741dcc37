/// The words in class and id attributes that name navigation and the like.
enum BoilerplateNames {
    /// Whether a word of the value, as `-`, `_`, space or a change of case part them, is one of the names.
    static func occur(in value: UnsafeBufferPointer<UInt8>) -> Bool {
        var word: [UInt8] = []
        for byte in value.prefix(256) {
            let isUpper = (0x41...0x5A).contains(byte)
            let isLetter = isUpper || (0x61...0x7A).contains(byte)
            if !isLetter || isUpper, isName(word) { return true }
            if !isLetter || isUpper && (word.last.map { !wasUpper($0) } ?? false) {
                word.removeAll(keepingCapacity: true)
            }
            if isLetter, word.count < 24 { word.append(byte) }
        }
        return isName(word)
    }

    private static func wasUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    private static func isName(_ word: [UInt8]) -> Bool {
        word.count >= 3 && names.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private static let names: Set<String> = [
        "nav", "navbar", "navi", "navigation", "menu", "submenu", "menubar", "footer", "foot", "bottom", "breadcrumb",
        "breadcrumbs", "crumb", "crumbs", "copyright", "pagination", "pager", "paging", "friendlink", "friendlinks",
        "flink", "links", "topbar", "toolbar", "sitenav", "subnav", "mainnav", "topnav", "weizhi", "daohang", "dibu",
        "banquan", "share", "social", "login",
    ]
}
