import Model
import Testing

@Suite struct ScalarWriterTests {
    @Test func everyLengthIsWrittenAsTheStandardLibraryDoes() {
        let text = "a\u{7F}\u{80}\u{7FF}\u{800}\u{FFFD}\u{10000}\u{10FFFF}"
        let bytes = [UInt8](unsafeUninitializedCapacity: 64) { memory, count in
            var writer = ScalarWriter(memory)
            for scalar in text.unicodeScalars { writer.put(scalar.value) }
            count = writer.count
        }
        #expect(bytes == Array(text.utf8))
    }
}
