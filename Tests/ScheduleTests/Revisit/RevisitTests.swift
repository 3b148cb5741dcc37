import Schedule
import Testing

@Suite struct RevisitTests {
    @Test func revisitsComeInOrderOfAgeAndEnd() {
        let plan = RevisitPlan(ages: [.seconds(3600), .seconds(900)])
        #expect(plan.age(afterRevisits: 0) == .seconds(900))
        #expect(plan.age(afterRevisits: 1) == .seconds(3600))
        #expect(plan.age(afterRevisits: 2) == nil)
        #expect(plan.lastAge == .seconds(3600))
    }
}
