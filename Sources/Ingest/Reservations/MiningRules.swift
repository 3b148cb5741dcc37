internal import Foundation
internal import Model
internal import Schedule

/// What an origin's `/.well-known/tdmrep.json` says (TDM Reservation Protocol, section 7).
struct MiningRules: Sendable, Equatable {
    /// One rule: which paths it is for, and what it says of them.
    struct Rule: Sendable, Equatable {
        let location: String
        let isReserved: Bool
        let policy: String?
    }

    let rules: [Rule]

    private static let maximumRules = 1000

    private struct Entry: Decodable {
        let location: String
        let reservation: Int
        let policy: String?

        enum CodingKeys: String, CodingKey {
            case location
            case reservation = "tdm-reservation"
            case policy = "tdm-policy"
        }
    }

    /// Reads a file; nil for what is none.
    init?(_ bytes: [UInt8]) {
        do {
            let entries = try JSONDecoder().decode([Entry].self, from: Data(bytes))
            rules = entries.prefix(MiningRules.maximumRules).map {
                Rule(
                    location: $0.location, isReserved: $0.reservation == 1,
                    policy: $0.policy.map { String($0.prefix(2000)) })
            }
        } catch {
            return nil
        }
    }

    /// The first rule whose location matches a URL's path; a location is a path as in robots.txt, with `*` and `$`.
    func rule(for url: WebURL) -> Rule? {
        rules.first { RobotsRules.matches(path: $0.location, url) }
    }
}
