/// Finds who holds the rights, in the lines at the foot of the page.
struct RightsHolderStage {
    let page: Page

    func candidates() -> Candidates<String> {
        var found = Candidates<String>()
        for block in page.scan.blocks.suffix(120) where block.count <= 1200 {
            let text = page.text(of: block)
            found.offer(owner(text), "footer:owns", 0.85)
            found.offer(chinese(text), "footer", 0.8)
            found.offer(copyright(text), "footer:©", 0.6)
        }
        return found
    }

    /// 某集团拥有…版权.
    private func owner(_ text: Bytes) -> String? {
        guard let owns = text.find("拥有"), let right = text.find("版权", from: owns), right - owns < 120 else {
            return nil
        }
        return name(text.cut(to: owns), fromEnd: true)
    }

    /// 版权所有：某公司, 某公司 版权所有.
    private func chinese(_ text: Bytes) -> String? {
        guard let mark = text.find("版权所有") ?? text.find("版權所有") else { return nil }
        let after = text.cut(from: mark + 12).trimmed
        let before = name(bare(text.cut(to: mark).trimmed), fromEnd: true)
        if after.starts(with: "：") || after.first == 0x3A { return name(bare(after), fromEnd: false) ?? before }
        return before ?? name(bare(after), fromEnd: false)
    }

    /// © 2000-2024 Name. All rights reserved.
    private func copyright(_ text: Bytes) -> String? {
        guard let mark = text.find("©") ?? text.findFolded("copyright") else { return nil }
        return name(bare(text.cut(from: mark)), fromEnd: false)
    }

    /// Without signs, years and the words of the formula at both ends.
    private func bare(_ text: Bytes) -> Bytes {
        var rest = text.trimmed
        var changed = true
        while changed, let first = rest.first {
            changed = false
            for word in ["©", "copyright", "(c)", "：", "–", "本网站由", "本站由", "all rights reserved"] as [StaticString]
            where rest.startsFolded(with: word) {
                rest = rest.cut(from: word.utf8CodeUnitCount).trimmed
                changed = true
            }
            if rest.startsFolded(with: "by ") { rest = rest.cut(from: 3) }
            if first.isDigit || first == 0x2D || first == 0x2C || first == 0x2E || first == 0x3A || first == 0x28 {
                guard rest.count > 0, !changed, !isName(rest) else { continue }
                rest = rest.cut(from: 1).trimmed
                changed = true
            }
        }
        for word in ["all rights", "copyright", "©", "some rights", "备案", "icp"] as [StaticString] {
            if let end = rest.findFolded(word), end > 0 { rest = rest.cut(to: end).trimmed }
        }
        return rest
    }

    /// Figures that are glued to a word are part of it.
    private func isName(_ text: Bytes) -> Bool {
        guard let end = text.firstIndex(where: { !$0.isDigit }), end > 0 else { return false }
        return text[end] >= 0xE3 || text[end].isLetter
    }

    /// The words up to the next mark, or from the last one.
    private func name(_ text: Bytes, fromEnd: Bool) -> String? {
        var start = 0
        var end = text.count
        var position = 0
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            if isEnd(scalar, in: text, at: position) {
                if !fromEnd {
                    end = position
                    break
                }
                start = position + length
            }
            position += length
        }
        let name = text.cut(start..<max(start, end)).trimmed
        guard name.count >= 4, name.count <= 90, name.contains(where: { $0.isLetter || $0 >= 0x80 }) else { return nil }
        return TextCleaner.clean(name)
    }

    private func isEnd(_ scalar: UInt32, in text: Bytes, at position: Int) -> Bool {
        switch scalar {
        case 0x7C, 0xFF5C, 0x0A, 0x3002, 0xFF0C, 0x3B, 0xFF1B, 0x2C: true
        case 0x2E: position + 1 == text.count || text[position + 1] == 0x20
        case 0x20: text.count > position + 1 && text[position + 1] >= 0xE3 && position > 0 && text[position - 1] >= 0x80
        default: false
        }
    }
}
