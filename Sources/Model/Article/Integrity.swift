/// Whether the page is what it claims to be, and what speaks against it. Nothing in the text is rewritten.
package struct Integrity: Sendable, Equatable, Codable {
    package enum Verdict: String, Sendable, Codable { case clean, suspect }

    package var verdict = Verdict.clean
    package var findings: [Finding] = []

    package init(findings: [Finding] = []) {
        self.findings = findings
        verdict = findings.isEmpty ? .clean : .suspect
    }

    /// One reason for suspicion.
    package struct Finding: Sendable, Equatable, Codable {
        /// What was found, such as `injected_phrase`, `foreign_canonical`, `hidden_links`.
        package var kind: String
        package var phrase: String?
        package var count: Int
        /// Half-open ranges in UTF-8 bytes of the article's text.
        package var spans: [[Int]]
        /// What it seems to stand in place of.
        package var candidates: [String]
        package var confidence: Double

        package init(
            kind: String, phrase: String?, count: Int, spans: [[Int]], candidates: [String], confidence: Double
        ) {
            self.kind = kind
            self.phrase = phrase
            self.count = count
            self.spans = spans
            self.candidates = candidates
            self.confidence = confidence
        }
    }
}
