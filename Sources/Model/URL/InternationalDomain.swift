internal import CIDN2

/// Internationalised domain names: UTS 46, non-transitional, as the URL Standard's "domain to ASCII" asks (3.3).
///
/// Safe from any thread: libidn2 keeps no state between calls.
enum InternationalDomain {
    /// The ASCII form of a name that has bytes outside ASCII; nil where it is not valid UTF-8 or not allowed.
    static func toASCII(_ name: [UInt8]) -> [UInt8]? {
        guard !name.contains(0), let text = String(validating: name, as: UTF8.self) else { return nil }
        var output: UnsafeMutablePointer<UInt8>?
        let flags = Int32(bitPattern: IDN2_NONTRANSITIONAL.rawValue | IDN2_NFC_INPUT.rawValue)
        let code = text.withCString(encodedAs: UTF8.self) { idn2_lookup_u8($0, &output, flags) }
        guard code == IDN2_OK.rawValue, let output else { return nil }
        defer { idn2_free(output) }
        let ascii = UnsafeBufferPointer(start: output, count: strlen(output))
        return ascii.allSatisfy { $0 < 0x80 } ? Array(ascii) : nil
    }

    private static func strlen(_ text: UnsafeMutablePointer<UInt8>) -> Int {
        var count = 0
        while text[count] != 0 { count += 1 }
        return count
    }
}
