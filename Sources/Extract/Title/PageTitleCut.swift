internal import HTML

/// Cuts a document's title where the page itself shows how long the headline is.
struct PageTitleCut {
    let page: Page

    private static let separators: Set<UInt32> = [
        0x20, 0x2D, 0x5F, 0x7C, 0x2013, 0x2014, 0xB7, 0x3A, 0xFF1A, 0xFF5C, 0x3010, 0x2D, 0xBB, 0xAB, 0x2022, 0x3E,
        0x2F,
    ]

    /// The title's first beginnings, each up to a mark that parts headlines from what follows them.
    static func heads(of title: String) -> [TitleKey] {
        var title = title
        return title.withUTF8 { bytes in
            var found: [TitleKey] = []
            var position = 0
            while position < bytes.count, found.count < 4 {
                let (scalar, length) = bytes.scalar(at: position)
                if scalar != 0x20, scalar != 0x2F, separators.contains(scalar) {
                    let key = TitleKey(bytes.cut(to: position))
                    if key.count >= 4 { found.append(key) }
                }
                position += length
            }
            return found
        }
    }

    /// The longest beginning of the title, ended by a separator, that a block of the page says, else the longest end behind one; nil
    /// where there is neither.
    func headline(_ title: String) -> String? {
        var title = title
        return title.withUTF8 { bytes in
            let cuts = cuts(bytes)
            let heads = [bytes] + cuts.reversed().map { bytes.cut(to: $0) }
            let tails = cuts.map { bytes.cut(from: $0 + bytes.scalar(at: $0).length) }
            let part = (heads + tails).lazy.map(\.trimmed).first { part in
                part.count >= 12 && part.count * 3 >= bytes.count && isShown(part)
            }
            return part.map { TextCleaner.clean($0) }
        }
    }

    private func cuts(_ title: Bytes) -> [Int] {
        var cuts: [Int] = []
        var position = 0
        while position < title.count, cuts.count < 40 {
            let (scalar, length) = title.scalar(at: position)
            if PageTitleCut.separators.contains(scalar) { cuts.append(position) }
            position += length
        }
        return cuts
    }

    /// Whether some block that is no link says just this.
    private func isShown(_ part: Bytes) -> Bool {
        page.scan.blocks.contains { block in
            block.count == part.count && block.linkBytes * 2 < block.count + 2
                && block.inherited.isDisjoint(with: [.related, .ranking, .comment, .breadcrumb, .hidden])
                && page.text(of: block).equals(part)
        }
    }
}
