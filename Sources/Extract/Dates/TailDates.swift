internal import HTML

// What stands below the article, where nothing above it says when.

extension DateStage {
    /// A labelled date below or beside the article, where nothing above it has one; never one of a list.
    func readTail(_ result: inout Result) {
        for index in frame.body.prefix(8) + Array(frame.tail) {
            let block = page.scan.blocks[index]
            guard block.count < 120, block.kind != .item,
                block.inherited.isDisjoint(with: [.comment, .related, .ranking])
            else { continue }
            let text = page.text(of: block)
            guard let found = DateScanner(text: text, order: order).first() else { continue }
            let label = DateLabels.kind(text.cut(to: found.range.lowerBound))
            let isBeforeChange = label == nil && DateLabels.saysModified(text.cut(from: found.range.upperBound))
            guard label == .published || isBeforeChange else { continue }
            result.published.offer(found, "tail", 0.5)
            return
        }
        readTailTimes(&result)
    }

    /// The one day that all times below the article give: those of comments differ.
    private func readTailTimes(_ result: inout Result) {
        var found: [WrittenDate] = []
        for index in page.scan.times.prefix(40) {
            let element = page.scan.elements[index]
            guard frame.tail.contains(element.blocks.lowerBound), let value = page.attribute(.datetime, of: index),
                element.inherited.isDisjoint(with: [.comment, .related, .ranking]), let written = date(value)
            else { continue }
            found.append(written)
        }
        guard let first = found.first, found.allSatisfy({ $0.date == first.date }) else { return }
        result.published.offer(first, "time", 0.4)
    }
}
