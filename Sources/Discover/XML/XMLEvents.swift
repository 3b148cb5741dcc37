import CXML2

// libxml2's SAX2 callbacks: each recovers the builder and calls one of its methods.

/// Replaces every handler of the parser; what is not set here is left out, so libxml2 builds nothing and prints nothing.
///
/// The user data is the builder rather than the parser: libxml2 then never falls back to its own entity table.
func install(_ builder: XMLTreeBuilder, in parser: xmlParserCtxtPtr) {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, prefix, uri, _, _, count, _, attributes in
        guard let name else { return }
        builderOf(context)?.startElement(
            name: name, prefix: prefix, uri: uri, attributes: attributes, attributeCount: Int(count))
    }
    handler.endElementNs = { context, name, _, _ in
        guard let name else { return }
        builderOf(context)?.endElement(name: name)
    }
    handler.characters = { context, bytes, count in
        builderOf(context)?.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.entityDecl = { context, name, type, _, _, value in
        guard type == Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue), let name, let value else { return }
        builderOf(context)?.declareEntity(String(cString: name), value: String(cString: value))
    }
    handler.serror = { context, error in
        guard let error else { return }
        builderOf(context)?.report(error.pointee)
    }
    parser.pointee.sax.update(from: &handler, count: 1)
    parser.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
}

private func builderOf(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    context.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}
