internal import Glibc

/// glibc's iconv for one charset, used to build tables character by character.
struct Converter: ~Copyable {
    private let descriptor: iconv_t

    /// Opens a charset by glibc's name; nil if the system has not got it.
    init?(_ name: String) {
        guard let opened = iconv_open("UTF-32LE", name), Int(bitPattern: opened) != -1 else { return nil }
        descriptor = opened
    }

    /// What iconv returns for an error.
    private let failure = Int(bitPattern: UInt.max)

    deinit { iconv_close(descriptor) }

    /// The one scalar value that the bytes stand for; nil for none, or more than one.
    func scalar(_ bytes: UInt8...) -> UInt32? {
        var source = bytes.map { CChar(bitPattern: $0) }
        var values: [UInt32] = [0, 0]
        let isWhole = source.withUnsafeMutableBufferPointer { source in
            values.withUnsafeMutableBytes { values in
                var (next, left) = (source.baseAddress, source.count)
                var (target, room) = (values.bindMemory(to: CChar.self).baseAddress, values.count)
                iconv(descriptor, nil, nil, nil, nil)
                guard iconv(descriptor, &next, &left, &target, &room) != failure, left == 0
                else { return false }
                // A charset with combining characters keeps the last one back until it is asked for.
                iconv(descriptor, nil, nil, &target, &room)
                return room == 4
            }
        }
        return isWhole ? values[0] : nil
    }
}
