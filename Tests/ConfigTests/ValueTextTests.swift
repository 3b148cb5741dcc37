import Testing

@testable import Config

@Suite struct ValueTextTests {
    @Test(arguments: [
        ("1s", 1000), ("15m", 900_000), ("1h30m", 5_400_000), ("250ms", 250), ("2d", 172_800_000), ("1w", 604_800_000),
        ("0", 0),
        ("0s", 0), ("1m500ms", 60_500),
    ])
    func aDurationIsRead(text: String, milliseconds: Int64) {
        #expect(DurationText.parse(text) == .milliseconds(milliseconds))
    }

    @Test(arguments: [
        "", "1", "s", "1x", "-1s", "1.5h", "1s1h", "1s1s", "1 s", "１s", "99999999999999999999s", "999999999999w", "1S",
    ])
    func whatIsNoDurationIsRefused(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test func aDurationIsWrittenAsItIsRead() {
        for text in ["0s", "1ms", "59s", "1m", "1h30m", "2d", "14d1h", "1m500ms"] {
            #expect(DurationText.parse(text).map(DurationText.write) == text)
        }
    }

    @Test(arguments: [
        ("0", 0), ("100", 100), ("8MiB", 8_388_608), ("512KiB", 524_288), ("1GB", 1_000_000_000), ("3 kB", 3000),
        ("7B", 7),
        ("1TiB", 1 << 40),
    ])
    func aSizeIsRead(text: String, bytes: Int) {
        #expect(SizeText.parse(text) == bytes)
        #expect(SizeText.parse(SizeText.write(bytes)) == bytes)
    }

    @Test(arguments: ["", "MiB", "8mib", "-1", "1.5MiB", "99999999999TiB", "8MiBs", "0x10"])
    func whatIsNoSizeIsRefused(text: String) {
        #expect(SizeText.parse(text) == nil)
    }

    @Test func zonesAreWrittenAsTheyAreRead() {
        for text in ["+08:00", "-03:30", "+00:00"] { #expect(ZoneText.parse(text).map(ZoneText.write) == text) }
        #expect(ZoneText.parse("Z") == 0)
        #expect(ZoneText.parse("+24:00") == nil)
    }

    @Test func theNearestNameIsNear() {
        #expect(NearestName.of("tiemout", among: ["timeout", "user_agent"]) == "timeout")
        #expect(NearestName.of("MaximumBodyBytes", among: ["maximum_body_bytes"]) == "maximum_body_bytes")
        #expect(NearestName.of("zzz", among: ["timeout"]) == nil)
        #expect(NearestName.distance(Array("ab".utf8), Array("ba".utf8)) == 1)
    }
}
