/// Finds bracketed text.
enum Brackets {
    /// The insides of round and square brackets that open before the limit, full-width or not.
    static func ranges(in text: Bytes, before limit: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        var position = 0
        while position < text.count {
            let scalar = text.scalar(at: position)
            if opens(scalar.value) {
                if position > limit { break }
                open = position + scalar.length
            } else if closes(scalar.value), let start = open {
                found.append(start..<position)
                open = nil
            }
            position += scalar.length
        }
        return found
    }

    // ( （ [ 【 〔 ［
    static func opens(_ scalar: UInt32) -> Bool {
        [0x28, 0xFF08, 0x5B, 0x3010, 0x3014, 0xFF3B].contains(scalar)
    }

    private static func closes(_ scalar: UInt32) -> Bool {
        [0x29, 0xFF09, 0x5D, 0x3011, 0x3015, 0xFF3D].contains(scalar)
    }
}
