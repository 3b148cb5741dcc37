/// What an anchor's text says about whether it is a headline.
enum AnchorText {
    /// Points for and against; a picture alone says nothing.
    static func points(_ text: String?) -> Int {
        guard let text else { return 0 }
        if moreWords.contains(text.lowercased()) { return -3 }
        switch width(of: text) {
        case ..<5: return -2
        case ..<9: return -1
        case ..<14: return 0
        case ..<20: return 1
        case ..<240: return 2
        default: return 1
        }
    }

    /// The room a text takes: a letter is one wide, a Chinese character or kana two and a half.
    static func width(of text: String) -> Int {
        var width = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF: width += 5
            default: width += 2
            }
        }
        return width / 2
    }

    private static let moreWords: Set<String> = [
        "more", "read more", "continue reading", "learn more", "see more", "view all", "see all", "next", "previous",
        "comments", "share", "video", "photos", "更多", "更多>>", "查看更多", "更多新闻", "[详细]", "详细", "阅读全文", "全文", "查看全文",
        "评论", "分享", "首页", "上一页", "下一页", "返回", "返回顶部", "登录", "注册",
    ]
}
