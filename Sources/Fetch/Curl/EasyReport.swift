internal import CCurl

/// What an easy handle knows of the transfer it carried last.
extension EasyHandle {
    func details(total: Duration) -> TransferDetails {
        TransferDetails(
            timings: timings.total(total),
            remoteAddress: Self.text(pointer, CURLINFO_PRIMARY_IP),
            remotePort: Self.number(pointer, CURLINFO_PRIMARY_PORT).nonZero,
            httpVersion: httpVersion,
            wireBytes: Self.number(pointer, CURLINFO_HEADER_SIZE) + Self.offset(pointer, CURLINFO_SIZE_DOWNLOAD_T))
    }

    /// libcurl counts from the start of the transfer to the end of each part; a part that did not happen has 0.
    private var timings: Timings {
        let resolved = Self.offset(pointer, CURLINFO_NAMELOOKUP_TIME_T)
        let connected = Self.offset(pointer, CURLINFO_CONNECT_TIME_T)
        let secured = Self.offset(pointer, CURLINFO_APPCONNECT_TIME_T)
        let first = Self.offset(pointer, CURLINFO_STARTTRANSFER_TIME_T)
        return Timings(
            dns: .microseconds(resolved), connect: .microseconds(max(0, connected - resolved)),
            tls: .microseconds(max(0, secured - connected)), firstByte: .microseconds(first), total: .zero)
    }

    private var httpVersion: String {
        switch Self.number(pointer, CURLINFO_HTTP_VERSION) {
        case CURL_HTTP_VERSION_1_0: "1.0"
        case CURL_HTTP_VERSION_1_1: "1.1"
        case CURL_HTTP_VERSION_2_0: "2"
        case CURL_HTTP_VERSION_3: "3"
        default: ""
        }
    }

    /// How far the transfer got.
    func phase(hasHead: Bool) -> HopOutcome.Phase {
        if hasHead { return .receiving }
        // A connection that is used again is neither resolved nor opened.
        if Self.offset(pointer, CURLINFO_PRETRANSFER_TIME_T) != 0 { return .answering }
        if Self.offset(pointer, CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .resolving }
        if Self.offset(pointer, CURLINFO_CONNECT_TIME_T) == 0 { return .connecting }
        return .securing
    }
}

extension TransferDetails {
    /// Of a transfer that never began.
    static let none = TransferDetails(
        timings: Timings(dns: .zero, connect: .zero, tls: .zero, firstByte: .zero, total: .zero),
        remoteAddress: nil, remotePort: nil, httpVersion: "", wireBytes: 0)
}

extension Int {
    fileprivate var nonZero: Int? { self == 0 ? nil : self }
}
