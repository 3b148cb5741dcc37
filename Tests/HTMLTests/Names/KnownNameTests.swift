import Testing

@testable import HTML

/// The constants and the tables are two lists of the same names; these tests hold them together.
@Suite struct KnownNameTests {
    private let page = Document.parse([])

    private func name(_ tag: HTML.Tag) -> String { page.name(of: tag) }

    private func name(_ attribute: AttributeName) -> String { page.name(of: attribute) }

    @Test func tagsHaveTheirNumbers() {
        #expect(name(.html) == "html")
        #expect(name(.a) == "a")
        #expect(name(.address) == "address")
        #expect(name(.h1) == "h1")
        #expect(name(.h6) == "h6")
        #expect(name(.keygen) == "keygen")
        #expect(name(.li) == "li")
        #expect(name(.selectedcontent) == "selectedcontent")
        #expect(name(.var) == "var")
        #expect(name(.xmp) == "xmp")
        #expect(name(.svg) == "svg")
        #expect(name(.math) == "math")
        #expect(name(.annotationXml) == "annotation-xml")
        #expect(name(.foreignObject) == "foreignObject")
    }

    @Test func attributesHaveTheirNumbers() {
        #expect(name(.id) == "id")
        #expect(name(.class) == "class")
        #expect(name(.httpEquiv) == "http-equiv")
        #expect(name(.datetime) == "datetime")
        #expect(name(.itemprop) == "itemprop")
        #expect(name(.dataSrc) == "data-src")
        #expect(name(.ariaHidden) == "aria-hidden")
        #expect(name(.multiple) == "multiple")
        #expect(name(.definitionURL) == "definitionURL")
        #expect(name(.xlinkHref) == "xlink:href")
    }

    @Test func noNameOccursTwice() {
        for (names, table) in [(KnownTags.names, KnownNames.tags), (KnownAttributes.names, KnownNames.attributes)] {
            #expect(names.words.count == table.entries.count - 1)
            for (index, word) in names.words.enumerated() {
                #expect(table.number(of: word) == UInt32(index + 1), "\(String(decoding: word, as: UTF8.self))")
            }
        }
    }

    @Test func everyNameOfAListIsKnown() {
        let lists =
            TagTable.lists.map { $0.1 } + StartGroup.lists.map { $0.1 } + EndGroup.lists.map { $0.1 } + [
                KnownTags.adjustedSVG
            ]
        for word in lists.flatMap(\.words) {
            #expect(KnownNames.tags.number(of: word) != 0, "\(String(decoding: word, as: UTF8.self))")
        }
        for word in [KnownAttributes.adjustedSVG, KnownAttributes.namespaced].flatMap(\.words) {
            #expect(KnownNames.attributes.number(of: word) != 0, "\(String(decoding: word, as: UTF8.self))")
        }
    }

    @Test func adjustedNamesDifferInCapitalsOnly() {
        for word in KnownTags.adjustedSVG.words {
            let adjusted = TagTable.shared.adjustedSVG[Int(KnownNames.tags.number(of: word.map(\.lowercased)))]
            #expect(adjusted == KnownNames.tags.number(of: word))
        }
        for word in KnownAttributes.adjustedSVG.words {
            let adjusted = AttributeTable.shared.svg[Int(KnownNames.attributes.number(of: word.map(\.lowercased)))]
            #expect(adjusted == KnownNames.attributes.number(of: word))
        }
    }

    @Test func elementsHaveTheirTraits() {
        let traits = TagTable.shared.traits
        #expect(traits[Int(HTML.Tag.p.rawValue)].contains([.special, .impliedEnd, .thoroughlyImpliedEnd, .breaksOut]))
        #expect(traits[Int(HTML.Tag.select.rawValue)].contains([.special, .scope, .buttonScope]))
        #expect(traits[Int(HTML.Tag.template.rawValue)].contains([.special, .scope, .tableScope]))
        #expect(traits[Int(HTML.Tag.span.rawValue)] == .breaksOut)
        #expect(traits[Int(HTML.Tag.b.rawValue)] == .breaksOut)
        #expect(traits[Int(HTML.Tag.video.rawValue)] == [])
    }
}

@Suite struct ReferenceTableTests {
    private func words(_ name: String) -> [UInt8] { Array(name.utf8) + [UInt8](repeating: 0, count: 8) }

    private func bytes(_ characters: PackedCharacters?) -> String? {
        var buffer = GrowableBuffer<UInt8>(capacity: 8)
        characters?.write(to: &buffer)
        return characters == nil ? nil : String(decoding: buffer.array, as: UTF8.self)
    }

    @Test func allNamesAreThere() {
        let blobs = [References.capitals, References.firstHalf, References.secondHalf]
        #expect(blobs.map { $0.words.count / 2 }.reduce(0, +) == 2125)
        #expect(blobs.flatMap(\.words).filter { $0.last == UInt8(ascii: "!") }.count == 106)
    }

    @Test func namesAreFoundWithTheirCharacters() {
        #expect(bytes(References.shared.characters(words("eacute"), 6)) == "é")
        #expect(bytes(References.shared.characters(words("NotEqualTilde"), 13)) == "≂̸")
        #expect(bytes(References.shared.characters(words("zopf"), 4)) == "𝕫")
        #expect(bytes(References.shared.characters(words("eacut"), 5)) == nil)
    }

    @Test func theLongestNamesFitTheirBounds() {
        let blobs = [References.capitals, References.firstHalf, References.secondHalf]
        let words = blobs.flatMap(\.words)
        let names = stride(from: 0, to: words.count, by: 2).map { words[$0] }
        #expect(names.map { $0.filter { $0 != UInt8(ascii: "!") }.count }.max() == References.longestName)
        let legacy = names.filter { $0.last == UInt8(ascii: "!") }.map { $0.count - 1 }
        #expect(legacy.max() == References.longestLegacyName)
    }

    @Test func theLongestLegacyPrefixWins() {
        let not = References.shared.legacyPrefix(words("notit"), 5)
        #expect(not?.length == 3)
        #expect(bytes(not?.characters) == "¬")
        let superscript = References.shared.legacyPrefix(words("sup1x"), 5)
        #expect(superscript?.length == 4)
        #expect(References.shared.legacyPrefix(words("hellip"), 6) == nil)
        #expect(References.shared.legacyPrefix(words("x"), 1) == nil)
    }
}
