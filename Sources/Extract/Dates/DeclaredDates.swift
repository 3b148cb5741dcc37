internal import HTML

// What the page's metadata and its address say.

extension DateStage {
    func readLinkedData(_ result: inout Result) {
        for node in linked.nodes {
            if node["datePublished"] == nil, node["pubDate"] != nil {
                result.published.offer(date(node["pubDate"]?.text), "json-ld:pubDate", 0.9)
                result.modified.offer(date(node["upDate"]?.text), "json-ld:upDate", 0.9)
            }
            let isArticle = LinkedData.isArticle(node)
            guard isArticle || LinkedData.has(node, type: "WebPage") || LinkedData.has(node, type: "VideoObject") else {
                continue
            }
            let weight = isArticle ? 0.95 : 0.7
            result.published.offer(date(node["datePublished"]?.text), "json-ld", weight)
            result.published.offer(
                date(node["dateCreated"]?.text ?? node["uploadDate"]?.text), "json-ld:created", weight - 0.2)
            result.modified.offer(date(node["dateModified"]?.text), "json-ld", weight)
        }
    }

    func readMeta(_ result: inout Result) {
        for (name, value) in meta.tags where name.count >= 4 && value.count >= 8 && value.count < 80 {
            if let weight = DateMetaNames.published.first(where: { name.equalsFolded($0.0) })?.1 {
                result.published.offer(date(value), "meta:\(name.string)", weight)
            } else if DateMetaNames.modified.contains(where: { name.equalsFolded($0) }) {
                result.modified.offer(date(value), "meta:\(name.string)", 0.9)
            }
        }
    }

    func readProperties(_ result: inout Result) {
        for index in page.scan.properties {
            guard let property = page.attribute(.itemprop, of: index) else { continue }
            let isPublished = property.containsFolded("datepublished") || property.containsFolded("datecreated")
            guard isPublished || property.containsFolded("datemodified") else { continue }
            let element = page.scan.elements[index]
            guard element.inherited.isDisjoint(with: [.comment, .related, .sidebar]) else { continue }
            // Far from the headline it is more likely of another story, or of a comment.
            let weight = isHead(element.blocks.lowerBound) || element.blocks.lowerBound == 0 ? 0.9 : 0.62
            let value =
                page.attribute(.datetime, of: index) ?? page.attribute(.content, of: index)
                ?? page.text(ofElement: index)
            if isPublished {
                result.published.offer(date(value), "itemprop", weight)
            } else {
                result.modified.offer(date(value), "itemprop", weight)
            }
        }
    }

    func readURL(_ result: inout Result) {
        guard var url else { return }
        result.published.offer(url.withUTF8 { URLDate.read($0) }, "url", 0.6)
    }
}
