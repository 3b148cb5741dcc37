internal import ControlProtocol
internal import Model
internal import Reel

/// What comparing a reel with its manifest found, as a person and as a program reads it.
struct ChainView {
    let report: ChainReport

    func lines(on terminal: Terminal) -> [String] {
        guard report.holds else { return [broken(on: terminal)] + report.breaks.map { "    \(ChainView.words($0))" } }
        guard !report.head.isEmpty else { return [] }
        let retired = report.retired > 0 ? ", \(Amount.count(report.retired)) retired" : ""
        let pending = report.pending > 0 ? ", \(Amount.count(report.pending)) to be entered at the next start" : ""
        let begun =
            report.foundBytes > 0 ? "; begun when \(Amount.bytes(report.foundBytes)) were in sealed segments" : ""
        let sealed = Amount.plural(report.segments, "sealed segment")
        return ["  the chain holds: \(sealed)\(retired)\(pending)\(begun)", "  chain \(report.head)"]
    }

    private func broken(on terminal: Terminal) -> String {
        let from = report.brokenFrom.map { " from offset \($0) on" } ?? ""
        return "  " + Style.bad.apply("the chain does not hold\(from)", on: terminal)
    }

    private static func words(_ problem: ChainBreak) -> String {
        switch problem {
        case .noManifest(let path):
            "\(path) is missing; newsreel reel repair makes it anew, which proves nothing of what was before"
        case .line(let number): "line \(number) of the manifest was changed, put in, or follows one that was taken out"
        case .changed(let segment): "segment \(segment) is not what was sealed"
        case .gone(let segment): "segment \(segment) is gone, and no line says that it was retired"
        case .unknownHead: "the value that was noted is not in the chain: the manifest was written anew since"
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.member("holds", report.holds)
        writer.member("segments", report.segments)
        writer.member("retired", report.retired)
        writer.member("pending", report.pending)
        writer.member("found_bytes", report.foundBytes)
        writer.member("head", report.head.isEmpty ? nil : report.head)
        writer.key("broken_from")
        if let offset = report.brokenFrom { writer.value(offset.rawValue) } else { writer.null() }
        writer.array("breaks", report.breaks) { problem, writer in
            writer.member("kind", ChainView.kind(problem))
            if case .changed(let segment) = problem { writer.member("segment", segment) }
            if case .gone(let segment) = problem { writer.member("segment", segment) }
            if case .line(let line) = problem { writer.member("line", line) }
            writer.member("message", ChainView.words(problem))
        }
    }

    private static func kind(_ problem: ChainBreak) -> String {
        switch problem {
        case .noManifest: "no_manifest"
        case .line: "line"
        case .changed: "changed"
        case .gone: "gone"
        case .unknownHead: "unknown_head"
        }
    }
}
