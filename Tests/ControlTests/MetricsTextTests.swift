import ControlProtocol
import Testing

@Suite struct MetricsTextTests {
    private func text(_ fill: (inout MetricsText) -> Void) -> String {
        var text = MetricsText()
        fill(&text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test func aFamilyIsNamedExplainedAndCounted() {
        #expect(
            text { $0.add("pages_total", .counter, "Pages.", 12) }
                == "# HELP pages_total Pages.\n# TYPE pages_total counter\npages_total 12\n")
    }

    @Test func aLabelCannotBreakOutOfItsLine() {
        let lines = text { $0.add("a", .gauge, "x", by: "source", [("q\"} 1\nb\\c", 1.5)]) }.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.last == #"a{source="q\"} 1\nb\\c"} 1.5"#)
    }

    @Test func aHelpTextStaysOnItsLine() {
        #expect(text { $0.add("a", .gauge, "one\ntwo \\ \"q\"", 0) }.hasPrefix(#"# HELP a one\ntwo \\ "q""# + "\n#"))
    }

    @Test(arguments: [
        (0, "0"), (1e9, "1000000000"), (0.25, "0.25"), (-3, "-3"), (.infinity, "+Inf"), (-.infinity, "-Inf"),
        (.nan, "NaN"),
        (1e300, "1e+300"),
    ])
    func numbersAreWrittenAsPrometheusReadsThem(value: Double, expected: String) {
        #expect(text { $0.add("a", .gauge, "x", value) }.hasSuffix("\na \(expected)\n"))
    }

    @Test func aFamilyWithoutAnyValueIsAnEmptyFamily() {
        #expect(text { $0.add("a", .gauge, "x", by: "source", []) } == "# HELP a x\n# TYPE a gauge\n")
    }
}
