/// The schemes the URL Standard calls special, and all others.
enum URLScheme: UInt8, Sendable {
    case http, https, ws, wss, ftp, file, other

    /// Recognises a scheme in lower case.
    init(_ name: UnsafeBufferPointer<UInt8>) {
        self =
            switch name.count {
            case 2 where name.elementsEqual("ws".utf8): .ws
            case 3 where name.elementsEqual("wss".utf8): .wss
            case 3 where name.elementsEqual("ftp".utf8): .ftp
            case 4 where name.elementsEqual("http".utf8): .http
            case 4 where name.elementsEqual("file".utf8): .file
            case 5 where name.elementsEqual("https".utf8): .https
            default: .other
            }
    }

    var isSpecial: Bool { self != .other }

    var defaultPort: Int? {
        switch self {
        case .http, .ws: 80
        case .https, .wss: 443
        case .ftp: 21
        case .file, .other: nil
        }
    }
}
