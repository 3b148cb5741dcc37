import Testing

@testable import Reel

/// How many records a group waits for.
@Suite struct GroupGoalTests {
    /// Takes groups to which so many records come at most before the time is over; how many waited in vain.
    private func late(_ goal: inout GroupGoal, groups: Int, coming: Int) -> Int {
        var late = 0
        for _ in 0..<groups {
            let isLate = goal.records > coming
            goal.take(min(goal.records, coming), isLate: isLate)
            if isLate { late += 1 }
        }
        return late
    }

    @Test func oneThatIsAloneSeldomWaitsForOthers() {
        var goal = GroupGoal()
        #expect(late(&goal, groups: 900, coming: 1) == 100)
    }

    @Test func withManyAtWorkTheGoalGrowsAndStays() {
        var goal = GroupGoal()
        _ = late(&goal, groups: 100, coming: 5)
        #expect((5...6).contains(goal.records))
        #expect(late(&goal, groups: 900, coming: 5) <= 100)
    }

    @Test func aGoalHasABound() {
        var goal = GroupGoal()
        _ = late(&goal, groups: 1000, coming: 1000)
        #expect(goal.records == GroupGoal.enough)
    }

    @Test func whenFewerComeTheGoalSinksAtOnce() {
        var goal = GroupGoal()
        _ = late(&goal, groups: 1000, coming: 1000)
        goal.take(2, isLate: true)
        #expect(goal.records == 2)
    }

    @Test func aFullGroupOfFewRecordsSaysNothing() {
        var goal = GroupGoal()
        _ = late(&goal, groups: 1000, coming: 1000)
        goal.take(1, isLate: false)
        #expect(goal.records == GroupGoal.enough)
    }
}
