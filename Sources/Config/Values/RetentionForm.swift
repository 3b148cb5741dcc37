internal import Yams

/// How long, and up to which size, a reel's records are kept.
package struct RetentionRule: Sendable, Hashable {
    /// Nil keeps them for ever.
    package var age: Duration?
    /// Bytes of the whole reel; nil sets no bound.
    package var size: Int?

    package init(age: Duration? = nil, size: Int? = nil) {
        self.age = age
        self.size = size
    }

    /// `30d`, `20GiB`, `30d, 20GiB` or `forever`, for people.
    package var words: String {
        let parts = [age.map { DurationText.write($0) }, size.map { SizeText.write($0) }].compactMap(\.self)
        return parts.isEmpty ? "forever" : parts.joined(separator: ", ")
    }
}

extension ValueForm<RetentionRule> {
    private static var ages: ValueForm<Duration> { .duration(.seconds(1) ... .weeks(5200)) }
    private static var sizes: ValueForm<Int> { .bytes(1 << 20...1 << 50) }

    /// A span of time, `forever`, or a mapping of `age` and `size`.
    static var retention: ValueForm {
        let expectation = "a duration such as 30d, forever, or a mapping such as {age: 30d, size: 20GiB}"
        return ValueForm(
            expectation: expectation,
            read: { node throws(ValueProblem) in
                if case .mapping(let mapping) = node { return try rule(mapping) }
                if case .scalar(let scalar) = node, scalar.string == "forever" { return RetentionRule() }
                guard case .scalar = node else {
                    throw ValueProblem(code: .wrongType, message: "expected \(expectation)")
                }
                return RetentionRule(age: try ages.read(node))
            },
            write: { rule in
                guard let size = rule.size else { return age(rule) }
                return .mapping([("age", age(rule)), ("size", sizes.write(size))])
            })
    }

    private static func age(_ rule: RetentionRule) -> WrittenValue { rule.age.map(ages.write) ?? .plain("forever") }

    private static func rule(_ mapping: Node.Mapping) throws(ValueProblem) -> RetentionRule {
        var rule = RetentionRule()
        for (key, value) in mapping {
            do throws(ValueProblem) {
                switch key.scalar?.string {
                case "age": rule.age = value.scalar?.string == "forever" ? nil : try ages.read(value)
                case "size": rule.size = try sizes.read(value)
                default:
                    throw ValueProblem(
                        code: .unknownKey, message: "unknown key; expected one of age, size",
                        position: FilePosition(key.mark))
                }
            } catch {
                throw ValueProblem(
                    code: error.code, message: error.message, position: error.position ?? FilePosition(value.mark))
            }
        }
        return rule
    }
}
