/// Headings of sections that follow an article without being of it: related stories, rankings, comments.
enum SectionMarkers {
    /// Whether the text, alone in its block, opens such a section.
    static func opensForeignSection(_ text: Bytes) -> Bool {
        guard text.count <= 72 else { return false }
        var text = text
        while let last = text.last, last == 0x3A || last == 0x20 || last == 0x2E || last == 0x3E {
            text = text.cut(to: text.count - 1)
        }
        for mark in ["：", "】", "〉", "》"] as [StaticString] where text.ends(with: mark) {
            text = text.cut(to: text.count - 3)
        }
        if text.starts(with: "【") { text = text.cut(from: 3) }
        while let first = text.first, first == 0x5B || first == 0x3E || first == 0x20 || first == 0x2F {
            text = text.cut(from: 1)
        }
        return CommentMarkers.opensComments(text) || wholes.holds(text) || openings.opens(text)
            || ForeignSectionWords.wholes.holds(text) || ForeignSectionWords.openings.opens(text)
            || chinese.contains { text.starts(with: $0) && text.count <= $0.utf8CodeUnitCount + 12 }
    }

    private static let wholes = OpeningTable([
        "related", "recommended", "trending", "popular", "latest", "comments", "read more", "read next", "see also",
        "up next",
        "newsletter", "sponsored", "most read", "most popular", "trending now", "top stories", "tags", "topics",
        "popular posts", "references", "conversations", "more stories", "more news",
        "latest news",
        "keep reading", "also read", "also see", "footnotes", "discussion", "follow us", "our team", "partners",
        "top news",
        "must read", "must reads", "read this next", "in this story", "key topics", "more like this", "load comments",
    ])

    private static let openings = OpeningTable([
        "related articles", "related stories", "related news", "related content", "related posts", "related topics",
        "related reading", "related links", "related internet links", "related video", "related coverage",
        "related items", "more from ",
        "more on this",
        "more in ", "more about ", "you may also", "you might also", "you may like", "recommended for you",
        "recommended stories",
        "recommended read", "recommended article", "what to read next", "what others are reading", "read more about",
        "leave a comment", "leave a reply", "leave your comment", "post a comment", "about the author",
        "about the writer",
        "share this", "join the conversation", "join the discussion", "sign up for", "other stories", "other articles",
        "from around the web", "around the web", "sponsored stories", "promoted stories", "don't miss", "don’t miss",
        "editor's pick", "editors' pick", "editor’s pick", "editors’ pick", "subscribe to ", "most viewed",
        "most shared",
        "most commented", "most watched", "latest stories", "latest articles", "latest posts", "popular articles",
        "popular stories", "popular on ", "trending stories", "trending on ", "trending articles", "we recommend",
        "stories you may", "articles you may", "people also", "readers also", "also on ", "next article",
        "previous article",
        "similar articles", "similar stories", "similar posts",
    ])

    private static let chinese: [StaticString] = [
        "相关新闻", "相关阅读", "相关文章", "相关推荐", "相关报道", "相关链接", "相关专题", "相关资讯", "相关内容", "推荐阅读", "延伸阅读",
        "拓展阅读", "猜你喜欢", "热门推荐", "热门文章", "热门新闻", "热门评论", "热点新闻", "热点推荐", "最新文章", "最新评论", "最新新闻",
        "网友评论", "精彩推荐", "精彩图片", "为您推荐", "为你推荐", "往期回顾", "更多新闻", "更多精彩", "更多文章", "阅读下一篇", "下一篇",
        "上一篇", "大家都在看", "点击排行", "排行榜", "发表评论", "全部评论", "用户评论", "文章评论", "编辑推荐", "今日热点", "头条推荐",
        "你可能喜欢", "您可能", "你可能还", "新闻推荐", "图片推荐", "新闻排行", "阅读数", "阅读量", "不感兴趣", "参考资料", "参考文献", "外部链接", "注释", "本文作者",
        "作者简介", "关于作者", "最热评论", "跟贴",
        "相關新聞", "相關文章", "相關報導", "延伸閱讀", "推薦閱讀", "猜你喜歡", "関連記事", "関連リンク", "おすすめ記事", "あわせて読みたい",
        "人気記事", "アクセスランキング", "ランキング", "この記事を", "関連ニュース", "新着記事", "最新記事", "関連キーワード", "参考链接",
    ]
}
