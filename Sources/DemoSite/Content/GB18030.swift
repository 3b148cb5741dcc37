internal import Glibc

/// Text as the bytes of GB18030, by the C library's iconv.
func gb18030(_ text: String) -> [UInt8] {
    guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else {
        return Array(text.utf8)
    }
    defer { iconv_close(converter) }
    var source = Array(text.utf8).map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 4)
    let room = target.count
    var sourceLeft = source.count
    var targetLeft = room
    source.withUnsafeMutableBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
            var from = source.baseAddress
            var to = target.baseAddress
            _ = iconv(converter, &from, &sourceLeft, &to, &targetLeft)
        }
    }
    return target.prefix(room - targetLeft).map { UInt8(bitPattern: $0) }
}
