/// The header fields of one request, as libcurl takes them: `Name: value`.
///
/// The first of a name stays. A field whose name is no token, or whose value would break the line, is left out.
struct RequestHeaders {
    private(set) var lines: [String] = []
    private var names: Set<String> = []

    /// The fields for one hop of a request.
    init(_ request: FetchRequest, _ configuration: FetchConfiguration, validators: Validators?, isForeign: Bool) {
        for header in request.headers where !isForeign || Self.travels(header.name) {
            add(header.name, header.value)
        }
        add("User-Agent", configuration.userAgent)
        add("From", configuration.from)
        add("Accept", configuration.accept)
        add("Accept-Language", configuration.acceptLanguage)
        add("If-None-Match", validators?.entityTag)
        add("If-Modified-Since", validators?.lastModified)
    }

    private mutating func add(_ name: String, _ value: String?) {
        guard let value, Self.isToken(name), Self.isValue(value), names.insert(name.lowercased()).inserted else {
            return
        }
        // libcurl takes a colon with nothing behind it as "do not send".
        lines.append(value.isEmpty ? "\(name);" : "\(name): \(value)")
    }

    /// Whether a field is no secret between us and one origin.
    private static func travels(_ name: String) -> Bool {
        let name = name.lowercased()
        return name == "accept" || name == "accept-language" || name == "user-agent" || name == "from"
    }

    /// RFC 9110 §5.6.2.
    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { (0x21...0x7e).contains($0) && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
    }

    private static func isValue(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 == ASCII.tab || ($0 >= ASCII.space && $0 != 0x7f) }
    }
}
