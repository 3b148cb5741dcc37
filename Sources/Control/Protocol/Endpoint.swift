/// One thing the control socket can be asked: method, path, and what the asker must be allowed to do.
///
/// A path's segment in braces is a parameter: `/v1/sources/{id}`.
package struct Endpoint: Sendable, Hashable {
    package enum Method: String, Sendable, Hashable { case get = "GET", post = "POST" }

    /// What an endpoint does to the daemon. Whoever may open the socket may read and trigger; only root and the
    /// daemon's own user may administer.
    package enum Permission: String, Sendable, Hashable { case read, trigger, administer }

    package let method: Method
    package let path: String
    package let permission: Permission
    /// A line for the list of endpoints.
    package let summary: String

    package init(_ method: Method, _ path: String, _ permission: Permission, _ summary: String) {
        self.method = method
        self.path = path
        self.permission = permission
        self.summary = summary
    }

    /// The path with its parameters filled in, percent-encoded, and the query's items after it.
    package func target(_ parameters: [String: String] = [:], query: [(name: String, value: String)] = []) -> String {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).map { segment in
            guard let name = Endpoint.parameterName(segment) else { return String(segment) }
            return TargetEncoding.encode(parameters[name] ?? "")
        }
        let items = query.map { TargetEncoding.encode($0.name) + "=" + TargetEncoding.encode($0.value) }
        return segments.joined(separator: "/") + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
    }

    /// The parameters of a path that matches, decoded; nil for another path.
    package func match(_ other: some StringProtocol) -> [String: String]? {
        let pattern = path.split(separator: "/", omittingEmptySubsequences: false)
        let segments = other.split(separator: "/", omittingEmptySubsequences: false)
        guard pattern.count == segments.count else { return nil }
        var parameters: [String: String] = [:]
        for (expected, found) in zip(pattern, segments) {
            if let name = Endpoint.parameterName(expected) {
                guard let value = TargetEncoding.decode(found), !value.isEmpty else { return nil }
                parameters[name] = value
            } else if expected != found {
                return nil
            }
        }
        return parameters
    }

    private static func parameterName(_ segment: Substring) -> String? {
        segment.hasPrefix("{") && segment.hasSuffix("}") ? String(segment.dropFirst().dropLast()) : nil
    }
}
