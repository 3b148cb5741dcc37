import Testing

@testable import Extract

@Suite struct GazetteerTests {
    @Test func everyNameIsFoundFromBothEnds() {
        for province in GazetteerData.provinces {
            for name in [province.name] + province.cities.split(separator: " ").map(String.init) {
                let text = "在" + name + "，"
                reading(text) { bytes in
                    #expect(Gazetteer.name(in: bytes, at: 3)?.entry.name == name)
                    #expect(Gazetteer.name(in: bytes, endingAt: bytes.count - 3)?.entry.name == name)
                }
            }
        }
    }

    @Test func allProvincesAreThere() {
        #expect(GazetteerData.provinces.count == 34)
        #expect(GazetteerData.provinces.filter { $0.kind == .municipality }.count == 4)
        #expect(GazetteerData.provinces.filter { $0.kind == .autonomousRegion }.count == 5)
    }

    @Test func noProvinceNamesACityTwice() {
        for province in GazetteerData.provinces {
            let names = (province.cities + " " + province.towns).split(separator: " ")
            #expect(Set(names).count == names.count, "\(province.name)")
        }
    }

    @Test func districtsBelongToKnownCities() {
        let cities = Set(GazetteerData.provinces.flatMap { $0.cities.split(separator: " ").map(String.init) })
        for (city, _) in GazetteerData.districts { #expect(cities.contains(city), "\(city)") }
    }

    @Test func theLongestNameIsTaken() {
        reading("乌兰浩特和乌兰察布") { #expect(Gazetteer.name(in: $0, at: 0)?.entry.name == "乌兰浩特") }
        reading("福州") { #expect(Gazetteer.name(in: $0, at: 3) == nil) }
        reading("") { #expect(Gazetteer.name(in: $0, endingAt: 0) == nil) }
    }

    @Test func aListMissesWhatItLeavesOut() {
        reading("福州|某某某|莆田|泉州|漳州") { text in
            let list = SiblingLists(text: text).list(around: 7..<16)
            #expect(list?.names == ["莆田", "泉州", "漳州", "福州"])
        }
        reading("福州|某某某|时评|体育|泉州|漳州|国际") { #expect(SiblingLists(text: $0).list(around: 7..<16) == nil) }
    }
}
