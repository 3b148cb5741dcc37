/// A response's head, whole: the status line, the fields and the blank line, as they were received.
struct ResponseHead: Sendable {
    /// The bytes as received; HTTP/2 and HTTP/3 heads are in libcurl's text form.
    let raw: [UInt8]
    /// 200…599; 0 where the status line has none.
    let status: Int
    let headers: HeaderList

    init(raw: [UInt8]) {
        self.raw = raw
        status = Self.status(of: raw[...])
        headers = HeaderList(head: raw)
    }

    /// The three digits behind `HTTP/x.y `.
    static func status(of line: ArraySlice<UInt8>) -> Int {
        guard let blank = line.firstIndex(of: ASCII.space) else { return 0 }
        return ASCII.number(line[(blank + 1)...].prefix(3)) ?? 0
    }

    /// The announced length of the body as it is sent.
    ///
    /// Several fields of the same value count as one (RFC 9110 §8.6).
    var contentLength: ContentLength {
        let values = headers.rawValues(of: "content-length").flatMap { $0.split(separator: ASCII.comma) }
        guard let first = values.first.map(ASCII.trim) else { return .unknown }
        guard values.allSatisfy({ ASCII.trim($0) == first }) else { return .conflicting }
        return ASCII.number(first).map(ContentLength.known) ?? .unknown
    }

    enum ContentLength: Equatable {
        case unknown
        case known(Int)
        case conflicting
    }

    /// Whether the body will be decompressed, so that its length says little of its size.
    var isEncoded: Bool { headers.rawValue(of: "content-encoding") != nil }

    /// Whether the body comes in chunks, each with its own length (RFC 9112 §7.1).
    var isChunked: Bool { headers["transfer-encoding"]?.lowercased().contains("chunked") ?? false }

    /// A status that names another address to go to (RFC 9110 §15.4), and the address.
    var redirectTarget: ArraySlice<UInt8>? {
        [301, 302, 303, 307, 308].contains(status) ? headers.rawValue(of: "location") : nil
    }
}
