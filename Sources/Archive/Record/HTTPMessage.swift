internal import Reel

/// An HTTP response or request as an archive has it: a head and a body.
package struct HTTPMessage: Sendable, Equatable {
    /// The first line, such as `HTTP/1.1 200 OK`.
    package let startLine: String
    package let fields: WARCFields
    /// The head's bytes with the empty line.
    package let head: [UInt8]
    /// The body as it is stored, perhaps chunked and compressed; see ``decodedBody(maximumBytes:)``.
    package let body: [UInt8]

    /// Reads a message; a block without an empty line is a head without a body; nil for an empty block.
    package init?(_ block: [UInt8]) {
        guard !block.isEmpty else { return nil }
        let end = HeadParser.end(of: block) ?? block.count
        head = Array(block[..<end])
        body = Array(block[end...])
        guard let parsed = HeadParser(block[...]) ?? HeadParser((block + [10, 10])[...]) else { return nil }
        startLine = parsed.firstLine
        fields = parsed.fields
    }

    /// The status code; nil for a request.
    package var status: Int? {
        guard startLine.hasPrefix("HTTP/") else { return nil }
        let words = startLine.split(separator: " ", maxSplits: 2)
        return words.count > 1 ? Int(words[1]) : nil
    }

    /// The body with transfer and content codings taken off.
    package enum DecodedBody: Sendable, Equatable {
        /// The bytes, and whether they are all: false where the stored body is cut, broken or longer than the bound.
        case bytes([UInt8], isWhole: Bool)
        /// A coding that only the fetcher's library knows.
        case unknownCoding(String)
    }

    /// Takes off `chunked`, `gzip` and `deflate`; what says it is coded and is not, is taken as it is.
    package func decodedBody(maximumBytes: Int) -> DecodedBody {
        var bytes = body
        var isWhole = true
        if fields["Transfer-Encoding"]?.lowercased().contains("chunked") == true, let dechunked = Chunked.decode(body) {
            (bytes, isWhole) = dechunked
        }
        let codings = fields.values("Content-Encoding").flatMap { $0.lowercased().split(separator: ",") }
        for coding in codings.map({ $0.filter { $0 != " " } }).reversed() {
            switch coding {
            case "gzip", "x-gzip":
                guard let result = Gunzip.members(bytes, maximumBytes: maximumBytes) else { continue }
                (bytes, isWhole) = (result.bytes, isWhole && result.isWhole)
            case "deflate":
                let result = Gunzip.deflate(bytes, maximumBytes: maximumBytes)
                (bytes, isWhole) = (result.bytes, isWhole && result.isWhole)
            case "identity", "": continue
            default: return .unknownCoding(coding)
            }
        }
        guard bytes.count > maximumBytes else { return .bytes(bytes, isWhole: isWhole) }
        return .bytes(Array(bytes[..<maximumBytes]), isWhole: false)
    }
}

/// The chunked transfer coding (RFC 9112 section 7.1).
enum Chunked {
    /// The chunks' contents and whether the last one was there; nil where the body does not begin with a chunk size.
    static func decode(_ body: [UInt8]) -> ([UInt8], isWhole: Bool)? {
        var bytes: [UInt8] = []
        var rest = body[...]
        while let line = rest.firstIndex(of: 10) {
            guard let size = size(rest[..<line]) else { return bytes.isEmpty ? nil : (bytes, false) }
            if size == 0 { return (bytes, true) }
            rest = rest[(line + 1)...]
            bytes.append(contentsOf: rest.prefix(size))
            guard rest.count >= size else { return (bytes, false) }
            rest = rest.dropFirst(size)
            if rest.first == 13 { rest = rest.dropFirst() }
            if rest.first == 10 { rest = rest.dropFirst() }
        }
        return bytes.isEmpty ? nil : (bytes, false)
    }

    private static func size(_ line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 13 && $0 != 32 }
        guard !digits.isEmpty, digits.count <= 8 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
