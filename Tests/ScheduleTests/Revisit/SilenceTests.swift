import Model
import Schedule
import Testing

@Suite struct SilenceTests {
    private let last = Timestamp(secondsSinceEpoch: 1_790_000_000)

    private func began(_ silence: Silence, after pause: Duration, fixed: Duration? = nil) -> Timestamp? {
        silence.began(lastArticle: last, fixed: fixed, now: last.advanced(by: pause))
    }

    @Test func aSourceThatNeverGaveAnythingIsNotSilent() {
        let silence = Silence(longestPause: .seconds(60))
        #expect(silence.began(lastArticle: nil, fixed: .seconds(60), now: last) == nil)
        #expect(began(Silence(), after: .seconds(1 << 32)) == nil, "one article is no rhythm")
    }

    @Test func aDayIsNeverSilence() {
        var silence = Silence()
        silence.learn(pause: .seconds(300))
        #expect(began(silence, after: .seconds(86_400)) == nil)
        #expect(began(silence, after: .seconds(86_401)) == last)
    }

    @Test func aSourceWithLongPausesHasTimeForThreeOfThem() {
        var silence = Silence()
        for pause in [3600, 2 * 86_400, 3600] { silence.learn(pause: .seconds(pause)) }
        #expect(silence.longestPause == .seconds(2 * 86_400) * 15 / 16)
        #expect(began(silence, after: .seconds(5 * 86_400)) == nil)
        #expect(began(silence, after: .seconds(6 * 86_400)) == last)
    }

    @Test func aPauseOfLongAgoFades() {
        var silence = Silence(longestPause: .seconds(30 * 86_400))
        for _ in 0..<200 { silence.learn(pause: .seconds(600)) }
        #expect(silence.limit(fixed: nil) == Silence.minimum)
    }

    @Test func whatTheUserSaysGoesFirst() {
        let silence = Silence(longestPause: .seconds(30 * 86_400))
        #expect(began(silence, after: .seconds(61), fixed: .seconds(60)) == last)
        #expect(began(Silence(), after: .seconds(61), fixed: .seconds(60)) == last)
    }

    @Test func aClockThatWentBackTeachesNothingWrong() {
        var silence = Silence()
        silence.learn(pause: .seconds(-500))
        #expect(silence.longestPause == .zero)
        #expect(began(silence, after: .seconds(-9)) == nil)
    }
}
