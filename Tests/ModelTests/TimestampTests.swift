import Model
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        "2023-12-22T10:45:15+08:00", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2024-02-29T12:00:00.250-03:30",
        "9999-12-31T23:59:59Z",
    ])
    func whatIsWrittenIsReadBack(text: String) {
        #expect(Timestamp(rfc3339: text)?.rfc3339 == text)
    }

    @Test(arguments: [
        "", "2023-12-22", "2023-02-29T00:00:00Z", "2023-12-22T24:00:00Z", "2023-12-22T10:45:15",
        "2023-12-22T10:45:15+8:00",
        "2023-12-22T10:45:15Z ", "2023-12-22T10:45:15.Z",
    ])
    func whatIsNoTimeIsRefused(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func equalInstantsAtOtherOffsetsAreEqual() {
        #expect(Timestamp(rfc3339: "2023-12-22T10:45:15+08:00") == Timestamp(rfc3339: "2023-12-22T02:45:15Z"))
    }

    @Test func everyDayOfFourCenturiesComesBackFromItsNumber() {
        for number in -1000...146_097 {
            #expect(CivilDate(daysSinceEpoch: number).daysSinceEpoch == number)
        }
    }
}
