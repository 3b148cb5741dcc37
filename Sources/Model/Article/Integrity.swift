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
        /// Where on the page the evidence stands, in page order; at most a hundred. Empty in records of older versions.
        package var places: [Place]

        /// `places` may be left out.
        package init(
            kind: String, phrase: String?, count: Int, spans: [[Int]], candidates: [String], confidence: Double,
            places: [Place] = []
        ) {
            self.places = places
            self.kind = kind
            self.phrase = phrase
            self.count = count
            self.spans = spans
            self.candidates = candidates
            self.confidence = confidence
        }

        /// Takes records without `places`, which are older.
        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            kind = try container.decode(String.self, forKey: .kind)
            phrase = try container.decodeIfPresent(String.self, forKey: .phrase)
            count = try container.decode(Int.self, forKey: .count)
            spans = try container.decode([[Int]].self, forKey: .spans)
            candidates = try container.decode([String].self, forKey: .candidates)
            confidence = try container.decode(Double.self, forKey: .confidence)
            places = try container.decodeIfPresent([Place].self, forKey: .places) ?? []
        }
    }

    /// One place that speaks for a finding.
    package struct Place: Sendable, Equatable, Codable {
        /// The part of the page: `navigation`, `head`, `headline`, `body`, `aside`, `tail`, `footer`; for a claim to another domain
        /// who makes it, such as `canonical`, `mail`.
        package var zone: String
        /// The words around, or the claim; never broken inside a character.
        package var context: String
        /// The name that seems to have stood there; nil where this place alone does not tell.
        package var candidate: String?

        /// All parts are given.
        package init(zone: String, context: String, candidate: String?) {
            self.zone = zone
            self.context = context
            self.candidate = candidate
        }
    }
}
