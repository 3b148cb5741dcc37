internal import Fetch
internal import Model

/// What a page and the head of its answer say to machines about keeping and using it.
///
/// `X-Robots-Tag` and `meta name=robots` (also under our own name): `noarchive`, `noai`, `noimageai`; `TDM-Reservation` and
/// `TDM-Policy` (TDM Reservation Protocol, sections 5 and 6), where a `meta` element goes before the head.
struct PageMarks: Sendable, Equatable {
    private(set) var reservations: [Reservation] = []
    /// What the page or its head says of text and data mining; nil where they say nothing.
    private(set) var miningIsReserved: Bool?

    /// Reads a head and the beginning of a body for a robot of that name.
    init(head: [UInt8], body: [UInt8], agent: String) {
        let headers = HeaderList(head: head)
        for value in headers.values(of: "x-robots-tag") { add(RobotsTag.words(value, agent: agent), .header) }
        take(headers["tdm-reservation"], policy: headers["tdm-policy"], .header)
        var mining: (reservation: String?, policy: String?)
        for element in MetaScan.elements(in: body) where !element.isLink {
            switch element.name {
            case "robots", agent.lowercased(): add(RobotsTag.split(element.content), .meta)
            case "tdm-reservation": mining.reservation = element.content
            case "tdm-policy": mining.policy = element.content
            default: break
            }
        }
        take(mining.reservation, policy: mining.policy, .meta)
    }

    /// Whether no copy of the page is to be kept.
    var forbidsCopy: Bool { reservations.contains { $0.kind == .noArchive } }

    /// Takes in what the origin's file says, where nothing nearer spoke.
    mutating func take(_ rule: MiningRules.Rule?) {
        guard miningIsReserved == nil, let rule, rule.isReserved else { return }
        reservations.append(Reservation(.tdm, from: .wellKnown, policy: rule.policy))
    }

    private mutating func add(_ words: [String], _ place: Reservation.Place) {
        for word in words {
            guard let kind = PageMarks.kinds[word], !reservations.contains(where: { $0.kind == kind }) else { continue }
            reservations.append(Reservation(kind, from: place))
        }
    }

    private mutating func take(_ reservation: String?, policy: String?, _ place: Reservation.Place) {
        guard let value = reservation.map({ $0.filter { $0 != " " } }), value == "0" || value == "1" else { return }
        reservations.removeAll { $0.kind == .tdm }
        miningIsReserved = value == "1"
        guard value == "1" else { return }
        let policy = policy.flatMap { $0.isEmpty ? nil : String($0.prefix(2000)) }
        reservations.append(Reservation(.tdm, from: place, policy: policy))
    }

    /// `nocache` is the older word for the same.
    private static let kinds: [String: Reservation.Kind] = [
        "noarchive": .noArchive, "nocache": .noArchive, "noai": .noAI, "noimageai": .noImageAI,
    ]
}
