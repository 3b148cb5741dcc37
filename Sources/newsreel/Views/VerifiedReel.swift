internal import ControlProtocol
internal import Model
internal import Reel

/// What verifying one reel found.
struct VerifiedReel {
    let location: ReelLocation
    let report: VerifyReport
    /// Bytes after the last whole record that nobody is writing.
    let tornEnd: ReelDamage?

    private let chain: ChainView

    /// Whether every record is whole; a broken chain is another matter.
    private var isWhole: Bool { report.damageCount == 0 && tornEnd == nil }
    var isClean: Bool { isWhole && chain.report.holds }

    init(location: ReelLocation, report: VerifyReport, chain: ChainReport = ChainReport()) throws {
        self.chain = ChainView(report: chain)
        self.location = location
        self.report = report
        if let torn = report.tornEnd {
            // A record that is being written makes the file longer than it was when it was read.
            let size = try location.segments().last.map { ($0.name, $0.fileSize) }
            tornEnd = size?.0 == torn.segment && size?.1 == torn.position + torn.length ? torn : nil
        } else {
            tornEnd = nil
        }
    }

    /// What was never acknowledged is no damage.
    private func verdict(on terminal: Terminal) -> String {
        if isWhole { return Style.good.apply("clean", on: terminal) }
        if report.damageCount > 0 { return Style.bad.apply("damaged", on: terminal) }
        return Style.warning.apply("torn at the end", on: terminal)
    }

    func lines(on terminal: Terminal) -> [String] {
        var lines = [
            "\(location.name): \(verdict(on: terminal)), \(Amount.plural(Int(report.records), "record")), "
                + "\(Amount.plural(report.segments, "segment")), \(Amount.bytes(report.compressedBytes))"
        ]
        lines += report.damages.map { "  \($0)" }
        let more = Int(report.damageCount) - report.damages.count
        if more > 0 { lines.append("  … and \(Amount.count(more)) more") }
        if let tornEnd {
            lines.append("  \(tornEnd): a torn write at the end, which the daemon cuts off when it starts")
        }
        return lines + chain.lines(on: terminal)
    }

    static func json(_ reels: [VerifiedReel]) -> [UInt8] {
        CheckBatch.object { writer in
            writer.member("clean", reels.allSatisfy(\.isClean))
            writer.array("reels", reels) { reel, writer in
                writer.member("name", reel.location.name.rawValue)
                writer.member("clean", reel.isClean)
                writer.member("segments", reel.report.segments)
                writer.member("records", reel.report.records)
                writer.member("compressed_bytes", reel.report.compressedBytes)
                writer.member("uncompressed_bytes", reel.report.uncompressedBytes)
                writer.member("damaged", reel.report.damageCount)
                writer.array("damages", reel.report.damages) { write($0, to: &$1) }
                writer.object("torn_end", reel.tornEnd) { write($0, to: &$1) }
                writer.object("chain", reel.chain) { $0.write(to: &$1) }
            }
        }
    }

    private static func write(_ damage: ReelDamage, to writer: inout JSONWriter) {
        writer.member("reel", damage.reel.rawValue)
        writer.member("segment", damage.segment)
        writer.member("position", damage.position)
        writer.member("offset", damage.offset.rawValue)
        writer.member("length", damage.length)
        writer.member("cause", damage.cause.rawValue)
    }
}
