/// What the phrase seems to stand in place of: names, each with evidence, best first.
struct PhraseCandidates {
    private(set) var names: [String] = []
    private(set) var places: [InjectedPhrases.Place]
    private(set) var hasMissingName = false

    init(page: Page, licences: [String], evidence: PhraseEvidence) {
        places = evidence.places
        let lists = SiblingLists(text: page.text)
        let ofLicences = PhraseCandidates.provinces(of: licences)
        let ofTowns = PhraseCandidates.province(ofTownsIn: page.text)
        var votes: [String: Int] = [:]
        for index in places.indices {
            guard let slot = places[index].slot else { continue }
            var here: [(name: String, weight: Int)] = []
            if let owner = slot.owner {
                here = [(owner, 3)]
            } else if slot.kind == .sibling, let list = lists.list(around: places[index].range) {
                here = PhraseCandidates.missing(from: list).map { ($0, 2) }
            } else {
                if let ofTowns, slot.fits(ofTowns) { here.append((ofTowns.name, 1)) }
                for province in ofLicences where slot.fits(province) { here.append((province.name, 1)) }
            }
            for (name, weight) in here { votes[name, default: 0] += weight }
            let names = Set(here.map(\.name))
            if names.count == 1 { places[index].candidate = names.first }
        }
        names = votes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(4).map(\.key)
        hasMissingName = names.contains {
            var name = $0
            return name.withUTF8 { page.text.find($0) == nil }
        }
    }

    /// The province that most of the towns on the page belong to, if the page does not name it.
    private static func province(ofTownsIn text: Bytes) -> ProvinceData? {
        var counts: [Int: Int] = [:]
        var total = 0
        var position = 0
        while position + 6 <= text.count {
            guard text[position] >= 0xE4, text[position] <= 0xE9, let hit = Gazetteer.name(in: text, at: position)
            else {
                position += 1
                continue
            }
            position += hit.length
            if hit.entry.kind == .city || hit.entry.kind == .town {
                counts[hit.entry.province, default: 0] += 1
                total += 1
            }
        }
        guard let (province, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count >= 3,
            count * 2 > total
        else { return nil }
        let data = Gazetteer.province(province)
        var name = data.name
        return name.withUTF8 { text.find($0) == nil } ? data : nil
    }

    /// The places that a list leaves out, where it has nearly all of its kind.
    private static func missing(from list: SiblingLists.List) -> [String] {
        guard let (province, count) = list.provinces.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count >= 4
        else {
            return []
        }
        let missing = Gazetteer.cities(of: province).filter { !list.names.contains($0) }
        return missing.count <= 3 ? missing : []
    }

    /// Provinces that the licence numbers name.
    private static func provinces(of licences: [String]) -> [ProvinceData] {
        var provinces: [ProvinceData] = []
        for licence in licences {
            for scalar in licence.unicodeScalars.prefix(40) {
                guard let name = Provinces.name(of: scalar.value), isMark(scalar, in: licence),
                    !provinces.contains(where: { $0.name == name })
                else { continue }
                provinces += GazetteerData.provinces.filter { $0.name == name }
            }
        }
        return provinces
    }

    /// Whether the character is the province's in the number: before ICP, in brackets, or before letters and figures.
    private static func isMark(_ scalar: Unicode.Scalar, in licence: String) -> Bool {
        ["\(scalar)ICP", "(\(scalar))", "（\(scalar)）", "\(scalar)B2", "\(scalar)网文", "\(scalar)公网"]
            .contains { licence.contains($0) }
    }
}

extension NameSlot {
    /// Whether the province's name may stand there: before 省 that of a province, before 市 that of a municipality.
    func fits(_ province: ProvinceData) -> Bool {
        switch kind {
        case .province, .provinceBody, .ownerOfTown: province.kind == .province
        case .city, .cityBody, .time: province.kind == .municipality
        case .region: province.kind == .autonomousRegion
        case .namedRegion: province.kind == .specialRegion
        default: true
        }
    }
}
