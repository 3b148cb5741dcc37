// Reading an article's line back, with a JSON decoder of the caller's.

extension Article {
    private enum Key: String, CodingKey {
        case id, url, host, version, supersedes, simhash, capture, reservations, extractor
        case canonicalURL = "canonical_url"
        case sourceID = "source_id"
        case contentHash = "content_hash"
        case nearDuplicateOf = "near_duplicate_of"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        id = try container.decode(String.self, forKey: .id)
        url = try container.decode(String.self, forKey: .url)
        canonicalURL = try container.decode(String.self, forKey: .canonicalURL)
        host = try container.decode(String.self, forKey: .host)
        sourceID = try container.decode(SourceID.self, forKey: .sourceID)
        version = try container.decode(Int.self, forKey: .version)
        supersedes = try container.decodeIfPresent(String.self, forKey: .supersedes)
        content = try ArticleContent(from: decoder)
        contentHash = try container.decode(ContentHash.self, forKey: .contentHash)
        let digits = try container.decode(String.self, forKey: .simhash)
        guard digits.utf8.count == 16, let number = UInt64(digits, radix: 16) else {
            throw DecodingError.dataCorruptedError(
                forKey: .simhash, in: container, debugDescription: "expected 16 hexadecimal digits")
        }
        simhash = number
        nearDuplicateOf = try container.decodeIfPresent(String.self, forKey: .nearDuplicateOf)
        capture = try container.decode(CaptureReference.self, forKey: .capture)
        reservations = try container.decodeIfPresent([Reservation].self, forKey: .reservations) ?? []
        extractor = try container.decode(String.self, forKey: .extractor)
    }
}

extension ArticleContent {
    private enum Key: String, CodingKey {
        case title, subtitle, authors, publisher, site, editors, section, dateline, published, modified, language
        case blocks, images, tags, related, licences, integrity, evidence
        case leadImage = "lead_image"
        case rightsHolder = "rights_holder"
        case nextPages = "next_pages"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        title = try container.decodeIfPresent(String.self, forKey: .title)
        subtitle = try container.decodeIfPresent(String.self, forKey: .subtitle)
        authors = try container.decodeIfPresent([Author].self, forKey: .authors) ?? []
        publisher = try container.decodeIfPresent(Publisher.self, forKey: .publisher)
        site = try container.decodeIfPresent(String.self, forKey: .site)
        editors = try container.decodeIfPresent([String].self, forKey: .editors) ?? []
        section = try container.decodeIfPresent([String].self, forKey: .section) ?? []
        dateline = try container.decodeIfPresent(Dateline.self, forKey: .dateline)
        published = try container.decodeIfPresent(Timestamp.self, forKey: .published)
        modified = try container.decodeIfPresent(Timestamp.self, forKey: .modified)
        language = try container.decodeIfPresent(String.self, forKey: .language)
        blocks = try container.decodeIfPresent([Block].self, forKey: .blocks) ?? []
        leadImage = try container.decodeIfPresent(String.self, forKey: .leadImage)
        images = try container.decodeIfPresent([Image].self, forKey: .images) ?? []
        tags = try container.decodeIfPresent([String].self, forKey: .tags) ?? []
        related = try container.decodeIfPresent([Link].self, forKey: .related) ?? []
        licences = try container.decodeIfPresent([String].self, forKey: .licences) ?? []
        rightsHolder = try container.decodeIfPresent(String.self, forKey: .rightsHolder)
        integrity = try container.decodeIfPresent(Integrity.self, forKey: .integrity) ?? Integrity()
        evidence = try container.decodeIfPresent([String: Evidence].self, forKey: .evidence) ?? [:]
        nextPages = try container.decodeIfPresent([String].self, forKey: .nextPages) ?? []
    }
}

extension Timestamp: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = Timestamp(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected an RFC 3339 time, found \(text)")
        }
        self = time
    }
}
