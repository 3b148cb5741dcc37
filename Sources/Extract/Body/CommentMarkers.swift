/// Headings of the readers' comments, with their number: "12 Comments", "Top rated comments", "全部评论（12）".
enum CommentMarkers {
    /// Whether the text, alone in its block, opens a part of the page that holds comments.
    static func opensComments(_ text: Bytes) -> Bool {
        guard text.count >= 6, text.count <= 48 else { return false }
        return saysCommentsInChinese(text) || saysComments(text)
    }

    /// Nothing but one of the nouns, figures, marks and small words.
    private static func saysComments(_ text: Bytes) -> Bool {
        var isNamed = false
        var words = 0
        var position = 0
        while position < text.count {
            let start = position
            while position < text.count, text[position].isLetter || text[position] >= 0x80 { position += 1 }
            guard position > start else {
                position += 1
                continue
            }
            let word = text.cut(start..<position)
            words += 1
            if nouns.contains(where: { word.equalsFolded($0) }) {
                isNamed = true
            } else if !beside.contains(where: { word.equalsFolded($0) }) {
                return false
            }
        }
        return isNamed && words <= 5
    }

    private static let nouns: [StaticString] = [
        "comments", "comment", "replies", "kommentare", "commentaires", "comentarios", "commenti", "yorumlar",
    ]

    private static let beside: [StaticString] = [
        "top", "rated", "all", "view", "show", "read", "see", "user", "users", "reader", "readers", "your", "latest",
        "recent", "the", "of", "add", "a", "newest", "oldest", "most", "liked", "popular", "featured", "on", "this",
        "article", "story", "post", "facebook", "disqus", "hide", "to", "load", "more", "visitor", "thoughts",
    ]

    private static func saysCommentsInChinese(_ text: Bytes) -> Bool {
        guard let hit = text.find("评论") ?? text.find("評論") ?? text.find("跟帖") ?? text.find("跟贴"), text.count <= 36
        else { return false }
        return isBeside(text.cut(to: hit)) && isBeside(text.cut(from: hit + 6))
    }

    /// Figures, marks and the characters that stand beside 评论 in a heading.
    private static func isBeside(_ text: Bytes) -> Bool {
        var position = 0
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            position += length
            if scalar >= 0x4E00, scalar <= 0x9FFF, !besideInChinese.contains(scalar) { return false }
            if scalar < 0x80, UInt8(truncatingIfNeeded: scalar).isLetter { return false }
        }
        return true
    }

    private static let besideInChinese = ScalarSet("共有条全部网友热门最新精彩参与发表我要暂无查看更多用户文章的区条數全")
}
