/// The host parser of the URL Standard (3.5): appends the serialised host.
enum HostParser {
    /// A host of a special scheme is a domain or an address; of another scheme it is opaque. `text` is not empty.
    static func parse(
        _ text: UnsafeBufferPointer<UInt8>, isOpaque: Bool, to output: inout [UInt8]
    ) throws(URLError.Reason) {
        if text.first == UInt8(ascii: "[") { return try address(text, to: &output) }
        if isOpaque { return try opaque(text, to: &output) }
        let start = output.count
        try domain(text, to: &output)
        guard IPv4.endsInNumber(output[start...]) else { return }
        guard let address = IPv4.parse(output[start...]) else { throw .invalidIPv4 }
        output.removeSubrange(start...)
        IPv4.append(address, to: &output)
    }

    private static func address(
        _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) throws(URLError.Reason) {
        guard text.count > 2, text.last == UInt8(ascii: "]"),
            let pieces = IPv6.parse(UnsafeBufferPointer(rebasing: text[1..<text.count - 1]))
        else { throw .invalidIPv6 }
        output.append(UInt8(ascii: "["))
        IPv6.append(pieces, to: &output)
        output.append(UInt8(ascii: "]"))
    }

    private static func opaque(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) throws(URLError.Reason) {
        for byte in text where byte < 0x80 && ByteSet.forbiddenHost.contains(byte) { throw .invalidHost }
        PercentEncoding.append(text, encoding: .control, to: &output)
    }

    /// Lower case for a plain name; percent-decoding and IDNA only where a byte asks for it.
    private static func domain(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) throws(URLError.Reason) {
        let forbidden = ByteSet.forbiddenDomain
        let start = output.count
        for byte in text {
            guard !forbidden.contains(byte) else {
                output.removeSubrange(start...)
                return try encodedDomain(text, to: &output)
            }
            output.append(lowercase(byte))
        }
    }

    private static func encodedDomain(
        _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) throws(URLError.Reason) {
        var name = PercentEncoding.decode(text)
        if name.contains(where: { $0 >= 0x80 }) {
            guard let ascii = InternationalDomain.toASCII(name) else { throw .invalidDomain }
            name = ascii
        }
        guard !name.isEmpty else { throw .missingHost }
        for byte in name {
            guard !ByteSet.forbiddenDomain.contains(byte) else { throw .invalidHost }
            output.append(lowercase(byte))
        }
    }

    @inline(__always)
    private static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
