internal import Model

/// The sentences about a failure: what happened, at which host, and what to do.
struct FailureMessage {
    let kind: FetchFailure.Kind
    let detail: FailureDetail
    let url: WebURL
    let request: FetchRequest
    let configuration: FetchConfiguration
    let outcome: HopOutcome

    var text: String {
        switch kind {
        case .nameNotResolved:
            "The name \(name) could not be resolved. Check its spelling, and the name servers of this machine."
        case .connectionRefused, .connectFailed, .connectionLost, .tlsFailed, .timedOut: network
        case .tooManyRedirects, .redirectLoop, .badRedirect, .schemeDenied, .notAdmitted: redirect
        case .tooLarge, .headersTooLarge, .badEncoding, .truncated, .protocolError: response
        case .addressDenied: denied
        case .cancelled: "The fetch of \(host) was cancelled."
        case .shutDown: "The fetch of \(host) ended because the fetcher is shutting down. It can be tried again."
        case .localFailure: "Nothing could be fetched from \(host)\(because). The fault is on this machine."
        }
    }

    private var network: String {
        switch kind {
        case .connectionRefused:
            "\(host) refused the connection. Nothing listens there now: check the port, or try again later."
        case .connectFailed: "No connection to \(host) came about\(because). Try again later."
        case .connectionLost: "\(host) closed the connection before it answered\(because). Try again later."
        case .tlsFailed:
            "\(host) could not prove who it is\(because). Look at its certificate; for a private authority, name its file."
        default: "\(host) took too long: \(delay). Try again later, or allow more time."
        }
    }

    private var redirect: String {
        switch kind {
        case .tooManyRedirects:
            "\(host) redirects on and on: more than \(configuration.maximumRedirects) times, at last to \(target)."
                + " Use the address of the page itself."
        case .redirectLoop:
            "\(host) redirects in a circle, back to \(target). Use another address; the page may want cookies."
        case .badRedirect:
            "\(host) redirects to \"\(target)\", which is no address. Use the address of the page itself."
        case .notAdmitted: "\(host) is where a redirect leads, and may not be fetched: \(target)."
        default: "Only http and https are fetched, not \(target). Correct the address, or the redirect at \(host)."
        }
    }

    private var response: String {
        switch kind {
        case .tooLarge:
            "The page at \(host) is larger than the \(request.maximumBodyBytes) bytes allowed, after decompression."
                + " Raise the bound if it is wanted."
        case .headersTooLarge:
            "The head of the response from \(host) passes \(configuration.headLimits.bytes) bytes or"
                + " \(configuration.headLimits.fields) fields. It is not fit to be kept."
        case .badEncoding: "The body from \(host) could not be decompressed\(because). The server must be set right."
        case .truncated:
            "The body from \(host) broke off after \(outcome.body.count) bytes\(because). Try again later."
        default: violation
        }
    }

    private var violation: String {
        switch detail {
        case .conflictingLengths:
            "\(host) gave two different lengths for one body. The response cannot be trusted; the server must be set right."
        case .unaskedNotModified:
            "\(host) answered \"not modified\", although nothing was asked under a condition. Try again later."
        default: "What \(host) sent is not proper HTTP\(because). Check that a web server listens there."
        }
    }

    private var denied: String {
        guard case .address(let address, let reason) = detail else { return "\(host) may not be reached." }
        return "\(host) is at \(address), a \(reason) address, which may not be reached."
            + " Allow private addresses, or name the network, if it is wanted."
    }

    private var delay: String {
        if outcome.ending == .firstByteTimeout {
            return "its answer did not begin within \(configuration.timeouts.firstByte)"
        }
        switch outcome.phase {
        case .waiting, .resolving: return "its name was not resolved in time"
        case .connecting: return "the connection did not open in time"
        case .securing: return "the TLS handshake did not end in time"
        case .answering: return "it did not answer within the \(request.timeout) allowed"
        case .receiving:
            return
                "after \(outcome.body.count) bytes it was too slow, or not done within the \(request.timeout) allowed"
        }
    }

    private var name: String { url.host ?? url.href }

    private var host: String { url.port.map { "\(name):\($0)" } ?? name }

    private var target: String {
        if case .target(let target) = detail { String(target.prefix(200)) } else { url.href }
    }

    /// libcurl's words in brackets.
    private var because: String {
        if case .words(let words) = detail { " (\(words))" } else { "" }
    }
}
