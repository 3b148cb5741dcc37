internal import Yams

/// How one kind of value is written in a configuration: read from a node, and written again.
struct ValueForm<Value> {
    /// What is expected, for messages: `a duration such as 15m`.
    let expectation: String
    let read: (Node) throws(ValueProblem) -> Value
    let write: (Value) -> WrittenValue
}

/// Why a value was refused, and where in it, if not at its start.
struct ValueProblem: Error {
    var code = ConfigurationProblem.Code.badValue
    let message: String
    var position: FilePosition?
}

/// A value as a renderer writes it.
enum WrittenValue: Equatable {
    /// Not shown at all.
    case omitted
    case null
    /// A number, duration, size or word that needs no quotes in YAML.
    case plain(String)
    case number(Int)
    case flag(Bool)
    case text(String)
    case mapping([(key: String, value: WrittenValue)])

    static func == (left: WrittenValue, right: WrittenValue) -> Bool {
        "\(left)" == "\(right)"
    }
}

extension ValueForm {
    /// A form for values that are one scalar; `parse` gives nil for what does not have the form.
    static func scalar(
        _ expectation: String, write: @escaping (Value) -> WrittenValue, _ parse: @escaping (String) -> Value?
    ) -> ValueForm {
        ValueForm(
            expectation: expectation,
            read: { node throws(ValueProblem) in
                let text = try scalarText(node, expectation)
                guard let value = parse(text) else {
                    throw ValueProblem(message: "expected \(expectation), found \(quoted(text))")
                }
                return value
            }, write: write)
    }

    /// The same form for a key that may be left out, or be `null`.
    static func optional<Wrapped>(
        _ form: ValueForm<Wrapped>, nilIs none: WrittenValue = .null
    ) -> ValueForm where Value == Wrapped? {
        ValueForm(
            expectation: form.expectation,
            read: { node throws(ValueProblem) in
                if case .scalar(let scalar) = node, scalar.style == .plain, ["", "~", "null"].contains(scalar.string) {
                    return nil
                }
                return try form.read(node)
            }, write: { $0.map(form.write) ?? none })
    }
}

/// The text of a scalar; a list, a mapping or nothing at all is a wrong type.
func scalarText(_ node: Node, _ expectation: String) throws(ValueProblem) -> String {
    switch node {
    case .scalar(let scalar):
        if scalar.style == .plain, scalar.string.isEmpty {
            throw ValueProblem(code: .wrongType, message: "expected \(expectation), found nothing")
        }
        return scalar.string
    case .mapping: throw ValueProblem(code: .wrongType, message: "expected \(expectation), found a mapping")
    case .sequence: throw ValueProblem(code: .wrongType, message: "expected \(expectation), found a list")
    case .alias: throw ValueProblem(code: .wrongType, message: "expected \(expectation), found an alias")
    }
}

/// A text in messages, cut where it is long.
func quoted(_ text: String) -> String {
    text.count > 60 ? "\u{201C}\(text.prefix(60))…\u{201D}" : "\u{201C}\(text)\u{201D}"
}
