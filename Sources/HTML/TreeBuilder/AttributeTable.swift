/// What attribute names become in foreign content, by number; 0 where they stay. Made at first use.
struct AttributeTable: Sendable {
    private(set) var svg: [UInt32]
    private(set) var mathml: [UInt32]

    static let shared = AttributeTable()

    private init() {
        let names = KnownNames.attributes
        svg = [UInt32](repeating: 0, count: names.entries.count)
        mathml = svg
        for name in KnownAttributes.namespaced.words {
            svg[Int(names.number(of: Self.parsed(name)))] = names.number(of: name)
        }
        mathml = svg
        mathml[Int(names.number(of: "definitionurl".utf8))] = AttributeName.definitionURL.rawValue
        for name in KnownAttributes.adjustedSVG.words {
            svg[Int(names.number(of: name.map(\.lowercased)))] = names.number(of: name)
        }
    }

    /// How a name with a namespace is written in markup.
    private static func parsed(_ name: [UInt8]) -> [UInt8] {
        if name == Array("xmlns/xmlns".utf8) { return Array("xmlns".utf8) }
        return name.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: ":") : $0 }
    }
}
