/// Breaks text into lines at spaces and, in writing without spaces, between wide characters.
enum TextWrap {
    /// Lines of at most `width` columns; a word that is longer stands alone and stays whole.
    static func lines(_ text: String, width: Int, first: String = "", indent: String = "") -> [String] {
        var lines: [String] = []
        var line = first
        var used = DisplayWidth.of(first)
        var isEmpty = true
        for piece in pieces(text) {
            let length = DisplayWidth.of(piece)
            if !isEmpty, used + length > width {
                lines.append(trimmed(line))
                line = indent
                used = DisplayWidth.of(indent)
                isEmpty = true
            }
            if isEmpty, piece == " " { continue }
            line += piece
            used += length
            isEmpty = false
        }
        if !isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
        return lines
    }

    /// Words, single spaces, and single wide characters; closing punctuation stays with what it closes.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var word = ""
        for character in text {
            if character == " " {
                if !word.isEmpty { pieces.append(word) }
                pieces.append(" ")
                word = ""
            } else if DisplayWidth.of(character) == 2, !closing.contains(character) {
                if !word.isEmpty { pieces.append(word) }
                word = String(character)
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { pieces.append(word) }
        return pieces
    }

    private static let closing = Set("，。、；：？！）》」』】”’%")

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
