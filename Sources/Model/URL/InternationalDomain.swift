internal import CIDN2

/// Internationalised domain names: UTS 46, non-transitional, as the URL Standard's "domain to ASCII" asks (3.3).
///
/// Safe from any thread: libidn2 keeps no state between calls.
enum InternationalDomain {
    /// The ASCII form of a name that has bytes outside ASCII; nil where it is not valid UTF-8 or not allowed.
    static func toASCII(_ name: [UInt8]) -> [UInt8]? {
        guard !name.contains(0), let text = String(validating: name, as: UTF8.self) else { return nil }
        switch lookUp(text, IDN2_NONTRANSITIONAL) {
        case .success(let ascii): return ascii
        case .failure(let refusal):
            // UTS 46 allows symbols (☃) that IDNA 2008, and libidn2 with it, does not. Its transitional mode does not
            // check that, and differs otherwise only in the four deviation characters.
            guard refusal.code == IDN2_DISALLOWED.rawValue, !text.unicodeScalars.contains(where: isDeviation),
                case .success(let ascii) = lookUp(text, IDN2_TRANSITIONAL)
            else { return nil }
            return ascii
        }
    }

    private struct Refusal: Error { let code: Int32 }

    private static func lookUp(_ name: String, _ mode: idn2_flags) -> Result<[UInt8], Refusal> {
        var output: UnsafeMutablePointer<UInt8>?
        let flags = Int32(bitPattern: mode.rawValue | IDN2_NFC_INPUT.rawValue)
        let code = name.withCString(encodedAs: UTF8.self) { idn2_lookup_u8($0, &output, flags) }
        guard code == IDN2_OK.rawValue, let output else { return .failure(Refusal(code: code)) }
        defer { idn2_free(output) }
        return .success(Array(UnsafeBufferPointer(start: output, count: strlen(output))))
    }

    private static func isDeviation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xDF, 0x3C2, 0x200C, 0x200D: true
        default: false
        }
    }

    private static func strlen(_ text: UnsafeMutablePointer<UInt8>) -> Int {
        var count = 0
        while text[count] != 0 { count += 1 }
        return count
    }
}
