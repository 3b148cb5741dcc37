/// Gives the bytes as valid UTF-8, in a piece of memory of exactly their length: one byte further is a finding.
func withValidText<Result>(_ bytes: some Sequence<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let text = Array(String(decoding: Array(bytes), as: UTF8.self).utf8)
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    defer { memory.deallocate() }
    _ = memory.initialize(from: text)
    return body(UnsafeBufferPointer(memory))
}
