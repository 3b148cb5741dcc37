import Testing

@testable import Schedule

struct RobotsPatternTests {
    private func matches(_ pattern: String, _ path: String) -> Bool {
        let path = RobotsPath.normalise(path.utf8)
        return path.withUnsafeBufferPointer { RobotsPattern(pattern.utf8).matches($0) }
    }

    @Test func aPatternIsAPrefix() {
        #expect(matches("/fish", "/fish") && matches("/fish", "/fishes/a") && matches("/fish*", "/fish"))
        #expect(!matches("/fish", "/catfish") && !matches("/fish/", "/fish"))
    }

    @Test func aStarIsAnyOctets() {
        #expect(matches("/*.php", "/a/b.php5") && matches("/a*b*c", "/abc") && matches("*b", "/ab"))
        #expect(matches("/**a", "/xa") && matches("/a**", "/a") && matches("*", "/"))
        #expect(!matches("/a*b*c", "/acb") && !matches("/*.php", "/a/php"))
    }

    @Test func aFinalDollarIsTheEnd() {
        #expect(matches("/a$", "/a") && !matches("/a$", "/ab") && matches("/*.php$", "/x.php.php"))
        #expect(!matches("/*.php$", "/x.php?y") && matches("/a*$", "/abc") && matches("$", ""))
        #expect(!matches("/ab*ba$", "/aba"), "what the start took is not there for the end")
    }

    @Test func aDollarElsewhereIsADollar() {
        #expect(matches("/a$b", "/a$b/c") && matches("/a$b", "/a%24b") && matches("/a%24", "/a$b"))
        #expect(!matches("/a%24", "/a") && matches("/a$$", "/a$") && matches("/%2A", "/*") && !matches("/%2A", "/x"))
    }

    @Test func escapesAreComparedInOneForm() {
        #expect(matches("/%62%61z", "/baz") && matches("/baz", "/%62a%7a"))
        #expect(matches("/a%2fb", "/a%2Fb") && !matches("/a%2Fb", "/a/b"))
        #expect(matches("/新", "/%E6%96%B0") && matches("/%e6%96%b0", "/新闻") && matches("/a b", "/a%20b"))
        #expect(matches("/%zz%", "/%zz%") && matches("/it's", "/it%27s"))
    }

    @Test func theLengthIsOfTheNormalForm() {
        #expect(RobotsPattern("/a*b$".utf8).length == 5)
        #expect(RobotsPattern("/新".utf8).length == RobotsPattern("/%e6%96%b0".utf8).length)
        #expect(RobotsPattern("/%61".utf8).length == 2)
    }

    @Test func hostilePatternsTakeLinearTime() {
        let path = "/" + String(repeating: "a", count: 60_000)
        let clock = ContinuousClock()
        let patterns = [
            "/" + String(repeating: "a*", count: 10_000) + "b", "/*" + String(repeating: "a", count: 20_000) + "b",
            String(repeating: "*a", count: 30_000) + "$", "/" + String(repeating: "*", count: 100_000) + "b",
            "/*" + String(repeating: "ab*", count: 10_000),
            String(repeating: "/*a*a*a*a*a*a*a*a*a*a", count: 50) + "b$",
        ]
        let time = clock.measure {
            for pattern in patterns {
                #expect(matches(pattern, path) == (pattern.last == "$" && !pattern.contains("b")))
            }
        }
        #expect(time < .seconds(10))
    }

    /// The plain reading: try every split.
    private func matchesSlowly(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return true }
        if first == UInt8(ascii: "$"), pattern.count == 1 { return path.isEmpty }
        if first == UInt8(ascii: "*") {
            return (path.startIndex...path.endIndex).contains { matchesSlowly(pattern.dropFirst(), path[$0...]) }
        }
        return path.first == first && matchesSlowly(pattern.dropFirst(), path.dropFirst())
    }

    @Test func itAgreesWithThePlainReading() {
        var generator = SeededGenerator(for: "itAgreesWithThePlainReading")
        for _ in 0..<6_000 {
            let pattern = generator.text(of: ["a", "b", "*"], upTo: 7) + generator.text(of: ["$"], upTo: 1)
            let path = generator.text(of: ["a", "b"], upTo: 9)
            #expect(
                matches(pattern, path) == matchesSlowly(Array(pattern.utf8)[...], Array(path.utf8)[...]),
                "\(pattern) on \(path)")
        }
    }
}
