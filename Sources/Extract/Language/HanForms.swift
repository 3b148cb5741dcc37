/// Which ideographs are written in only one of the two forms of Chinese.
struct HanForms: Sendable {
    enum Form: UInt8 { case both, simplified, traditional }

    /// Taken once before a loop over many characters.
    static let table = HanForms()

    /// Of U+4E00 to U+9FFF.
    private let forms: [Form]

    private static let first: UInt32 = 0x4E00

    private init() {
        var forms = [Form](repeating: .both, count: 0x5200)
        for scalar in HanForms.simplified.unicodeScalars { forms[Int(scalar.value - HanForms.first)] = .simplified }
        for scalar in HanForms.traditional.unicodeScalars { forms[Int(scalar.value - HanForms.first)] = .traditional }
        self.forms = forms
    }

    @inline(__always)
    subscript(scalar: UInt32) -> Form {
        let index = Int(scalar) - Int(HanForms.first)
        return forms.indices.contains(index) ? forms[index] : .both
    }

    // Of the commonest, those that have two forms.
    private static let simplified = "这国来说时们个会对发学过还没开关后长经见东车马问间门电话让应该当实现为从体业产动务区报机条给认识气头"
    private static let traditional = "這國來說時們個會對發學過還沒開關後長經見東車馬問間門電話讓應該當實現為從體業產動務區報機條給認識氣頭"
}
