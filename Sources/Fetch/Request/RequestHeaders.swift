/// The header fields of one request, as libcurl takes them: `Name: value`.
///
/// The first of a name stays. A field whose name is no token, or whose value would break the line, is left out.
struct RequestHeaders: Sendable {
    private(set) var lines: [String] = []
    private var names: [String] = []

    /// The fields that are the same for every request; made once.
    init(_ configuration: FetchConfiguration) {
        add("User-Agent", configuration.userAgent)
        add("From", configuration.from)
        add("Accept", configuration.accept)
        add("Accept-Language", configuration.acceptLanguage)
    }

    /// The fields for one hop: the request's own, then the standard ones of other names, then the conditions.
    init(_ own: [(name: String, value: String)], over standard: RequestHeaders, validators: Validators?) {
        for header in own { add(header.name, header.value) }
        if own.isEmpty {
            self = standard
        } else {
            for (name, line) in zip(standard.names, standard.lines) where !names.contains(name) {
                names.append(name)
                lines.append(line)
            }
        }
        add("If-None-Match", validators?.entityTag)
        add("If-Modified-Since", validators?.lastModified)
    }

    private mutating func add(_ name: String, _ value: String?) {
        guard let value, Self.isToken(name), Self.isValue(value) else { return }
        let key = name.lowercased()
        guard !names.contains(key) else { return }
        names.append(key)
        // libcurl takes a colon with nothing behind it as "do not send".
        lines.append(value.isEmpty ? "\(name);" : "\(name): \(value)")
    }

    /// Whether a field is no secret between us and one origin.
    static func travels(_ name: String) -> Bool {
        ["accept", "accept-language", "user-agent", "from"].contains(name.lowercased())
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
