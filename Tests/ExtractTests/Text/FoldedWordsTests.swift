import Testing

@testable import Extract

@Suite struct FoldedWordsTests {
    private let words: FoldedWords = ["subscribe now", "sign in", "登录后", "à la", "si"]

    @Test(arguments: [
        "Subscribe now", "you may SIGN IN to read", "请登录后查看", "menu à la carte", "a Si", "登登录后",
    ])
    func oneIsFoundAnywhereInAnyCase(text: String) {
        #expect(reading(text) { words.occur(in: $0) })
    }

    @Test(arguments: ["", "s", "subscribe no", "录后登", "À LA", "登录", "t i"])
    func whatIsNoneOfThemIsNot(text: String) {
        #expect(!reading(text) { words.occur(in: $0) })
    }

    @Test func noWordsOccurNowhere() {
        #expect(!reading("anything") { FoldedWords([]).occur(in: $0) })
    }

    @Test func theyAreFoundAsEachAloneWouldBe() {
        let pieces = ["si", "S", "subscribe ", "now", "sign", " in", "登", "录后", "à", " la", "À", "i", "\u{0}"]
        let seed = UInt64.random(in: 0 ... .max)
        var state = seed
        for _ in 0..<2000 {
            var text = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            reading(text) { text in
                let alone = (["subscribe now", "sign in", "登录后", "à la", "si"] as [StaticString]).contains {
                    text.containsFolded($0)
                }
                #expect(words.occur(in: text) == alone, "\(text.string), seed \(seed)")
            }
        }
    }
}
