import Model

// One link a page: a picture, a headline and a "read more" that lead to the same article are one.

extension [PageLink] {
    /// The first link to each page, in order, with the text that says most.
    ///
    /// Two URLs are one page where their canonical forms are equal.
    func folded() -> [PageLink] {
        var places: [CanonicalURL: Int] = [:]
        var links: [PageLink] = []
        for link in self {
            let key = CanonicalURL(link.url)
            guard let place = places[key] else {
                places[key] = links.count
                links.append(link)
                continue
            }
            let isBetter = AnchorText.points(link.text) > AnchorText.points(links[place].text)
            if isBetter || links[place].text == nil {
                // The place of the text counts: a headline in a list, not the picture beside the navigation.
                links[place].text = link.text ?? links[place].text
                links[place].block = link.block
            }
            links[place].isBoilerplate = links[place].isBoilerplate && link.isBoilerplate
        }
        return links
    }
}
