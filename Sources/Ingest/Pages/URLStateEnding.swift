internal import Catalog
internal import Model
internal import Schedule

extension URLState {
    /// Takes in how an attempt ended, and tells it when the page of an article is due again.
    mutating func ended(_ attempt: inout Attempt, _ plan: SourcePlan, now: Timestamp) {
        lastFetched = attempt.time
        lastStatus = attempt.status ?? 0
        if let hint = attempt.entry.hint { self.hint = max(hint, self.hint ?? hint) }
        failures = attempt.outcome.endedWell ? 0 : failures + 1
        // A page that only seems to tell that its article is gone is looked at again.
        guard attempt.outcome.endedWell || withdrawal != nil else { return }
        attempt.revisitAt = nextRevisit(plan, now: now)
    }

    /// When the page of an article is due again; nil where it is not, and for a page without one.
    mutating func nextRevisit(_ plan: SourcePlan, now: Timestamp) -> Timestamp? {
        guard articleID != nil else { return nil }
        // After a pause the revisits that were missed are not made up for.
        let age = firstSeen.duration(to: now)
        while let next = plan.revisits.age(afterRevisits: revisits), next <= age { revisits += 1 }
        return plan.revisits.age(afterRevisits: revisits).map { firstSeen.advanced(by: $0) }
    }
}
