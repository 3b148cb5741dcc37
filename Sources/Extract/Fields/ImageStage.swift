internal import HTML
internal import Model

/// Finds the pictures of the article: those between its paragraphs, with their captions, and the one that leads.
struct ImageStage {
    let page: Page
    let meta: MetaTags
    let linked: LinkedData
    let frame: ArticleFrame

    /// A picture and the block it stands before.
    struct Placed {
        var image: Image
        var block: Int
    }

    func images() -> [Placed] {
        guard let first = frame.body.first, let last = frame.body.last else { return [] }
        let start = frame.title ?? first
        let addresses = Addresses(page)
        var found: [Placed] = []
        for picture in page.scan.images where picture.block > start && picture.block <= last + 1 && found.count < 100 {
            let element = page.scan.elements[picture.element]
            guard element.inherited.isDisjoint(with: ElementFlags.junk.subtracting([.player])),
                !isSmall(picture.element),
                let url = addresses.resolve(source(picture.element))
            else { continue }
            guard !found.contains(where: { $0.image.url == url.href }) else { continue }
            found.append(Placed(image: Image(url: url.href, caption: caption(picture.element)), block: picture.block))
        }
        return found
    }

    /// The picture that metadata names, else the first of the article.
    func lead(_ images: [Placed]) -> Candidates<String> {
        let addresses = Addresses(page)
        var found = Candidates<String>()
        found.offer(addresses.resolve(meta.first("og:image"))?.href, "og:image", 0.9)
        found.offer(addresses.resolve(linked.address(linked.article?["image"]))?.href, "json-ld", 0.85)
        found.offer(addresses.resolve(meta.first("twitter:image"))?.href, "twitter:image", 0.8)
        found.offer(images.first?.image.url, "body", 0.6)
        return found
    }

    /// Pictures that load later keep their address elsewhere.
    private func source(_ element: Int) -> Bytes? {
        for name in [AttributeName.dataSrc, .dataOriginal, .src] {
            if let value = page.attribute(name, of: element), value.count > 4, !isPlaceholder(value) { return value }
        }
        // The first of several sizes.
        guard let sizes = page.attribute(.srcset, of: element)?.trimmed else { return nil }
        let first = sizes.cut(to: sizes.firstIndex { $0 == 0x20 || $0 == 0x0A } ?? sizes.count)
        return first.count > 4 && !isPlaceholder(first) ? first : nil
    }

    /// What stands there until the picture is loaded, by its name.
    private func isPlaceholder(_ address: Bytes) -> Bool {
        if address.startsFolded(with: "data:") { return true }
        let name = address.cut(from: (address.lastIndex(of: 0x2F) ?? -1) + 1)
        return ImageStage.placeholders.occur(in: name)
    }

    private static let placeholders: FoldedWords = [
        "placeholder", "spacer.", "blank.", "transparent.", "lazyload", "1x1.", "pixel.gif", "loading.gif",
        "loading.svg",
    ]

    private func isSmall(_ element: Int) -> Bool {
        for name in [AttributeName.width, .height] {
            guard let value = page.attribute(name, of: element), !value.isEmpty, value.allSatisfy(\.isDigit) else {
                continue
            }
            if value.count < 2 || value.count == 2 && value[0] < 0x36 { return true }
        }
        return false
    }

    private func caption(_ element: Int) -> String? {
        let figure = page.ancestor(of: element) {
            $0.tag == .figure || $0.flags.contains(.image) && $0.blocks.count <= 4
        }
        guard let figure else { return nil }
        for index in page.scan.elements[figure].blocks {
            let block = page.scan.blocks[index]
            guard block.kind == .caption || block.inherited.contains(.caption), block.count <= 800 else { continue }
            return TextCleaner.clean(page.text(of: block))
        }
        return nil
    }
}
