internal import Model

/// How one hop of a request is asked for.
struct HopPlan {
    let request: FetchRequest
    let configuration: FetchConfiguration
    let standardHeaders: RequestHeaders

    /// The order for one address, with the time that is left of the request's.
    func order(for url: WebURL, timeout: Duration, isContinuation: Bool) -> HopOrder {
        let isForeign = url.origin != request.url.origin
        return HopOrder(
            url: Self.target(of: url), isSecure: url.scheme == "https",
            username: credential(request.url.username, isForeign),
            password: credential(request.url.password, isForeign),
            headers: headers(for: url, isForeign),
            policy: policy, ownPorts: configuration.ownPorts, maximumBodyBytes: max(0, request.maximumBodyBytes),
            takesBeginning: request.takesBeginning,
            timeout: timeout,
            firstByteTimeout: configuration.timeouts.firstByte, headLimits: configuration.headLimits,
            authorityFile: request.authorityFile ?? configuration.authorityFile, proxy: proxy,
            clientCertificate: isForeign ? nil : request.clientCertificate, cookieJar: request.cookieJar,
            goesFirst: isContinuation || request.goesFirst)
    }

    private func headers(for url: WebURL, _ isForeign: Bool) -> [String] {
        let own = isForeign ? request.headers.filter { RequestHeaders.travels($0.name) } : request.headers
        return RequestHeaders(own, over: standardHeaders, validators: validators(for: url)).lines
    }

    /// The validators, where they belong to the address.
    func validators(for url: WebURL) -> Validators? {
        guard let validators = request.validators, !validators.isEmpty else { return nil }
        let owner = request.validatorsURL ?? request.url
        return owner.withoutFragment == url.withoutFragment ? validators : nil
    }

    /// The policy for connections of ours; a proxy makes its own.
    private var policy: AddressPolicy? { proxy == nil ? addressPolicy : nil }

    private var proxy: String? { request.proxy ?? configuration.proxy }

    private var addressPolicy: AddressPolicy {
        AddressPolicy(
            allowsPrivate: request.allowPrivateAddresses,
            allowedNetworks: configuration.allowedNetworks + request.allowedNetworks)
    }

    /// Whether the address is written in the URL, and denied: a proxy would not ask us.
    func denial(of url: WebURL) -> (address: String, reason: String)? {
        guard let host = url.host, let address = IPAddress(host.filter { $0 != "[" && $0 != "]" }),
            case .denied(let reason) = addressPolicy.verdict(for: address)
        else { return nil }
        return (address.description, reason)
    }

    /// User information is for the origin it was written for; a redirect cannot choose whom we log in as.
    private func credential(_ text: String, _ isForeign: Bool) -> String? {
        isForeign || (request.url.username.isEmpty && request.url.password.isEmpty) ? nil : Self.percentDecoded(text)
    }

    /// Without user information and fragment; libcurl leaves the path as it is.
    private static func target(of url: WebURL) -> String { url.origin + url.pathAndQuery }

    private static func percentDecoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let decoded = UInt8(digits, radix: 16) {
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
