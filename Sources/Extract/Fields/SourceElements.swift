internal import HTML
internal import Model

// Elements whose class says that they name the source.

extension PublisherStage {
    func offerSourceElements(to found: inout Candidates<Publisher>) {
        let first = frame.body.first ?? 0
        // Where a dateline ends, of whose parts none is an outlet by itself.
        var dateline = 0
        for index in page.scan.elements.indices where index >= dateline {
            let element = page.scan.elements[index]
            guard element.flags.contains(.source), element.text.count >= 3, element.text.count <= 60,
                frame.head.contains(element.blocks.lowerBound) || element.blocks.lowerBound == first,
                element.inherited.isDisjoint(with: [.comment, .related, .navigation])
            else { continue }
            let whole = page.text(of: element)
            if whole.isEmpty || element.inherited.contains(.caption) && !Scalars.isHan(whole.scalar(at: 0).value) {
                continue
            }
            if PublisherStage.endsInDash(whole) {
                dateline = element.endElement
                continue
            }
            let text = PublisherStage.withoutLabel(whole)
            guard !text.isEmpty, DateScanner(text: text).first() == nil, text.contains(where: \.isWordByte),
                CreditReader(text: text).credits().isEmpty, !text.contains("："), !PhotoCredits.occur(in: text)
            else { continue }
            found.offer(Publisher(name: TextCleaner.clean(text), url: nil), "class:source", 0.86)
        }
    }

    /// `Marrow Bay, Agency —` opens a story, and names a place first.
    private static func endsInDash(_ text: Bytes) -> Bool {
        ["—", "–", "-"].contains { (dash: StaticString) in text.ends(with: dash) }
    }

    /// The name behind a bullet and a word such as "Source:".
    private static func withoutLabel(_ text: Bytes) -> Bytes {
        var text = text
        for mark in ["•", "·", "|"] as [StaticString] where text.starts(with: mark) {
            text = text.cut(from: mark.utf8CodeUnitCount).trimmed
        }
        for label in labels where text.startsFolded(with: label) {
            return text.cut(from: label.utf8CodeUnitCount).trimmed
        }
        return text
    }

    private static let labels: [StaticString] = [
        "source:", "source :", "sources:", "via:", "quelle:", "fuente:", "fonte:", "bron:", "källa:", "kilde:",
        "lähde:", "źródło:",
        "zdroj:", "forrás:", "sursa:", "izvor:", "kaynak:", "sumber:", "nguồn:", "источник:", "Источник:", "джерело:",
        "Джерело:", "المصدر:", "출처:",
        "출처 :",
    ]
}
