internal import Glibc
internal import Posix

extension HopOutcome {
    /// What kind of failure this is, and what to say of it beside the kind.
    var failure: (kind: FetchFailure.Kind, detail: FailureDetail) {
        guard let ending else { return (curlFailure, errorMessage.isEmpty ? .none : .words(errorMessage)) }
        switch ending {
        case .tooLarge: return (.tooLarge, .none)
        case .headersTooLarge: return (.headersTooLarge, .none)
        case .conflictingLengths: return (.protocolError, .conflictingLengths)
        case .firstByteTimeout: return (.timedOut, .none)
        case .addressDenied(let address, let reason): return (.addressDenied, .address(address, reason: reason))
        case .redirectBodyDropped, .cut: return (.tooLarge, .none)
        case .noSocket(let code): return (.localFailure, .words(SystemError("socket", code: code).description))
        case .cancelled: return (.cancelled, .none)
        case .shutDown: return (.shutDown, .none)
        }
    }

    /// The kind for a code of libcurl 7.88.
    private var curlFailure: FetchFailure.Kind {
        switch code {
        // libcurl refuses a few host names that the URL standard lets pass; no resolver knows them either.
        case .CURLE_COULDNT_RESOLVE_HOST, .CURLE_URL_MALFORMAT: .nameNotResolved
        case .CURLE_COULDNT_RESOLVE_PROXY, .CURLE_PROXY: .connectFailed
        case .CURLE_COULDNT_CONNECT: systemCode == ECONNREFUSED ? .connectionRefused : .connectFailed
        case .CURLE_OPERATION_TIMEDOUT: .timedOut
        case .CURLE_SSL_CONNECT_ERROR, .CURLE_PEER_FAILED_VERIFICATION, .CURLE_SSL_CIPHER,
            .CURLE_SSL_INVALIDCERTSTATUS, .CURLE_SSL_ISSUER_ERROR:
            .tlsFailed
        case .CURLE_PARTIAL_FILE: .truncated
        case .CURLE_GOT_NOTHING, .CURLE_SEND_ERROR: .connectionLost
        case .CURLE_RECV_ERROR: receiveFailure
        case .CURLE_HTTP2, .CURLE_HTTP2_STREAM: head == nil ? .connectionLost : .truncated
        case .CURLE_BAD_CONTENT_ENCODING: .badEncoding
        // A single line above libcurl's own bound is reported as a lack of memory.
        case .CURLE_OUT_OF_MEMORY: head == nil && phase == .answering ? .headersTooLarge : .localFailure
        case .CURLE_SSL_CACERT_BADFILE, .CURLE_SSL_CERTPROBLEM, .CURLE_FAILED_INIT: .localFailure
        default: .protocolError
        }
    }

    /// A receive error is the network's, unless libcurl says that it could not understand what came. The system's number tells nothing:
    /// one of an earlier transfer stays in the handle.
    private var receiveFailure: FetchFailure.Kind {
        guard let head else {
            let isLong = !partialHead.isEmpty && errorMessage.contains("Too large response headers")
            return isLong ? .headersTooLarge : .connectionLost
        }
        return head.isChunked && errorMessage.hasSuffix("in chunked-encoding") ? .protocolError : .truncated
    }

    /// Of a hop that the thread never took.
    static func notStarted(_ ending: Ending) -> HopOutcome {
        HopOutcome(
            code: .CURLE_OK, ending: ending, head: nil, partialHead: [], body: [], hold: nil, details: .none,
            systemCode: 0, errorMessage: "", phase: .waiting)
    }
}
