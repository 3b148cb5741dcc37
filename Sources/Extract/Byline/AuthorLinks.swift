internal import HTML

/// Recognises links to the pages of people who write: /author/…, /people/…, /profile/….
enum AuthorLinks {
    /// Whether a folder of the address is named for authors and something follows it.
    static func leadsToAuthor(_ address: Bytes) -> Bool {
        if address.containsFolded("?author=") || address.containsFolded("&author=") { return true }
        var start = 0
        for position in 0..<min(address.count, 400) {
            if address[position] == 0x3F || address[position] == 0x23 { return false }
            guard address[position] == 0x2F else { continue }
            if position + 1 < address.count, isFolder(address.cut(start..<position)) {
                // Licences are "by" as well: /by/4.0/.
                return address[position + 1].isLetter || position - start > 2
            }
            start = position + 1
        }
        return false
    }

    private static func isFolder(_ name: Bytes) -> Bool {
        guard name.count >= 2, name.count <= 32 else { return false }
        if name.startsFolded(with: "author") || name.endsFolded(with: "author") || name.endsFolded(with: "authors") {
            return true
        }
        return folders.contains { name.equalsFolded($0) }
    }

    private static let folders: [StaticString] = [
        "by", "byline", "bylines", "people", "profile", "profiles", "profil", "profils", "profiel", "staff", "writer",
        "writers",
        "journalist", "journalists", "journaliste", "journalistes", "journalisten", "contributor", "contributors",
        "columnist",
        "columnists", "reporter", "reporters", "correspondents", "meet-the-team", "auteur", "auteurs", "autor",
        "autores", "autoren",
        "autorin", "autori", "autore", "autorzy", "redaktion", "redakteur", "redakteure", "redactie", "redazione",
        "redaccion",
        "firmas", "colunistas", "yazar", "yazarlar", "muhabir", "tac-gia", "skribent", "forfatter", "kirjoittaja",
        "toimittaja",
        "toimittajat", "szerzo", "avtor", "avtory", "kolumnen", "penulis", "bio", "bios",
    ]
}

extension Page {
    /// The links of the lines, in order, with their text in the page.
    func links(in lines: Set<Int>) -> [Int] {
        guard let first = lines.min(), let last = lines.max() else { return [] }
        var found: [Int] = []
        for index in scan.elements.indices where scan.elements[index].tag == .a {
            let block = scan.elements[index].blocks.lowerBound
            if block > last { break }
            if block >= first, lines.contains(block), !scan.elements[index].text.isEmpty { found.append(index) }
        }
        return found
    }

    func leadsToAuthor(_ link: Int) -> Bool {
        if attribute(.rel, of: link)?.containsFolded("author") == true { return true }
        return attribute(.href, of: link).map(AuthorLinks.leadsToAuthor) ?? false
    }

    /// Whether the link itself speaks of an author, rather than of people or profiles.
    func saysAuthor(_ link: Int) -> Bool {
        [attribute(.rel, of: link), attribute(.href, of: link)].contains { value in
            value.map { $0.containsFolded("author") || $0.containsFolded("auteur") || $0.containsFolded("autor") }
                ?? false
        }
    }
}
