package import Model

/// Writes subscription lists in OPML 2.0.
package enum OPMLWriter {
    /// One source: what a feed reader understands, and our settings.
    package struct Source: Sendable {
        package var title: String
        package var url: String
        /// Whether the address is a feed's, which other programs may subscribe to.
        package var isFeed: Bool
        package var settings: [(name: String, value: String)]

        package init(title: String, url: String, isFeed: Bool, settings: [(name: String, value: String)]) {
            self.title = title
            self.url = url
            self.isFeed = isFeed
            self.settings = settings
        }
    }

    /// The file; a source that is no feed is a `link`, so that feed readers do not take it for one.
    package static func write(_ sources: [Source], created: Timestamp) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0" xmlns:newsreel="\(OPMLReader.namespace)">
              <head>
                <title>Newsreel</title>
                <dateCreated>\(HTTPDate.write(created))</dateCreated>
              </head>
              <body>

            """
        for source in sources {
            let type = source.isFeed ? "rss" : "link"
            let address = source.isFeed ? "xmlUrl" : "url"
            text += "    <outline type=\"\(type)\" text=\"\(quote(source.title))\" \(address)=\"\(quote(source.url))\""
            for setting in source.settings { text += " newsreel:\(setting.name)=\"\(quote(setting.value))\"" }
            text += "/>\n"
        }
        return text + "  </body>\n</opml>\n"
    }

    /// An attribute's value (XML 1.0, 2.3); what XML cannot have at all is left out.
    private static func quote(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case "\"": out += "&quot;"
            case "\t", "\n", "\r": out += "&#\(scalar.value);"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
