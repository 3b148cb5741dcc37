import Model
import Testing

@testable import Dedup

@Suite struct FirstPublisherTests {
    private func carrier(
        _ url: String, _ names: [String] = [], source: String? = nil, dateline: String? = nil, at minute: Int64? = nil,
        fetched: Int64 = 1000
    ) -> FirstPublisher.Carrier {
        FirstPublisher.Carrier(
            url: url, names: names, source: source, dateline: dateline,
            published: minute.map { Timestamp(secondsSinceEpoch: 1_795_000_000 + $0 * 60) },
            fetched: Timestamp(secondsSinceEpoch: 1_795_000_000 + fetched * 60))
    }

    @Test func whoeverOthersNameComesBeforeWhoeverIsEarlier() {
        let found = FirstPublisher.find([
            carrier("https://b.example/1", ["云溪网"], source: "东岸网", at: 1),
            carrier("https://a.example/1", ["东岸网"], source: "东岸网", at: 9),
            carrier("https://c.example/1", ["北岭网"], source: "东岸网", at: 5),
        ])
        #expect(found?.name == "东岸网" && found?.url == "https://a.example/1")
        #expect(found?.basis == .named && found?.sources == 3 && found?.datelines == 0)
        #expect(found?.published == Timestamp(secondsSinceEpoch: 1_795_000_540))
    }

    @Test func theDatelineCountsAsTheSourceDoes() {
        let found = FirstPublisher.find([
            carrier("https://b.example/1", ["云溪网"], source: "云溪网", dateline: "海港社", at: 1),
            carrier("https://c.example/1", ["北岭网"], dateline: "海港社", at: 2),
        ])
        #expect(found?.name == "海港社" && found?.url == nil && found?.published == nil)
        #expect(found?.basis == .named && found?.sources == 0 && found?.datelines == 2)
    }

    @Test func anOutletWhoseOwnPageNamesAnotherIsNotTheFirst() {
        let found = FirstPublisher.find([
            carrier("https://c.example/1", ["北岭网"], source: "云溪网", at: 1),
            carrier("https://d.example/1", ["南湾网"], source: "云溪网", at: 2),
            carrier("https://b.example/1", ["云溪网"], source: "东岸网", at: 3),
        ])
        #expect(found?.name == "东岸网" && found?.url == nil)
    }

    @Test func whereEachNamesAnotherOneIsStillFound() {
        let found = FirstPublisher.find([
            carrier("https://a.example/1", ["东岸网"], source: "云溪网", at: 1),
            carrier("https://b.example/1", ["云溪网"], source: "东岸网", at: 2),
        ])
        #expect(found?.name == "东岸网", "its page is the earlier one")
    }

    @Test func widthCaseAndPunctuationAreNoOtherName() {
        let found = FirstPublisher.find([
            carrier("https://a.example/1", ["HARBOUR POST"], at: 7),
            carrier("https://b.example/1", ["Quay Times"], source: "Ｈarbour-Post", at: 8),
        ])
        #expect(found?.url == "https://a.example/1" && found?.sources == 1)
    }

    @Test func withoutNamesTheEarliestTimeDecides() {
        let found = FirstPublisher.find([
            carrier("https://a.example/1", ["A"], fetched: 5), carrier("https://b.example/1", ["B"], at: 3, fetched: 9),
            carrier("https://c.example/1", source: " ，", at: 4),
        ])
        #expect(found?.name == "B" && found?.url == "https://b.example/1" && found?.basis == .time)
        #expect(FirstPublisher.find([]) == nil)
    }

    @Test func theOrderOfTheCarriersDoesNotMatter() {
        let seed = UInt64.random(in: 1...UInt64.max)
        var random = Steps(state: seed)
        for _ in 0..<300 {
            let names = ["甲网", "乙网", "丙网", "丁社"]
            var carriers = (0..<Int.random(in: 1...7, using: &random)).map { number in
                carrier(
                    "https://\(number).example/", [names.randomElement(using: &random) ?? ""],
                    source: Bool.random(using: &random) ? names.randomElement(using: &random) : nil,
                    dateline: Bool.random(using: &random) ? names.randomElement(using: &random) : nil,
                    at: Bool.random(using: &random) ? Int64.random(in: 0...3, using: &random) : nil)
            }
            let expected = FirstPublisher.find(carriers)
            for _ in 0..<5 {
                carriers.shuffle(using: &random)
                #expect(FirstPublisher.find(carriers) == expected, "seed \(seed)")
            }
        }
    }
}

/// Random numbers that a seed repeats.
private struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
