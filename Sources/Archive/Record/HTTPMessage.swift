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
        /// A coding that nothing here takes off.
        case unknownCoding(String)
    }

    /// Takes off `chunked`, `gzip`, `deflate`, `br` and `zstd`; what says it is coded and is not, is taken as it is.
    package func decodedBody(maximumBytes: Int) -> DecodedBody {
        var decoded = Decoded(bytes: body, isWhole: true)
        let codings = codings("Transfer-Encoding").reversed() + codings("Content-Encoding").reversed()
        guard codings.count <= HTTPMessage.maximumCodings else { return .unknownCoding("more than can be taken off") }
        for coding in codings {
            guard let taken = HTTPMessage.take(coding, off: decoded.bytes, maximumBytes) else {
                return .unknownCoding(coding)
            }
            decoded = Decoded(bytes: taken.bytes, isWhole: decoded.isWhole && taken.isWhole)
        }
        guard decoded.bytes.count > maximumBytes else { return .bytes(decoded.bytes, isWhole: decoded.isWhole) }
        return .bytes(Array(decoded.bytes[..<maximumBytes]), isWhole: false)
    }

    /// Nobody sends more; each could inflate to what the next one inflates again.
    private static let maximumCodings = 4

    /// The codings of a field in the order in which they were put on.
    private func codings(_ field: String) -> [String] {
        fields.values(field).flatMap { $0.lowercased().split(separator: ",") }
            .map { $0.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" } }
            .filter { !$0.isEmpty && $0 != "identity" }
    }

    /// The bytes without a coding, and as they are where they do not have it; nil for an unknown one.
    private static func take(_ coding: String, off bytes: [UInt8], _ maximumBytes: Int) -> Decoded? {
        let decoded: Decoded?
        switch coding {
        case "chunked": decoded = Chunked.decode(bytes)
        case "gzip", "x-gzip": decoded = Gunzip.members(bytes, maximumBytes: maximumBytes).map(Decoded.init)
        case "deflate": decoded = Decoded(Gunzip.deflate(bytes, maximumBytes: maximumBytes))
        case "br": decoded = Brotli.decode(bytes, maximumBytes: maximumBytes)
        case "zstd": decoded = Zstandard.decode(bytes, maximumBytes: maximumBytes)
        default: return nil
        }
        return decoded ?? Decoded(bytes: bytes, isWhole: true)
    }
}

extension Decoded {
    fileprivate init(_ result: Gunzip.Result) { self.init(bytes: result.bytes, isWhole: result.isWhole) }
}
