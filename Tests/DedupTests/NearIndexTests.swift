import Testing

@testable import Dedup

@Suite struct NearIndexTests {
    /// The hash with the bits at some places turned.
    private func turned(_ hash: UInt64, _ places: [UInt64]) -> UInt64 {
        places.reduce(hash) { $0 ^ 1 << $1 }
    }

    @Test(arguments: [0, 1, 3, 6, 9, 15])
    func whatIsNearEnoughIsFoundWhereverTheBitsAre(limit: Int) {
        let hash: UInt64 = 0x0123_4567_89AB_CDEF
        var index = NearIndex(maximumDistance: limit)
        index.insert(simhash: hash, id: "a", day: 1)
        for start in 0..<64 as Range<UInt64> {
            for step in [1, 5, 11] as [UInt64] {
                let places = (0..<UInt64(limit)).map { (start + $0 * step) % 64 }
                let match = index.nearest(to: turned(hash, places))
                #expect(match == NearIndex.Match(id: "a", distance: Set(places).count))
            }
        }
    }

    @Test func whatIsTooFarIsNotFound() {
        var index = NearIndex(maximumDistance: 3)
        index.insert(simhash: 0, id: "a", day: 1)
        #expect(index.nearest(to: 0b1111) == nil)
        #expect(index.nearest(to: 0b0111)?.distance == 3)
        #expect(index.nearest(to: 0b0111, maximumDistance: 2) == nil)
        #expect(NearIndex().nearest(to: 0) == nil)
    }

    @Test func theNearestIsFoundAndOfEqualsTheFirst() {
        var index = NearIndex()
        index.insert(simhash: 0b111, id: "far", day: 3)
        index.insert(simhash: 0b001, id: "near", day: 2)
        index.insert(simhash: 0b010, id: "later", day: 1)
        #expect(index.nearest(to: 0) == NearIndex.Match(id: "near", distance: 1))
        #expect(index.nearest(to: 0b111)?.id == "far")
    }

    @Test func theArticleItselfDoesNotCount() {
        var index = NearIndex()
        index.insert(simhash: 5, id: "self", day: 1)
        #expect(index.nearest(to: 5, excluding: "self") == nil)
        index.insert(simhash: 4, id: "other", day: 1)
        #expect(index.nearest(to: 5, excluding: "self")?.id == "other")
    }

    @Test func oldDaysAreForgotten() {
        var index = NearIndex()
        for day in 1...5 as ClosedRange<Int32> { index.insert(simhash: UInt64(day) << 40, id: "d\(day)", day: day) }
        index.expire(before: 4)
        #expect(index.count == 2)
        #expect(index.nearest(to: 1 << 40)?.id != "d1")
        #expect(index.nearest(to: 4 << 40)?.id == "d4")
        index.expire(before: .max)
        #expect(index.count == 0)
    }

    @Test func theSameHashOnTheSameDayIsKeptOnce() {
        var index = NearIndex()
        for number in 0..<1000 { index.insert(simhash: 7, id: "\(number)", day: 1) }
        #expect(index.count == 1)
        #expect(index.nearest(to: 7)?.id == "0")
        index.insert(simhash: 7, id: "next day", day: 2)
        #expect(index.count == 2)
        #expect(index.nearest(to: 7)?.id == "0")
    }

    @Test func aFullIndexGivesUpItsOldestDay() {
        var index = NearIndex(maximumCount: 3)
        for (hash, day) in [(1, 1), (2, 1), (3, 2)] as [(UInt64, Int32)] {
            index.insert(simhash: hash << 32, id: "\(hash)", day: day)
        }
        index.insert(simhash: 4 << 32, id: "4", day: 2)
        #expect(index.count == 2)
        #expect(index.nearest(to: 1 << 32, maximumDistance: 0) == nil)
        index.insert(simhash: 5 << 32, id: "5", day: 2)
        index.insert(simhash: 6 << 32, id: "6", day: 2)
        #expect(index.count == 3)
        #expect(index.nearest(to: 6 << 32, maximumDistance: 0) == nil)
    }

    @Test func allNearOnesOfTheDaysAreFoundAndNoOthers() {
        var index = NearIndex(maximumDistance: 3)
        for (id, hash, day) in [("a", 0b0, 1), ("b", 0b1, 2), ("c", 0b11, 3), ("far", 0xFFFF, 2), ("late", 0b10, 9)]
            as [(String, UInt64, Int32)]
        {
            index.insert(simhash: hash, id: id, day: day)
        }
        index.insert(simhash: 0b111, id: "b", day: 3)
        #expect(
            index.near(0b0, in: 1...3) == [
                NearIndex.Match(id: "a", distance: 0), NearIndex.Match(id: "b", distance: 1),
                NearIndex.Match(id: "c", distance: 2),
            ])
        #expect(index.near(0b0, in: 2...2).map(\.id) == ["b"])
        #expect(index.near(0b0, in: Int32.min...Int32.max).map(\.id) == ["a", "b", "late", "c"])
        #expect(index.near(0b0, in: 4...8).isEmpty)
    }

    @Test func daysFarAwayGiveWayAndAreNamed() {
        var index = NearIndex(maximumCount: 3)
        for day in [1, 5, 9] as [Int32] { index.insert(simhash: UInt64(day) << 40, id: "\(day)", day: day) }
        #expect(index.insert(simhash: 77 << 40, id: "77", day: 8) == [1])
        #expect(index.shrink(to: 0, keeping: 8...9) == [5])
        #expect(index.count == 2)
        #expect(index.shrink(to: 0, keeping: 8...9).isEmpty)
    }

    @Test func aSearchThroughEverythingFindsTheSame() {
        let seed = UInt64.random(in: 1...UInt64.max)
        var state = seed
        func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
        var index = NearIndex(maximumDistance: 6)
        var hashes: [UInt64] = []
        for number in 0..<400 {
            let base = hashes.isEmpty || number.isMultiple(of: 3) ? next() : hashes[Int(next() % UInt64(hashes.count))]
            let hash = turned(base, (0..<next() % 8).map { _ in next() % 64 })
            let expected = hashes.map { Fingerprint.distance($0, hash) }.min().flatMap { $0 <= 6 ? $0 : nil }
            #expect(index.nearest(to: hash)?.distance == expected, "seed \(seed)")
            index.insert(simhash: hash, id: "\(number)", day: Int32(number / 100))
            hashes.append(hash)
        }
    }
}
