import Catalog
import Model

/// What is known of a URL that was never fetched.
enum URLStateFixture {
    static let empty = URLState(
        url: "http://harbour.example/1", source: "harbour", firstSeen: Timestamp(secondsSinceEpoch: 1_790_000_000))
}
