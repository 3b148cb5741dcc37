internal import ControlClient
internal import ControlProtocol
internal import Glibc
internal import Model

/// The bytes of an answer as a value.
enum Answered {
    static func value<Value: WireValue>(_ bytes: [UInt8], as type: Value.Type = Value.self) throws -> Value {
        do {
            return try Value(json: bytes)
        } catch {
            throw ControlError.protocolError("\(error)")
        }
    }
}

extension Timestamp {
    /// The time now.
    static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(millisecondsSinceEpoch: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
