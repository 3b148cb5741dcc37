package import Model

/// What to fetch now: the body of `POST /v1/fetch`.
package struct FetchOrder: WireValue, Equatable {
    /// Source ids and URLs, mixed; at most ``maximumTargets``.
    package var targets: [String]
    /// Whether the answer follows the fetch to its end, as a stream of ``FetchEvent``.
    package var wait: Bool
    /// Whether to fetch what is not due or was seen a moment ago, without validators.
    package var force: Bool

    package static let maximumTargets = 10_000

    package init(targets: [String], wait: Bool = false, force: Bool = false) {
        self.targets = targets
        self.wait = wait
        self.force = force
    }

    private enum CodingKeys: String, CodingKey { case targets, wait, force }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        targets = try container.decode([String].self, forKey: .targets)
        wait = try container.decodeIfPresent(Bool.self, forKey: .wait) ?? false
        force = try container.decodeIfPresent(Bool.self, forKey: .force) ?? false
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("targets", targets)
        writer.member("wait", wait)
        writer.member("force", force)
    }
}

/// That the fetches are queued: the answer to a ``FetchOrder`` without `wait`.
package struct FetchReceipt: WireValue, Equatable {
    /// The name of this order in the log and in the fetches reel.
    package var trigger: String
    /// How many fetches it queued.
    package var queued: Int

    package init(trigger: String, queued: Int) {
        self.trigger = trigger
        self.queued = queued
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("trigger", trigger)
        writer.member("queued", queued)
    }
}
