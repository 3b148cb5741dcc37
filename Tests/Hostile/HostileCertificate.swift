/// Rows of TLS: certificates that prove nothing.
package enum HostileCertificate: String, CaseIterable, Sendable {
    case expired = "a certificate that has expired"
    case wrongHost = "a certificate for another host"
    case selfSigned = "a certificate that is signed by itself"
    case noTLS = "no TLS where https is asked for"

    /// The kind of failure that must follow.
    package static let outcome = "tls_failed"
}
