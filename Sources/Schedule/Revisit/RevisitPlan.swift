/// When a fresh article is looked at again for edits and withdrawals.
package struct RevisitPlan: Sendable, Equatable {
    /// The age of the article at each revisit, growing.
    package let ages: [Duration]

    package init(ages: [Duration]) { self.ages = ages.sorted() }

    /// The age of the last revisit; zero where there is none.
    package var lastAge: Duration { ages.last ?? .zero }

    /// The age at which the revisit after `done` others is due; nil where there are no more.
    package func age(afterRevisits done: Int) -> Duration? {
        done >= 0 && done < ages.count ? ages[done] : nil
    }
}
