/// Short texts that stand inside articles but are not theirs, by their words alone.
enum BoilerplateText {
    static func isBoilerplate(_ text: Bytes) -> Bool {
        if text.count <= 400, appeals.occurs(in: text) { return true }
        if text.count > 240 { return false }
        if text.count <= 24 ? TitleKey(text).isEmpty : !text.contains(where: \.isWordByte) { return true }
        if text.count <= 9, text.allSatisfy({ $0.isDigit || $0 == 0x2F || $0 == 0x20 }) { return true }
        if isCredit(text) { return true }
        if text.count < 90, parts.contains(where: { text.contains($0) }) { return true }
        return wholes.holds(text) || openings.opens(text) || ForeignBoilerplate.isBoilerplate(text)
    }

    /// A picture's caption that ends with its credit: "… (Image: Agency)".
    private static func isCredit(_ text: Bytes) -> Bool {
        guard text.last == 0x29, let open = text.lastIndex(of: 0x28) else { return false }
        let inside = text.cut(from: open + 1)
        return credits.contains { inside.startsFolded(with: $0) }
    }

    private static let credits: [StaticString] = [
        "image:", "image credit", "photo:", "photo by", "photo credit", "picture:", "credit:", "pic:", "foto:",
    ]

    private static let parts: [StaticString] = [
        "上一页", "下一页", "如有侵权", "侵权请联系", "侵权必究", "查看更多", "点击查看更多", "扫描二维码", "长按二维码", "播放速度", "循环播放", "跳过片头", "跳过广告",
        "正在为您切换", "视频播放失败", "建议WIFI", "00:00/00:00",
    ]

    /// What a page says to have readers pay, register or watch rather than read.
    private static let appeals = OpeningTable([
        "subscribe now", "reserved for subscribers", "sign in to continue", "sign in to unlock", "to unlock more",
        "register to unlock", "create a free account", "create an account or", "with one account", "can't afford to",
        "contribute as little", "your past contribution", "your contribution to", "become a member", "support our work",
        "support our journalism", "already a subscriber", "free for all", "start your free trial",
        "straight to your inbox", "delivered to your inbox", "enter a valid email", "like to be emailed",
        "journalism is free for",
        "would you consider becoming", "would you consider supporting",
        "would you consider contributing", "consider contributing to", "you last contributed",
        "support independent journalism",
        "support our newsroom", "unterstützen sie unseren journalismus", "soutenez notre", "apoya nuestro periodismo",
        "apoie o jornalismo",
        "sostieni il nostro", "Поддержите редакцию", "can now listen to",
        "登录后您可以", "登录后可以", "打开app", "下载客户端", "下载app",
    ])

    private static let wholes = OpeningTable([
        "advertisement", "advertising", "ad", "sponsored", "share", "share this", "share this:", "share this article",
        "print",
        "email", "tweet", "facebook", "twitter", "comments", "comment", "loading", "loading...", "continue reading",
        "read more",
        "more", "close", "topics", "tags", "related", "related articles", "story continues below advertisement",
        "like this:",
        "view comments", "show comments", "save", "like loading...", "follow", "subscribe", "sign up", "back to top",
        "anzeige", "werbung", "table of contents", "contents show", "inhaltsverzeichnis", "table des matières",
        "tabla de contenidos",
        "목차", "目次", "目次を開く", "目录", "编辑", "publicité", "publicidad",
    ])

    private static let openings = OpeningTable([
        "read more:", "read also:", "also read:", "also read |", "read also", "related:", "see also:", "more:",
        "read next:",
        "story continues below", "article continues below", "story continues after", "article continues after",
        "this content is imported from", "continue reading below", "sign up for", "sign up to",
        "subscribe to our", "subscribe to the", "follow us on", "share this", "click here to", "don't miss:", "watch:",
        "recommended:", "advertisement -", "copyright ©", "© copyright", "©", "all rights reserved", "原标题", "（原标题",
        "(原标题",
        "责任编辑", "责编", "[责任编辑", "【责任编辑", "(责编", "（责编", "【纠错】", "相关阅读", "推荐阅读", "延伸阅读", "分享到", "分享至", "扫一扫",
        "本文来源：", "本文来源:", "特别声明", "版权声明", "免责声明", "声明：", "举报", "快来评论", "notice: the content above",
        "标签：", "标签:", "关键词：", "关键词:", "关键字：", "关键字:", "tags:", "filed under", "posted in:",
    ])
}
