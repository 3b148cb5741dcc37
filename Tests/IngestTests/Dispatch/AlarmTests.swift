import Testing

@testable import Ingest

@Suite struct AlarmTests {
    @Test func aRingThatNobodyWaitedForIsKept() async {
        let alarm = Alarm()
        alarm.ring()
        await alarm.wait(until: nil)
    }

    @Test func aRingEndsTheWait() async {
        let alarm = Alarm()
        async let wait: Void = alarm.wait(until: nil)
        alarm.ring()
        await wait
    }

    @Test func theTimeEndsTheWait() async {
        let start = ContinuousClock.now
        await Alarm().wait(until: start.advanced(by: .milliseconds(20)))
        #expect(start.duration(to: .now) >= .milliseconds(20))
    }

    @Test func aTimeThatHasPassedIsNoWait() async {
        await Alarm().wait(until: ContinuousClock.now.advanced(by: .seconds(-1)))
    }

    @Test func cancellationEndsTheWait() async {
        let task = Task { await Alarm().wait(until: nil) }
        task.cancel()
        await task.value
    }
}
