/// SplitMix64: a run that failed is repeated by its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// A new seed each run, printed with the name of the test.
    init(for test: String) {
        let seed = UInt64.random(in: .min ... .max)
        print("\(test): seed \(seed)")
        self.init(seed: seed)
    }

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Up to `count` pieces in a row.
    mutating func text(of pieces: [String], upTo count: Int) -> String {
        (0..<Int.random(in: 0...count, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }

    /// Up to `count` bytes of any value.
    mutating func bytes(upTo count: Int) -> [UInt8] {
        (0..<Int.random(in: 0...count, using: &self)).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }
}
