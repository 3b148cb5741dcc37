import Model
import Testing

@testable import Extract

struct CandidateConfidenceTests {
    @Test func confidenceBeyondOneIsToldAsOne() {
        var found = Candidates<String>()
        found.offer("sure", "byline", 0.95)
        found.offer("surer", "byline", 1.01)
        #expect(found.best?.evidence.confidence == 1)
        #expect(found.best?.evidence.from == "byline")
        #expect(found.explanation("title") { $0 }?.candidates.map(\.confidence) == [1, 0.95])
    }

    @Test func whatIsBeyondOneStillWins() {
        var found = Candidates<String>()
        found.offer("first", "a", 1)
        found.offer("second", "b", 1.01)
        found.offer("third", "c", 1)
        #expect(found.all.map(\.value) == ["second", "first", "third"])
    }
}
