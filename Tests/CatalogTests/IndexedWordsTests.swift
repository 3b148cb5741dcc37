import Foundation
import GRDB
import Testing

@testable import Catalog

@Suite struct IndexedWordsTests {
    @Test(arguments: [
        ("新闻网", "新闻 闻网"), ("年", "年"), ("2024年", "2024 年"), ("在 2024 年底", "在 2024 年底"), ("海港，港口。", "海港 港口"),
        ("Ünder-way", "under way"), ("ＣＯＶＩＤ－１９", "covid 19"), ("e\u{301}tude E\u{301}", "etude e"),
        ("İzmir ŁÓDŹ", "izmir łodz"),
        ("“Ferry”, said…", "ferry said"), ("한국어", "한국 국어"), ("カタカナ", "カタ タカ カナ"), ("हिन्दी", "हिन्दी"), ("Σ ς й µ", "σ σ й μ"),
        ("a\u{0}b", "a b"), (" , ", ""), ("", ""), ("𠀀𠀁 𝒳", "𠀀𠀁 𝒳"),
    ])
    func wordsAreFoldedAndParted(text: String, words: String) {
        #expect(IndexedWords.of(text) == words)
    }

    @Test(
        arguments: [
            ("covid-19", "\"covid 19\""), ("报", "\"报\"*"), ("报告", "\"报告\""), ("政府报告 U.S.", "\"政府 府报 报告\" AND \"u s\""),
            ("- \"", nil),
            ("ferry\"*", "\"ferry\""),
        ] as [(String, String?)])
    func aQueryIsCutAsTheTextIs(text: String, query: String?) {
        #expect(IndexedWords.query(text) == query)
    }

    /// Texts indexed before, by SQLite's own folding, are found by words folded here.
    @Test func lettersAreFoldedAsUnicode61DoesIt() throws {
        // SQLite alone keeps the two marks of ǡ, and has unassigned characters among the Greek ones for letters.
        let ranges: [ClosedRange<UInt32>] = [
            0x21...0x1DF, 0x1E2...0x24F, 0x386...0x38A, 0x38E...0x3A1, 0x3A3...0x3CE, 0x400...0x481, 0x1E00...0x1EFF,
        ]
        let database = try DatabaseQueue()
        try database.write { database in
            try database.execute(
                sql: """
                    CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = "unicode61 remove_diacritics 2");
                    CREATE VIRTUAL TABLE terms USING fts5vocab (words, instance);
                    """)
            for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
                try database.execute(
                    sql: "INSERT INTO words (rowid, word) VALUES (?, ?)", arguments: [Int(scalar.value), "x\(scalar)x"])
            }
            var terms: [Int: [String]] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT doc, term FROM terms ORDER BY doc, offset") {
                terms[row["doc"], default: []].append(row["term"])
            }
            let different = ranges.joined().filter { value in
                guard let scalar = Unicode.Scalar(value) else { return false }
                return terms[Int(value)] != IndexedWords.of("x\(scalar)x").split(separator: " ").map(String.init)
            }
            #expect(different.map { String($0, radix: 16) } == [])
        }
    }

    @Test func noTextIsLongerThanItsRoom() {
        let seed = UInt64.random(in: 1...UInt64.max)
        var random = SeededNumbers(state: seed)
        for _ in 0..<2000 {
            let scalars = (0..<Int.random(in: 0..<40, using: &random)).compactMap { _ -> Unicode.Scalar? in
                let bound: UInt32 = [0x80, 0x250, 0x3100, 0xFFFF, 0x2FFFF].randomElement(using: &random) ?? 0x80
                return Unicode.Scalar(UInt32.random(in: 0...bound, using: &random))
            }
            let words = IndexedWords.of(String(String.UnicodeScalarView(scalars)))
            #expect(words == IndexedWords.of(String(String.UnicodeScalarView(scalars))), "seed \(seed)")
            #expect(!words.hasPrefix(" ") && !words.hasSuffix(" ") && !words.contains("  "), "seed \(seed)")
        }
    }
}
