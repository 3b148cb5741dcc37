// The JSON form of an article, in the order a reader wants to see it.

extension Article {
    /// Writes the article as one JSON object.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("schema", Article.schema)
        writer.member("id", id)
        writer.member("url", url)
        writer.member("canonical_url", canonicalURL)
        writer.member("host", host)
        writer.member("source_id", sourceID.rawValue)
        writer.member("version", version)
        writer.member("supersedes", supersedes)
        content.writeMembers(to: &writer)
        writer.member("content_hash", contentHash.description)
        writer.member("simhash", Hexadecimal.encode(simhash))
        writer.member("near_duplicate_of", nearDuplicateOf)
        writer.key("capture")
        capture.write(to: &writer)
        content.writeEvidence(to: &writer)
        writer.member(reservations: reservations)
        writer.member("extractor", extractor)
        writer.endObject()
    }

    /// The article as one line of JSON with its line feed.
    package var line: [UInt8] {
        // The text stands there twice, whole and in blocks.
        let size = content.blocks.reduce(0) { $0 + $1.text.utf8.count }
        var writer = JSONWriter(reservingCapacity: size * 9 / 4 + 4096)
        write(to: &writer)
        writer.endLine()
        return writer.bytes
    }
}

extension CaptureReference {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("reel", reel)
        writer.member("offset", offset.rawValue)
        writer.member("fetched", fetched)
        writer.member("status", status)
        writer.member("charset", charset)
        writer.endObject()
    }
}

extension ArticleContent {
    /// Whether two readings of a page say the same, whatever rules gave the fields.
    package func saysTheSame(as other: ArticleContent) -> Bool {
        func members(_ content: ArticleContent) -> [UInt8] {
            var writer = JSONWriter(reservingCapacity: 4096)
            writer.beginObject()
            content.writeMembers(to: &writer)
            writer.endObject()
            return writer.bytes
        }
        return members(self) == members(other)
    }

    /// Writes every field but the evidence as members of the object that is open.
    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("title", title)
        writer.member("subtitle", subtitle)
        writer.array("authors", authors) { author, writer in
            writer.member("name", author.name)
            writer.member("role", author.role.rawValue)
        }
        writer.object("publisher", publisher) { publisher, writer in
            writer.member("name", publisher.name)
            writer.member("url", publisher.url)
        }
        writer.member("site", site)
        writer.member("editors", editors)
        writer.member("section", section)
        writer.object("dateline", dateline) { dateline, writer in
            writer.member("outlet", dateline.outlet)
            writer.member("place", dateline.place)
            writer.member("date", dateline.date)
        }
        writer.member("published", published)
        writer.member("modified", modified)
        writer.member("language", language)
        writeBody(to: &writer)
        writer.member("licences", licences)
        writer.member("rights_holder", rightsHolder)
        integrity.write(to: &writer)
        writer.member("next_pages", nextPages)
    }

    private func writeBody(to writer: inout JSONWriter) {
        writer.array("blocks", blocks) { block, writer in
            writer.member("type", block.type.rawValue)
            if let level = block.level { writer.member("level", level) }
            writer.member("text", block.text)
        }
        writer.member("text", text)
        writer.member("lead_image", leadImage)
        writer.array("images", images) { image, writer in
            writer.member("url", image.url)
            writer.member("caption", image.caption)
        }
        writer.member("tags", tags)
        writer.array("related", related) { link, writer in
            writer.member("title", link.title)
            writer.member("url", link.url)
        }
    }

    /// Writes the member `evidence`, its fields in alphabetical order.
    package func writeEvidence(to writer: inout JSONWriter) {
        writer.key("evidence")
        writer.beginObject()
        for (field, evidence) in evidence.sorted(by: { $0.key < $1.key }) {
            writer.key(field)
            writer.beginObject()
            writer.member("from", evidence.from)
            // Three digits are as sure as a rule can be.
            writer.member("confidence", (evidence.confidence * 1000).rounded() / 1000)
            writer.endObject()
        }
        writer.endObject()
    }
}

extension Integrity {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.key("integrity")
        writer.beginObject()
        writer.member("verdict", verdict.rawValue)
        writer.array("findings", findings) { finding, writer in
            writer.member("kind", finding.kind)
            writer.member("phrase", finding.phrase)
            writer.member("count", finding.count)
            writer.key("spans")
            writer.beginArray()
            for span in finding.spans {
                writer.beginArray()
                for byte in span { writer.value(byte) }
                writer.endArray()
            }
            writer.endArray()
            writer.member("candidates", finding.candidates)
            writer.member("confidence", finding.confidence)
            writer.array("places", finding.places) { place, writer in
                writer.member("zone", place.zone)
                writer.member("context", place.context)
                writer.member("candidate", place.candidate)
            }
        }
        writer.endObject()
    }
}

extension JSONWriter {
    /// A key and an array of objects.
    package mutating func array<Element>(
        _ name: String, _ elements: [Element], members: (Element, inout JSONWriter) -> Void
    ) {
        key(name)
        beginArray()
        for element in elements {
            beginObject()
            members(element, &self)
            endObject()
        }
        endArray()
    }

    /// A key and an object, or null.
    package mutating func object<Value>(
        _ name: String, _ value: Value?, members: (Value, inout JSONWriter) -> Void
    ) {
        key(name)
        guard let value else { return null() }
        beginObject()
        members(value, &self)
        endObject()
    }
}
