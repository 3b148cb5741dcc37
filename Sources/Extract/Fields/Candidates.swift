internal import Model

/// One value that some rule offers for a field.
struct Candidate<Value> {
    var value: Value
    var rule: String
    /// What candidates are compared by; what is added to a rule's own may lead beyond 1.
    var confidence: Double

    /// 0 to 1, as it is told.
    var toldConfidence: Double { min(max(confidence, 0), 1) }
}

/// The candidates of one field, best first.
struct Candidates<Value> {
    private(set) var all: [Candidate<Value>] = []

    mutating func offer(_ value: Value?, _ rule: String, _ confidence: Double) {
        guard let value else { return }
        let candidate = Candidate(value: value, rule: rule, confidence: confidence)
        let position = all.firstIndex { $0.confidence < confidence } ?? all.count
        all.insert(candidate, at: position)
    }

    var best: Candidate<Value>? { all.first }

    /// For `--explain`: every candidate, written with `text`.
    func explanation(_ field: String, _ text: (Value) -> String) -> FieldExplanation? {
        guard !all.isEmpty else { return nil }
        return FieldExplanation(
            field: field,
            candidates: all.prefix(24).map {
                FieldCandidate(value: text($0.value), rule: $0.rule, confidence: $0.toldConfidence)
            })
    }
}

extension Candidate {
    var evidence: Evidence { Evidence(from: rule, confidence: toldConfidence) }
}
