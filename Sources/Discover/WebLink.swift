import Model

/// Links as pages and feeds write them.
enum WebLink {
    /// The absolute http or https URL a link means; nil where it means none.
    static func resolve(_ text: String, base: WebURL?) -> WebURL? {
        guard text.utf8.count <= 8192 else { return nil }
        do {
            let url = try WebURL(text, base: base)
            return url.isHTTP ? url : nil
        } catch {
            return nil
        }
    }
}
