internal import CPSL

/// The registrable domain of a host, by the Public Suffix List.
///
/// The list is the newer of the system's and the one built into libpsl, loaded once at first use and never changed;
/// look-ups are safe from any thread and read no file.
package enum RegistrableDomain {
    private static nonisolated(unsafe) let list: OpaquePointer? = psl_latest(nil)  // loaded once, then only read

    /// The registrable domain of any host, in ASCII; nil where the host is invalid, an address or a public suffix.
    package static func of(_ host: String) -> String? {
        var host = host
        var ascii: [UInt8] = []
        let isValid = host.withUTF8 { bytes in
            do throws(URLError.Reason) {
                guard !bytes.isEmpty else { return false }
                try HostParser.parse(bytes, isOpaque: false, to: &ascii)
                return true
            } catch {
                return false
            }
        }
        return isValid ? of(asciiHost: String(decoding: ascii, as: UTF8.self)) : nil
    }

    /// The same for a host as ``WebURL/host`` gives it. One final dot does not count.
    static func of(asciiHost host: String) -> String? {
        guard let list, !isAddress(host), host.utf8.first != UInt8(ascii: ".") else { return nil }
        let name = host.utf8.last == UInt8(ascii: ".") ? String(host.dropLast()) : host
        if let domain = name.withCString({ psl_registrable_domain(list, $0).map { String(cString: $0) } }) {
            return domain
        }
        return belowWildcardParent(name, list)
    }

    /// libpsl takes the parent of a wildcard rule for a suffix too; the list's algorithm does not.
    ///
    /// Under `*.kobe.jp` the name `kobe.jp` itself matches only `jp`. A label that is in no list shows the wildcard.
    private static func belowWildcardParent(_ name: String, _ list: OpaquePointer) -> String? {
        guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")), isSuffix("newsreel--probe." + name, list) else {
            return nil
        }
        let parent = String(name[name.utf8.index(after: dot)...])
        return isSuffix(parent, list) ? name : of(asciiHost: parent)
    }

    private static func isSuffix(_ name: String, _ list: OpaquePointer) -> Bool {
        name.withCString { psl_is_public_suffix(list, $0) } != 0
    }

    /// A host that ends in a digit is an IPv4 address: the parser takes no other.
    private static func isAddress(_ host: String) -> Bool {
        host.utf8.first == UInt8(ascii: "[") || IPv4.endsInNumber(Array(host.utf8)[...])
    }
}
