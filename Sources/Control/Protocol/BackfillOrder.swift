package import Model

/// From when on a source's past is wanted: the body of `POST /v1/sources/{id}/backfill`.
package struct BackfillOrder: WireValue, Equatable {
    /// What is older is not fetched.
    package var since: WireTime
    /// Whether the answer follows it to its end, as a stream of ``FetchEvent``.
    package var wait: Bool

    package init(since: Timestamp, wait: Bool = false) {
        self.since = WireTime(since)
        self.wait = wait
    }

    private enum CodingKeys: String, CodingKey { case since, wait }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        since = try container.decode(WireTime.self, forKey: .since)
        wait = try container.decodeIfPresent(Bool.self, forKey: .wait) ?? false
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("since", since.timestamp)
        writer.member("wait", wait)
    }
}
