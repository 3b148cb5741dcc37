internal import Model

/// An invented story.
struct Story: Sendable {
    /// The last part of its path, without ending.
    let name: String
    let title: String
    let byline: String
    let paragraphs: [String]
    var section = ""
    var source = ""
    var editor = ""
    /// How long after the site's beginning it was published; negative for before.
    var published: Duration = .zero
    /// How long after the beginning it is first listed.
    var appears: Duration = .zero
    /// What its last paragraph becomes, and when.
    var correction: (after: Duration, text: String)?
    /// When it is taken down.
    var vanishes: Duration?

    /// Whether it can be read at that age of the site.
    func isVisible(at age: Duration) -> Bool { age >= appears && vanishes.map { age < $0 } ?? true }

    func isCorrected(at age: Duration) -> Bool { correction.map { age >= $0.after } ?? false }

    /// The text as it stands at that age of the site.
    func paragraphs(at age: Duration) -> [String] {
        guard let correction, age >= correction.after else { return paragraphs }
        return paragraphs.dropLast() + [correction.text]
    }
}
