import Schedule
import Testing

@Suite struct RevisitTests {
    @Test func aBusySourceIsAskedMoreOftenAndAQuietOneLess() {
        var interval = LearntInterval(minimum: .seconds(60), maximum: .seconds(600), current: .seconds(240))
        interval.learn(newArticles: 3)
        #expect(interval.current == .seconds(120))
        interval.learn(newArticles: 0)
        #expect(interval.current == .seconds(180))
    }

    @Test func theIntervalStaysBetweenItsBounds() {
        var interval = LearntInterval(minimum: .seconds(60), maximum: .seconds(600), current: .seconds(1))
        #expect(interval.current == .seconds(60))
        for _ in 0..<50 { interval.learn(newArticles: 0) }
        #expect(interval.current == .seconds(600))
        for _ in 0..<50 { interval.learn(newArticles: 1) }
        #expect(interval.current == .seconds(60))
    }

    @Test func revisitsComeInOrderOfAgeAndEnd() {
        let plan = RevisitPlan(ages: [.seconds(3600), .seconds(900)])
        #expect(plan.age(afterRevisits: 0) == .seconds(900))
        #expect(plan.age(afterRevisits: 1) == .seconds(3600))
        #expect(plan.age(afterRevisits: 2) == nil)
    }
}
