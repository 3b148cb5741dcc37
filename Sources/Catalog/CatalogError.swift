/// The catalog could not do what it was asked: what, in which file, and SQLite's reason.
package struct CatalogError: Error, CustomStringConvertible {
    package enum Code: Sendable {
        /// The file cannot be opened or made.
        case cannotOpen
        /// A statement failed.
        case failed
        /// A record that was given cannot be read.
        case badRecord
    }

    package let code: Code
    package let path: String
    package let cause: any Error

    package var description: String {
        switch code {
        case .cannotOpen:
            "the catalog \(path) cannot be opened: \(cause). It is derived: remove it and it is made anew."
        case .failed: "the catalog \(path) failed: \(cause)"
        case .badRecord: "a record for the catalog \(path) cannot be read: \(cause)"
        }
    }
}
