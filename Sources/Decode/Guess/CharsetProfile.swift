/// What text in a charset looks like.
protocol CharsetProfile: Sendable {
    var charset: Charset { get }

    /// The mean over the characters beyond ASCII: up to 3 for frequent ones, far below zero for broken ones.
    func score(_ sample: [UInt8]) -> Double
}
