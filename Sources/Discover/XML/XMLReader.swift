import CXML2

/// The limits within which a document is read.
struct XMLLimits: Sendable {
    /// Elements inside one another; libxml2's own limit is 256.
    var maximumDepth = 128
    /// Elements and texts.
    var maximumNodes = 2_000_000
    /// Text and attribute values, in bytes.
    var maximumTextBytes = 256 << 20
    /// Errors that are recovered from.
    var maximumErrors = 20_000
    /// What declared entities may add to the document, in bytes.
    var maximumEntityBytes = 1 << 20
}

/// Reads XML with libxml2 in recover mode: no network, no external entities, no DTD, nothing on standard error.
///
/// The input is UTF-8, whatever its declaration says. What libxml2 cannot recover from is repaired before it (see
/// ``XMLRepair``). Entities are not expanded by libxml2 at all, so no document grows: declared ones that are plain text
/// are put in by the repair, within ``XMLLimits/maximumEntityBytes``.
enum XMLReader {
    /// The tree of a document; empty where there is no element.
    ///
    /// Read once more where it declares entities, or is not well-formed: libxml2 closes an element at each end tag,
    /// whatever its name, and at each start tag that it cannot read, and stops when the root is closed; so the second
    /// reading puts elements around the document that it may close.
    static func read(_ utf8: [UInt8], limits: XMLLimits = XMLLimits()) -> XMLTree {
        _ = initialized
        let first = parse(XMLRepair.repair(utf8, limits: limits), limits: limits)
        guard !first.entities.isEmpty || first.hasErrors else { return first.tree }
        let slack = first.hasErrors ? XMLReader.slack : 0
        let repaired = XMLRepair.repair(utf8, entities: first.entities, slack: slack, limits: limits)
        return parse(repaired, limits: limits, isHuge: first.hasErrors).tree
    }

    /// How many end tags too many a document may have.
    private static let slack = 1000

    /// libxml2 wants its globals set up once, before any thread parses.
    private static let initialized: Void = xmlInitParser()

    private static func parse(
        _ utf8: [UInt8], limits: XMLLimits, isHuge: Bool = false
    ) -> (tree: XMLTree, entities: [String: String], hasErrors: Bool) {
        guard !utf8.isEmpty, utf8.count < Int(Int32.max), let parser = xmlNewParserCtxt() else {
            return (XMLTree(), [:], false)
        }
        defer { xmlFreeParserCtxt(parser) }
        let builder = XMLTreeBuilder(parser: parser, limits: limits)
        install(builder, in: parser)
        var options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        // libxml2's own depth grows with every end tag that is missing; the builder has its own limit.
        if isHuge { options |= XML_PARSE_HUGE.rawValue }
        utf8.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let document = xmlCtxtReadMemory(parser, start, Int32(bytes.count), nil, "UTF-8", Int32(options))
            // Without a tree-building handler there is no document; libxml2 makes one only to hold declared entities.
            xmlFreeDoc(document)
        }
        return withExtendedLifetime(builder) { (builder.finish(), builder.entities, builder.hasErrors) }
    }
}
