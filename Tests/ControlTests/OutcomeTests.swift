import Model
import Testing

@Suite struct OutcomeTests {
    @Test func namesAreSnakeCaseAndSurviveTheWire() {
        for outcome in Outcome.allCases {
            #expect(outcome.rawValue.allSatisfy { $0.isLowercase || $0 == "_" })
            #expect(Outcome(rawValue: outcome.rawValue) == outcome)
        }
    }

    @Test func onlyPagesThatNeedNoCareEndedWell() {
        #expect(
            Outcome.allCases.filter(\.endedWell) == [
                .article, .updated, .unchanged, .duplicate, .notAnArticle, .discovered,
            ])
    }
}
