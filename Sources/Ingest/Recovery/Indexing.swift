internal import Catalog
internal import Model

extension StoredPage {
    /// The URL's state learns of a page that was kept.
    func index(_ database: CatalogDatabase) throws {
        var state =
            try URLState.read(url.href, database) ?? URLState(url: url.href, source: source, firstSeen: captured)
        update(&state)
        try state.save(database)
        if let record = importedRecord { try ImportedRecord.insert(record, database) }
    }
}

extension ArticleEntry {
    /// Adds the entry, and tells the URL's state of it where it is the newest version there; whether it was new.
    func index(text: String, _ database: CatalogDatabase) throws -> Bool {
        let isNew = try insert(text: text, database)
        var state = try URLState.read(url, database) ?? URLState(url: url, source: source, firstSeen: fetched)
        if version > state.version {
            state.articleID = id
            state.textHash = textHash
            state.version = version
            try state.save(database)
        }
        return isNew
    }
}
