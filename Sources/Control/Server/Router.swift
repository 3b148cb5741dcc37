package import ControlProtocol

/// Which handler answers which endpoint. Given whole to the server; handlers are the daemon's.
package struct Router: Sendable {
    package typealias Handler = @Sendable (ControlRequest) async throws -> ControlResponse

    private var routes: [(endpoint: Endpoint, handler: Handler)] = []

    package init() {}

    /// Adds the handler of an endpoint.
    package mutating func on(_ endpoint: Endpoint, _ handler: @escaping Handler) {
        routes.append((endpoint, handler))
    }

    /// A route that was found, with the values of its path's braces.
    struct Match: Sendable {
        let endpoint: Endpoint
        let handler: Handler
        let parameters: [String: String]
    }

    /// Finds the route; the error names the paths or methods there are.
    func match(method: String, path: String) throws(ErrorReport) -> Match {
        var methods: [String] = []
        for (endpoint, handler) in routes {
            guard let parameters = endpoint.match(path) else { continue }
            if endpoint.method.rawValue == method {
                return Match(endpoint: endpoint, handler: handler, parameters: parameters)
            }
            methods.append(endpoint.method.rawValue)
        }
        guard methods.isEmpty else {
            throw ErrorReport(
                .methodNotAllowed, "\(path) takes \(methods.joined(separator: ", ")), not \(method)", details: methods)
        }
        throw ErrorReport(.unknownPath, "there is no \(path); these are the paths", details: listing)
    }

    private var listing: [String] {
        routes.map {
            "\($0.endpoint.method.rawValue) \($0.endpoint.path) (\($0.endpoint.permission.rawValue)): \($0.endpoint.summary)"
        }
    }
}
