/// How the reels are written.
package struct ReelSettings: Sendable, Hashable {
    /// A segment is closed when it has grown to this size, or to this age.
    package var maximumSegmentBytes = 128 << 20
    package var maximumSegmentAge = Duration.days(1)
    /// A group of appended records is made durable after this time at the latest, or once it has so many bytes.
    package var commitInterval = Duration.milliseconds(5)
    package var commitBytes = 1 << 20
    /// With less free on the disk than this nothing new is fetched; 0 for no such mark.
    package var minimumFreeBytes = 64 << 20

    package init() {}
}

extension ReelSettings: SettingsSection {
    mutating func accept(_ visitor: some SettingsVisitor) {
        visitor.visit("maximum_segment_bytes", &maximumSegmentBytes, .bytes(64 << 10...64 << 30))
        visitor.visit("maximum_segment_age", &maximumSegmentAge, .duration(.seconds(1) ... .days(3650)))
        visitor.visit("commit_interval", &commitInterval, .duration(.zero ... .minutes(1)))
        visitor.visit("commit_bytes", &commitBytes, .bytes(4 << 10...256 << 20))
        visitor.visit("minimum_free_bytes", &minimumFreeBytes, .bytes(0...1 << 40))
    }
}
