import Config
import Model
import Testing

@Suite struct ZoneTests {
    private let berlin = Zone("Europe/Berlin")

    private func time(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

    @Test func aNamedZoneHasTheOffsetOfTheSeason() throws {
        let zone = try #require(berlin)
        #expect(zone.offsetSeconds(at: try time("2026-01-15T12:00:00Z")) == 3600)
        #expect(zone.offsetSeconds(at: try time("2026-07-15T12:00:00Z")) == 7200)
        #expect(Zone("Asia/Shanghai")?.offsetSeconds(at: try time("2026-07-15T12:00:00Z")) == 8 * 3600)
    }

    @Test(arguments: ["", "CST", "PST8PDT", "Europe/Atlantis", "+25:00", "../../etc/passwd", "8"])
    func whatIsNoZoneIsRefused(text: String) { #expect(Zone(text) == nil) }

    @Test func cronGoesWithTheSeasons() throws {
        let cron = try CronExpression("0 6 * * *")
        let zone = try #require(berlin)
        #expect(cron.next(after: try time("2026-01-15T12:00:00Z"), in: zone)?.rfc3339 == "2026-01-16T06:00:00+01:00")
        #expect(cron.next(after: try time("2026-07-15T12:00:00Z"), in: zone)?.rfc3339 == "2026-07-16T06:00:00+02:00")
    }

    @Test func aTimeThatTheClocksLeaveOutComesLater() throws {
        // On 2026-03-29 the clocks go from 02:00 to 03:00.
        let next = try CronExpression("30 2 * * *").next(
            after: try time("2026-03-28T12:00:00Z"), in: try #require(berlin))
        #expect(next?.rfc3339 == "2026-03-29T03:30:00+02:00")
    }

    @Test func aTimeThatTheClocksShowTwiceComesOnce() throws {
        // On 2026-10-25 the clocks go from 03:00 back to 02:00.
        let cron = try CronExpression("30 2 * * *")
        let zone = try #require(berlin)
        let first = try #require(cron.next(after: try time("2026-10-24T12:00:00Z"), in: zone))
        #expect(first.rfc3339 == "2026-10-25T02:30:00+02:00")
        #expect(cron.next(after: first, in: zone)?.rfc3339 == "2026-10-26T02:30:00+01:00")
    }

    @Test func everyMinuteOverTheChangesIsLater() throws {
        let cron = try CronExpression("*/10 * * * *")
        let zone = try #require(berlin)
        for start in ["2026-03-28T22:00:00Z", "2026-10-24T22:00:00Z"] {
            var now = try time(start)
            for _ in 0..<60 {
                let next = try #require(cron.next(after: now, in: zone))
                #expect(next > now)
                #expect(now.duration(to: next) <= .seconds(3600 + 600))
                now = next
            }
        }
    }

    @Test func activeHoursAreTheZones() throws {
        let hours = try #require(ActiveHours("6-22"))
        let zone = try #require(berlin)
        let winter = hours.earliest(from: try time("2026-01-15T03:00:00Z"), in: zone)
        #expect(winter.rfc3339 == "2026-01-15T06:00:00+01:00")
        let evening = hours.earliest(from: try time("2026-07-15T22:30:00Z"), in: zone)
        #expect(evening.rfc3339 == "2026-07-16T06:00:00+02:00")
    }

    @Test func theConfigurationTakesBothFormsAndWritesThem() throws {
        for name in ["+08:00", "Asia/Shanghai", "-03:30"] {
            let text = "sources:\n  - {id: a, url: 'https://a.example/', zone: '\(name)'}\n"
            let configuration = try Configuration.parse(text: text, file: "a.yaml")
            #expect(configuration.sources[0].zone?.name == name)
            #expect(configuration.render().contains("zone: \"\(name)\""))
        }
    }
}
