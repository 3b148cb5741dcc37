package import Model

/// Values of query items, each read or refused with a sentence that names the item.
package enum QueryValue {
    /// A count of zero or more.
    package static func count(_ name: String, _ value: String) throws(ErrorReport) -> Int {
        guard let number = Int(value), number >= 0 else {
            throw ErrorReport(.badRequest, "\(name): \"\(value)\" is not a count")
        }
        return number
    }

    /// `1`, `true` or nothing for yes; `0` or `false` for no.
    package static func flag(_ name: String, _ value: String) throws(ErrorReport) -> Bool {
        switch value {
        case "1", "true", "": true
        case "0", "false": false
        default: throw ErrorReport(.badRequest, "\(name): \"\(value)\" is neither 1 nor 0")
        }
    }

    /// A time in RFC 3339.
    package static func time(_ name: String, _ value: String) throws(ErrorReport) -> Timestamp {
        guard let time = Timestamp(rfc3339: value) else {
            throw ErrorReport(.badRequest, "\(name): \"\(value)\" is not a time such as 2026-01-31T08:00:00+08:00")
        }
        return time
    }
}
