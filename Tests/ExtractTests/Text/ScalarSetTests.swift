import Testing

@testable import Extract

@Suite struct ScalarSetTests {
    @Test func itHoldsWhatItWasMadeOf() {
        let set = ScalarSet("a、市\u{FFFF}")
        for scalar in UInt32(0)..<0x11000 {
            #expect(set.contains(scalar) == [0x61, 0x3001, 0x5E02, 0xFFFF].contains(scalar))
        }
    }

    @Test func whatLiesAboveIsLeftOut() {
        let set = ScalarSet("𠀀")
        #expect(!set.contains(0x20000) && !set.contains(0))
    }
}
