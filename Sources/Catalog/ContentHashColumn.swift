internal import Foundation
internal import Model

// A content hash as SQLite keeps it: 32 bytes.

extension ContentHash {
    var data: Data { Data(bytes) }

    /// Nil where the column is null or has another length.
    init?(data: Data?) {
        guard let data else { return nil }
        self.init(bytes: Array(data))
    }
}
