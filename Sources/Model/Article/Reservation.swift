/// What the owner of a page reserves, as the page, its server or its origin says it in a form for machines.
package struct Reservation: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable {
        /// Text and data mining (TDM Reservation Protocol; article 4 of Directive (EU) 2019/790).
        case tdm
        /// Training of models on the text (`noai`), or on its pictures (`noimageai`).
        case noAI = "noai"
        case noImageAI = "noimageai"
        /// Keeping a copy of the page.
        case noArchive = "noarchive"
    }

    /// Where it was said.
    package enum Place: String, Sendable, Codable {
        /// A field of the answer's head: `X-Robots-Tag`, `TDM-Reservation`.
        case header
        /// A `meta` element of the page.
        case meta
        /// `/.well-known/tdmrep.json` of the origin.
        case wellKnown = "well_known"
    }

    package var kind: Kind
    package var from: Place
    /// Where the terms stand, as written; for ``Kind/tdm`` alone.
    package var policy: String?

    package init(_ kind: Kind, from: Place, policy: String? = nil) {
        self.kind = kind
        self.from = from
        self.policy = policy
    }
}

extension JSONWriter {
    /// The member `reservations`; left out where there are none.
    package mutating func member(reservations: [Reservation]) {
        guard !reservations.isEmpty else { return }
        array("reservations", reservations) { reservation, writer in
            writer.member("kind", reservation.kind.rawValue)
            writer.member("from", reservation.from.rawValue)
            if let policy = reservation.policy { writer.member("policy", policy) }
        }
    }
}
