internal import Model

/// The characters of a text that count when texts are compared.
///
/// Scalar by scalar of text in Normalization Form C (what an article's text is), in this order:
/// 1. U+FF01 to U+FF5E (full-width ASCII) become U+0021 to U+007E;
/// 2. letters become small by Unicode's full lower-case mapping, without regard to language or neighbours;
/// 3. what remains is kept if its general category is a letter (L), a mark (M) or a number (N), and dropped if it is
///    not: white space, punctuation, symbols, controls, private and unassigned characters.
///
/// Nothing stands between words: `News, 2024！` and `news２０２４` are the same text.
enum NormalizedText {
    /// The kept characters as UTF-8.
    static func utf8(of text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { input in
            var output: [UInt8] = []
            output.reserveCapacity(input.count)
            var reader = ScalarReader(input)
            while let scalar = reader.next() {
                CharacterRole.of(scalar).forEachScalar { append($0, to: &output) }
            }
            return output
        }
    }

    private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        guard scalar >= 0x80 else { return output.append(UInt8(scalar)) }
        guard let scalar = Unicode.Scalar(scalar) else { return }
        output.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
}
