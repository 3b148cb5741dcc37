/// Lines by which readers move and use a page: they stand between headline, byline and text where the markup is lost.
enum PageControls {
    /// Longer lines are none, in bytes.
    private static let maximumLength = 40

    static func isOne(_ text: Bytes) -> Bool {
        guard text.count <= maximumLength else { return false }
        return text.containsAny(chinese) || openings.contains { text.startsFolded(with: $0) }
    }

    private static let chinese: [StaticString] = [
        "人参与", "评论", "跟贴", "跟帖", "阅读", "浏览", "播放", "播报", "字号", "字体", "分享", "打印", "收藏", "关注", "繁体", "繁體", "简体", "簡體",
        "无障碍",
        "返回", "登录", "注册", "下载", "扫码", "二维码", "投稿", "订阅", "举报", "客户端",
    ]

    private static let openings: [StaticString] = [
        "skip to", "toggle", "sign in", "sign up", "log in", "login", "register", "subscribe", "follow", "share",
        "print", "save", "listen", "menu", "search", "advertis", "comment", "leave a comment", "click ",
        "become a member", "reviewed by", "download", "read more", "back to", "view all", "photo", "credit", "image",
        "media caption", "by ", "posted ", "published", "updated", "newsletter", "donate", "cookie", "accept",
    ]
}
