import Model

/// What a URL alone says about whether its page is an article.
///
/// Articles are filed under a date, a number or a slug; sections, tags and searches are not.
struct ArticlePath {
    /// Points for and against; nil for what is no page at all.
    static func points(_ url: WebURL) -> Int? {
        let segments = url.path.utf8.split(separator: UInt8(ascii: "/")).map { [UInt8]($0) }
        guard let last = segments.last else { return url.query == nil ? -3 : queryPoints(url.query) - 1 }
        let (stem, suffix) = split(last)
        if let suffix, otherFiles.contains(suffix) { return nil }
        var points = queryPoints(url.query)
        if hasDate(segments) { points += 3 }
        points += namePoints(stem)
        if let suffix, pageSuffixes.contains(suffix) { points += 1 }
        if url.path.utf8.last == UInt8(ascii: "/"), segments.count == 1 { points -= 1 }
        if let label = url.host?.split(separator: ".").first { points += min(0, sectionPoints(label.lowercased())) }
        for segment in segments.dropLast() {
            points += sectionPoints(String(decoding: segment, as: UTF8.self).lowercased())
        }
        if isListing(String(decoding: stem, as: UTF8.self).lowercased()) { points -= 4 }
        return points
    }

    /// The shape of a URL: digits and slugs reduced, so that articles of one site look alike.
    static func shape(_ url: WebURL) -> String {
        var shape = url.host ?? ""
        for segment in url.path.utf8.split(separator: UInt8(ascii: "/")) {
            let (stem, suffix) = split([UInt8](segment))
            let digits = stem.filter(isDigit).count
            let hyphens = stem.filter { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.count
            shape += "/"
            if digits == 0, hyphens < 2 { shape += String(decoding: stem, as: UTF8.self) }
            if digits > 0 { shape += digits == stem.count ? "0" : "a0" }
            if hyphens >= 2 { shape += "-" }
            shape += suffix.map { ".\($0)" } ?? ""
        }
        return shape
    }

    private static func namePoints(_ stem: [UInt8]) -> Int {
        let longestNumber = stem.split { !isDigit($0) }.map(\.count).max() ?? 0
        let words = stem.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "+") }
        let written = words.filter { $0.contains(where: isLetter) }.count
        var points = 0
        if longestNumber >= 5 { points += 2 } else if longestNumber >= 3 { points += 1 }
        if written >= 4 { points += 3 } else if written == 3, stem.count >= 12 { points += 2 }
        // An identifier of mixed letters and digits, as content systems make them.
        if words.count <= 2, stem.count >= 10, longestNumber < 5, stem.filter(isDigit).count >= 3 { points += 2 }
        // A title in another script, percent-encoded.
        if stem.filter({ $0 == UInt8(ascii: "%") }).count >= 12 { points += 2 }
        return points
    }

    private static func queryPoints(_ query: String?) -> Int {
        guard let query else { return 0 }
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let number = parts[1].utf8.filter(isDigit).count
            if articleParameters.contains(parts[0].lowercased()), number >= 3, parts[1].utf8.count <= 40 { return 2 }
        }
        return 0
    }

    private static func sectionPoints(_ segment: String) -> Int {
        if articleSections.contains(segment) { return 1 }
        return listingSections.contains(segment) ? -3 : 0
    }

    private static func isListing(_ stem: String) -> Bool {
        if listingSections.contains(stem) || listingNames.contains(stem) { return true }
        return listingNames.contains { stem.hasPrefix($0 + "_") || stem.hasPrefix($0 + "-") } && stem.utf8.count < 14
    }

    private static let articleParameters: Set<String> = [
        "a", "aid", "article", "article_id", "articleid", "contentid", "doc_id", "docid", "id", "nid", "news_id",
        "newsid", "p",
        "post", "postid", "sid", "storyid", "tid",
    ]
    private static let articleSections: Set<String> = [
        "a", "article", "articles", "content", "detail", "details", "news", "posts", "story", "stories", "archives",
    ]
    private static let listingSections: Set<String> = [
        "about", "account", "author", "authors", "category", "categories", "comment", "comments", "contact", "help",
        "login",
        "page", "passport", "reply",
        "profile", "register", "search", "share", "subscribe", "tag", "tags", "topic", "topics", "user", "users",
    ]
    private static let listingNames: Set<String> = [
        "index", "default", "list", "home", "node", "more", "sitemap", "main",
    ]
    private static let pageSuffixes: Set<String> = [
        "html", "htm", "shtml", "shtm", "xhtml", "php", "aspx", "jsp", "do",
    ]
    private static let otherFiles: Set<String> = [
        "jpg", "jpeg", "png", "gif", "webp", "svg", "ico", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip",
        "rar", "gz", "7z", "apk", "exe", "dmg", "mp3", "mp4", "m3u8", "avi", "flv", "mov", "css", "js", "json", "xml",
        "rss", "atom", "txt", "csv", "epub", "ics",
    ]
}

extension ArticlePath {
    /// A year and a month, and mostly a day: `/2024/05/17/`, `/2024-05/17/`, `/20240517/`, `t20240517_123`.
    static func hasDate(_ segments: [[UInt8]]) -> Bool {
        let numbers = segments.flatMap { $0.split { !isDigit($0) }.map { number($0) } }
        for (index, entry) in numbers.enumerated() {
            switch entry.digits {
            case 8: if isDate(entry.value / 10_000, entry.value / 100 % 100, entry.value % 100) { return true }
            case 6: if isDate(entry.value / 100, entry.value % 100, 1) { return true }
            case 4:
                guard index + 1 < numbers.count else { continue }
                let next = numbers[index + 1]
                if next.digits <= 2, isDate(entry.value, next.value, 1) { return true }
                if next.digits == 4, isDate(entry.value, next.value / 100, next.value % 100) { return true }
            default: continue
            }
        }
        return false
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> (value: Int, digits: Int) {
        guard digits.count <= 8 else { return (0, digits.count) }
        return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
    }

    private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        (1995...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    private static func split(_ segment: [UInt8]) -> (stem: [UInt8], suffix: String?) {
        guard let dot = segment.lastIndex(of: UInt8(ascii: ".")), dot > 0, segment.count - dot <= 6 else {
            return (segment, nil)
        }
        return (Array(segment[..<dot]), String(decoding: segment[(dot + 1)...], as: UTF8.self).lowercased())
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
