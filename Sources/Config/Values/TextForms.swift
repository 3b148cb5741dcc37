internal import Foundation
internal import Model

extension ValueForm<String> {
    /// Any text on one line that is not empty.
    static var text: ValueForm {
        .scalar("a text on one line", write: { .text($0) }) { isOneLine($0) && !$0.isEmpty ? $0 : nil }
    }

    /// A path from the root.
    static var absolutePath: ValueForm {
        .scalar("an absolute path", write: { .text($0) }) {
            $0.hasPrefix("/") && !$0.contains("\0") && isOneLine($0) ? $0 : nil
        }
    }

    /// An address with the scheme http or https and a host.
    static var url: ValueForm {
        .scalar("a URL such as https://example.org/", write: { .text($0) }) { isWebAddress($0) ? $0 : nil }
    }

    /// A regular expression as NSRegularExpression takes it, which matches the links later; kept as its text.
    static var pattern: ValueForm {
        ValueForm(
            expectation: "a regular expression",
            read: { node throws(ValueProblem) in
                let text = try scalarText(node, "a regular expression")
                do {
                    _ = try NSRegularExpression(pattern: text)
                } catch {
                    throw ValueProblem(
                        message: "expected a regular expression, found \(quoted(text))\(reason(against: text))")
                }
                return text
            }, write: { .text($0) })
    }

    /// What Swift's own reader has against a pattern: it says more than Foundation's.
    private static func reason(against pattern: String) -> String {
        do {
            _ = try Regex(pattern)
            return ""
        } catch {
            return ": \(error)"
        }
    }

    /// A language tag of BCP 47, such as `zh` or `zh-Hant`.
    static var language: ValueForm {
        .scalar("a language tag such as zh or en-GB", write: { .text($0) }) { text in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            let isTag = parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isAlphanumeric) }
            return isTag && (2...3).contains(parts.first?.utf8.count ?? 0) ? text : nil
        }
    }

    /// The name of a user group.
    static var group: ValueForm {
        .scalar("the name of a group", write: { .text($0) }) { text in
            !text.isEmpty && text.utf8.count <= 32
                && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
                ? text : nil
        }
    }
}

extension ValueForm<Bool> {
    static var flag: ValueForm {
        .scalar("true or false", write: { .flag($0) }) { text in
            switch text.lowercased() {
            case "true", "yes", "on": true
            case "false", "no", "off": false
            default: nil
            }
        }
    }
}

extension ValueForm where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of a few words.
    static var word: ValueForm {
        let words = Value.allCases.map(\.rawValue)
        return .scalar(
            "one of \(words.joined(separator: ", "))", write: { .plain($0.rawValue) },
            { Value(rawValue: $0) })
    }
}

extension ValueForm<SourceID> {
    /// Lower-case letters, digits, `-`, `_`, `.`; a letter or digit first; at most 64.
    static var sourceID: ValueForm {
        .scalar("an id of lower-case letters, digits, -, _ and .", write: { .text($0.rawValue) }) { text in
            let isForm = text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-_.".utf8.contains($0)
            }
            guard isForm, text.utf8.count <= 64, let first = text.utf8.first, isAlphanumeric(first) else { return nil }
            return SourceID(rawValue: text)
        }
    }
}

/// Fixed zone offsets as RFC 3339 writes them.
enum ZoneText {
    static func parse(_ text: String) -> Int? {
        text == "Z" ? 0 : Timestamp(rfc3339: "2000-01-01T00:00:00" + text)?.offsetSeconds
    }

    static func write(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        let digits = [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return (seconds < 0 ? "-" : "+") + digits.joined(separator: ":")
    }
}

/// Scheme http or https, a host, and nothing that cannot stand in an address; the URL parser judges the rest.
private func isWebAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
    let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    return !host.isEmpty && !host.hasPrefix(":") && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
}

private func isOneLine(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}
