internal import HTML
internal import Model

/// Makes whole addresses of what the page's attributes say.
struct Addresses {
    private let base: WebURL?
    private let page: Page

    init(_ page: Page) {
        self.page = page
        base = page.url
    }

    /// An http address, or nil where it is another scheme, broken, or relative on a page without an address.
    func resolve(_ value: Bytes?) -> WebURL? {
        guard let value = value?.trimmed, !value.isEmpty, value.count < 2000, value[0] != 0x23 else { return nil }
        guard !value.startsFolded(with: "data:"), !value.startsFolded(with: "javascript:") else { return nil }
        do {
            let url = try WebURL(utf8: value, base: base)
            return url.isHTTP ? url : nil
        } catch {
            return nil
        }
    }

    func resolve(_ value: String?) -> WebURL? {
        guard var value else { return nil }
        return value.withUTF8 { resolve($0) }
    }

    /// What the page calls its canonical address.
    var canonical: WebURL? {
        for node in page.scan.links {
            guard page.document.attribute(.rel, of: node)?.trimmed.equalsFolded("canonical") == true else { continue }
            return resolve(page.document.attribute(.href, of: node))
        }
        return nil
    }

    /// The registrable domain of a host name.
    static func host(_ name: Bytes) -> String? {
        do {
            return try WebURL("https://" + name.string).registrableDomain
        } catch {
            return nil
        }
    }
}
