package import Model

/// Which of those who carry a story published it first, by what their pages say.
///
/// A pure function of the carriers, whatever their order. An outlet that others name, as their source (来源) or in the dateline, comes
/// before one that only names itself; an outlet whose own page names another one is not the first. Where nobody names
/// anybody, the earliest time decides.
package enum FirstPublisher {
    /// Somebody who carries the story.
    package struct Carrier: Sendable, Hashable {
        package var url: String
        /// The names of the site that the page is of: as the page has it, as the configuration has it.
        package var names: [String]
        /// The outlet that the page names as its source, and the one in the dateline.
        package var source: String?
        package var dateline: String?
        package var published: Timestamp?
        package var fetched: Timestamp

        package init(
            url: String, names: [String], source: String?, dateline: String?, published: Timestamp?, fetched: Timestamp
        ) {
            self.url = url
            self.names = names
            self.source = source
            self.dateline = dateline
            self.published = published
            self.fetched = fetched
        }

        /// The time the page gives, else that of its capture.
        fileprivate var time: Int64 { (published ?? fetched).millisecondsSinceEpoch }
    }

    /// The first publisher, and what speaks for it.
    package struct Found: Sendable, Equatable {
        /// What decided.
        package enum Basis: String, Sendable, Codable {
            /// Pages name it as their source, or in the dateline.
            case named
            /// Its page has the earliest time.
            case time
        }

        /// As the pages write it; nil where nobody gives a name.
        package var name: String?
        /// Its own page, or the earliest one where the basis is the time; nil where its own page is not among the carriers.
        package var url: String?
        package var published: Timestamp?
        package var basis: Basis
        /// How many pages name it as their source, and in the dateline.
        package var sources: Int
        package var datelines: Int
    }

    /// Nil where nobody carries it.
    package static func find(_ carriers: [Carrier]) -> Found? {
        let sorted = carriers.sorted { ($0.time, $0.url) < ($1.time, $1.url) }
        guard let earliest = sorted.first else { return nil }
        guard let best = choose(votes(of: sorted)) else {
            return Found(
                name: earliest.names.first, url: earliest.url, published: earliest.published, basis: .time, sources: 0,
                datelines: 0)
        }
        return Found(
            name: best.spelling, url: best.page?.url, published: best.page?.published, basis: .named,
            sources: best.sources, datelines: best.datelines)
    }
}

extension FirstPublisher {
    /// A name without case, width, spaces and punctuation.
    private typealias Key = [UInt8]

    private struct Votes {
        let key: Key
        /// The first spelling in the order of time.
        let spelling: String
        var sources = 0
        var datelines = 0
        /// Pages of other outlets that name it.
        var others = 0
        /// Its own earliest page, and whether one of its own names another outlet.
        var page: Carrier?
        var namesAnother = false

        /// The better comes first.
        func isBetter(than other: Votes) -> Bool {
            if others != other.others { return others > other.others }
            if sources + datelines != other.sources + other.datelines {
                return sources + datelines > other.sources + other.datelines
            }
            let (time, otherTime) = (page?.time ?? .max, other.page?.time ?? .max)
            if time != otherTime { return time < otherTime }
            return key.lexicographicallyPrecedes(other.key)
        }
    }

    /// A carrier with its names made comparable.
    private struct Reading {
        let carrier: Carrier
        let own: Set<Key>
        let source: Key?
        let dateline: Key?

        init(_ carrier: Carrier) {
            self.carrier = carrier
            own = Set(carrier.names.map(FirstPublisher.key))
            source = carrier.source.map(FirstPublisher.key).flatMap { $0.isEmpty ? nil : $0 }
            dateline = carrier.dateline.map(FirstPublisher.key).flatMap { $0.isEmpty ? nil : $0 }
        }

        var named: Set<Key> { Set([source, dateline].compactMap { $0 }) }
    }

    /// The carriers in the order of their times.
    private static func votes(of carriers: [Carrier]) -> [Votes] {
        let readings = carriers.map { Reading($0) }
        var names: [Key: Votes] = [:]
        for reading in readings {
            for (key, spelling) in [
                (reading.source, reading.carrier.source), (reading.dateline, reading.carrier.dateline),
            ] {
                if let key, let spelling, names[key] == nil { names[key] = Votes(key: key, spelling: spelling) }
            }
            if let source = reading.source { names[source]?.sources += 1 }
            if let dateline = reading.dateline { names[dateline]?.datelines += 1 }
            for name in reading.named.subtracting(reading.own) { names[name]?.others += 1 }
        }
        for reading in readings {
            for name in reading.own {
                guard var votes = names[name] else { continue }
                votes.page = votes.page ?? reading.carrier
                votes.namesAnother = votes.namesAnother || !reading.named.isSubset(of: reading.own)
                names[name] = votes
            }
        }
        return Array(names.values)
    }

    private static func choose(_ names: [Votes]) -> Votes? {
        let origins = names.filter { !$0.namesAnother }
        // Where each names another one, none of them is believed more than the rest.
        return (origins.isEmpty ? names : origins).min { $0.isBetter(than: $1) }
    }

    private static func key(_ name: String) -> Key { NormalizedText.utf8(of: name) }
}
