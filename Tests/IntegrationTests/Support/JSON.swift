import Foundation

/// One JSON object, read by members.
struct JSON: Sendable, CustomStringConvertible {
    let description: String
    private let values: [String: String]
    private let lists: [String: [JSON]]

    init(_ line: String) {
        let object = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
        self.init(object ?? [:], line)
    }

    private init(_ object: [String: Any], _ text: String) {
        description = text
        values = object.compactMapValues { value in
            value is NSNull ? nil : (value as? String) ?? (value as? NSNumber)?.stringValue
        }
        lists = object.compactMapValues { value in
            if let list = value as? [Any] { return list.compactMap(JSON.member) }
            return (value as? [String: Any]).map { [JSON($0, "\($0)")] }
        }
    }

    private static func member(_ value: Any) -> JSON? {
        if let text = value as? String { return JSON([:], text) }
        return (value as? [String: Any]).map { JSON($0, "\($0)") }
    }

    /// A member as text; numbers in their decimal form, nil for null and for what is missing.
    subscript(_ name: String) -> String? { values[name] }

    /// The objects of a list, or the one object that a member is; texts have only their ``description``.
    func list(_ name: String) -> [JSON] { lists[name] ?? [] }
}
