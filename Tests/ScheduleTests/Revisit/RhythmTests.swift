import Model
import Schedule
import Testing

@Suite struct RhythmTests {
    /// A Monday at 00:00 UTC.
    private let monday = Timestamp(secondsSinceEpoch: 1_767_571_200)
    private let minimum = Duration.seconds(300)
    private let maximum = Duration.seconds(86_400)

    private func interval(_ rhythm: Rhythm, at time: Timestamp) -> Duration {
        rhythm.interval(after: time, minimum: minimum, maximum: maximum)
    }

    /// Looks at a source each quarter of an hour for some weeks; `articles` says what each look gives.
    private func learnt(weeks: Int, _ articles: (_ hourOfDay: Int, _ day: Int) -> Int) -> Rhythm {
        var rhythm = Rhythm()
        for quarter in 0..<weeks * 7 * 96 {
            let time = monday.advanced(by: .seconds(quarter * 900))
            let count = articles(quarter / 4 % 24, quarter / 96)
            rhythm.learn(newArticles: count, from: time, to: time.advanced(by: .seconds(900)))
        }
        return rhythm
    }

    @Test func aSourceOfWhichNothingIsKnownIsLookedAtSoon() {
        #expect(interval(Rhythm(), at: monday) == minimum)
    }

    @Test func theHoursInWhichASourcePublishesAreLearnt() {
        let rhythm = learnt(weeks: 3) { hour, _ in (8..<10).contains(hour) ? 2 : 0 }
        let next = monday.advanced(by: .seconds(21 * 86_400))
        #expect(interval(rhythm, at: next.advanced(by: .seconds(8 * 3600))) < .seconds(900))
        #expect(interval(rhythm, at: next.advanced(by: .seconds(12 * 3600))) > .seconds(3 * 3600))
        // Shortly before the hour comes, the wait is not much longer than until then.
        #expect(interval(rhythm, at: next.advanced(by: .seconds(7 * 3600 + 1800))) < .seconds(3600))
    }

    @Test func aDayOfTheWeekIsNotTheNext() {
        let rhythm = learnt(weeks: 4) { hour, day in hour == 9 && day % 7 < 5 ? 1 : 0 }
        let next = monday.advanced(by: .seconds(28 * 86_400 + 9 * 3600))
        #expect(interval(rhythm, at: next) < .seconds(1800))
        #expect(interval(rhythm, at: next.advanced(by: .seconds(5 * 86_400))) > .seconds(2 * 3600))
    }

    @Test func whatGivesNothingIsLookedAtLessAndLess() {
        var rhythm = Rhythm()
        var time = monday
        var last = Duration.zero
        for _ in 0..<60 {
            let wait = interval(rhythm, at: time)
            #expect(wait >= last * 9 / 10)
            rhythm.learn(newArticles: 0, from: time, to: time.advanced(by: wait))
            time = time.advanced(by: wait)
            last = wait
        }
        #expect(last == maximum)
    }

    @Test func theIntervalStaysBetweenItsBounds() {
        let busy = learnt(weeks: 1) { _, _ in 500 }
        #expect(interval(busy, at: monday) == minimum)
        let quiet = learnt(weeks: 20) { _, _ in 0 }
        #expect(interval(quiet, at: monday) == maximum)
    }

    @Test func aClockThatWasSetBackTeachesNothing() {
        var rhythm = learnt(weeks: 1) { _, _ in 1 }
        let before = rhythm
        rhythm.learn(newArticles: 9, from: monday.advanced(by: .seconds(3600)), to: monday)
        rhythm.learn(newArticles: 9, from: monday, to: monday.advanced(by: .seconds(400 * 86_400)))
        #expect(rhythm == before)
    }

    @Test func whatWasLearntIsKept() throws {
        let rhythm = learnt(weeks: 1) { hour, _ in hour % 3 }
        #expect(try #require(Rhythm(bytes: rhythm.bytes)) == rhythm)
        #expect(Rhythm(bytes: Array(rhythm.bytes.dropLast())) == nil)
        #expect(Rhythm(bytes: [UInt8](repeating: 0xff, count: rhythm.bytes.count)) == nil, "no number")
    }

    @Test func timesBefore1970HaveHoursToo() {
        var rhythm = Rhythm()
        let time = Timestamp(secondsSinceEpoch: -5000)
        rhythm.learn(newArticles: 1, from: time, to: time.advanced(by: .seconds(4000)))
        #expect(rhythm != Rhythm())
    }
}
