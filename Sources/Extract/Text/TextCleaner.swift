internal import Foundation

/// Makes the final strings: white space folded, NFC, nothing else changed.
enum TextCleaner {
    /// The text with runs of white space folded to one space and none at the ends; line feeds are kept where asked for.
    static func clean(_ text: Bytes, keepingLines: Bool = false) -> String {
        if isFolded(text, keepingLines) { return normalized(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var position = 0
        var pending: UInt8?
        while position < text.count {
            let length = text.spaceLength(at: position)
            if length > 0 {
                let isLine = keepingLines && text[position] == 0x0A
                if pending != 0x0A { pending = isLine ? 0x0A : 0x20 }
                position += length
                continue
            }
            if let space = pending, !bytes.isEmpty { bytes.append(space) }
            pending = nil
            bytes.append(text[position])
            position += 1
        }
        return bytes.withUnsafeBufferPointer { normalized($0) }
    }

    /// Whether there is nothing to fold, as mostly in the text of a page's blocks.
    private static func isFolded(_ text: Bytes, _ keepingLines: Bool) -> Bool {
        guard !text.isEmpty, text.spaceLength(at: 0) == 0 else { return text.isEmpty }
        var position = text.endOfWords(from: 0)
        while position < text.count {
            guard keepingLines, text[position] == 0x0A, position + 1 < text.count,
                text.spaceLength(at: position + 1) == 0
            else { return false }
            position = text.endOfWords(from: position + 1)
        }
        return true
    }

    static func clean(_ text: String) -> String {
        var text = text
        return text.withUTF8 { clean($0) }
    }

    /// The bytes as a string in Unicode normalisation form C.
    static func normalized(_ bytes: Bytes) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return mayNeedComposition(bytes) ? text.precomposedStringWithCanonicalMapping : text
    }

    /// A quick look: false only where the text is in form C for certain.
    private static func mayNeedComposition(_ bytes: Bytes) -> Bool {
        for (index, byte) in bytes.enumerated() where byte >= 0xCC {
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch byte {
            case 0xCC, 0xCD, 0xE0: return true
            case 0xD9: if (0x93...0x95).contains(second) { return true }
            case 0xE1: if (0x84...0x87).contains(second) || second >= 0xBC { return true }
            case 0xE2: if second == 0x84 { return true }
            case 0xE3: if second == 0x82, index + 2 < bytes.count, bytes[index + 2] & 0xFE == 0x98 { return true }
            case 0xEF: if (0xA4...0xAC).contains(second) { return true }
            case 0xF0...: return byte == 0xF0 && second >= 0xAF || second == 0x91
            default: break
            }
        }
        return false
    }
}
