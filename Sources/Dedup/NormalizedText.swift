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
            // No small form is longer than three halves of its letter's UTF-8 (U+0130 and U+023A: two bytes become three).
            [UInt8](unsafeUninitializedCapacity: input.count * 3 / 2 + 1) { output, count in
                let roles = CharacterRole.table
                var reader = ScalarReader(input)
                var writer = ScalarWriter(output)
                while let scalar = reader.next() {
                    roles[scalar].forEachScalar { writer.put($0) }
                }
                count = writer.count
            }
        }
    }
}
