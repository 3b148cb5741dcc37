internal import HTML

// What stands above the article, where readers look for it.

extension DateStage {
    func readTimes(_ result: inout Result) {
        for index in page.scan.times.prefix(40) {
            let element = page.scan.elements[index]
            guard element.inherited.isDisjoint(with: [.comment, .related, .sidebar, .ranking, .footer]) else {
                continue
            }
            let block = element.blocks.lowerBound
            let isNear = isHead(block)
            let isTail = frame.tail.contains(block) && block < frame.tail.lowerBound + 6
            guard isNear || isTail else { continue }
            let value = page.attribute(.datetime, of: index)
            let written = value.flatMap { date($0) } ?? date(page.text(of: element))
            if isUpdate(element) {
                result.modified.offer(written, "time", 0.75)
            } else if isNear {
                result.published.offer(written, "time", 0.8 - distanceAbove(block))
            }
        }
    }

    /// What the element itself says, else the words right before it.
    private func isUpdate(_ element: ScanElement) -> Bool {
        if let kind = DateLabels.kind(page.text(of: element)) { return kind == .modified }
        let before = page.text.cut(max(0, element.text.lowerBound - 24)..<element.text.lowerBound)
        return DateLabels.kind(before.lastIndex(of: 0x0A).map { before.cut(from: $0 + 1) } ?? before) == .modified
    }

    /// Lines above the body, and those between the headline and the running text, where the body begins earlier.
    func isHead(_ block: Int) -> Bool {
        block <= zone.firstProse + 4 && zone.contains(block)
            || block >= frame.head.lowerBound && block <= (frame.body.first ?? 0) + 2
    }

    /// What a date loses by its distance above the headline, where other stories may stand.
    private func distanceAbove(_ block: Int) -> Double {
        guard let title = frame.title, block < title else { return 0 }
        return 0.01 * Double(min(title - block, 8))
    }

    func readHead(_ result: inout Result) {
        let end = max((frame.body.first ?? 0) + 2, (zone.below.last ?? -1) + 1)
        for index in frame.head.lowerBound..<max(frame.head.lowerBound, min(end, page.scan.blocks.count))
        where isHead(index) {
            let block = page.scan.blocks[index]
            guard block.count < 400, block.inherited.isDisjoint(with: [.comment, .related, .ranking]),
                block.kind != .caption
            else { continue }
            readLine(index, block, &result)
        }
    }

    private func readLine(_ index: Int, _ block: ScanBlock, _ result: inout Result) {
        let isBody = index > frame.head.upperBound - 1 && frame.body.contains(index)
        let text = page.text(of: block)
        for (position, found) in DateScanner(text: text, order: order).all(limit: 2).enumerated() {
            let before = text.cut(max(0, found.range.lowerBound - 40)..<found.range.lowerBound)
            let label = DateLabels.kind(before)
            if label == .modified {
                if !(isBody && block.count > 120) { result.modified.offer(found, "byline", 0.7) }
                continue
            }
            var weight = language?.hasPrefix("zh") == true ? 0.86 : 0.7
            let isLabelled = label == .published
            if isLabelled { weight += 0.08 }
            if block.inherited.contains(.date) || block.inherited.contains(.byline) || found.time != nil {
                weight += 0.04
            }
            if let title = frame.title, index > title { weight += 0.03 }
            weight -= distanceAbove(index)
            if block.inherited.contains(.caption) || PhotoCredits.occur(in: text) { weight -= 0.1 }
            if isBody, !isLabelled, isOfRunningText(found, text) { continue }
            if !isLabelled, isInsideSentence(found, block) { weight -= 0.2 }
            if isBody { weight -= isLabelled ? 0.02 : 0.1 }
            weight -= 0.02 * Double(position)
            result.published.offer(found, "byline", weight)
        }
    }

    /// Among more than a byline's words, or in a sentence.
    private func isOfRunningText(_ found: WrittenDate, _ text: Bytes) -> Bool {
        let rest = text.count - found.range.count
        let last = text.scalar(at: text.count - text.lengthOfCharacter(before: text.count)).value
        return rest > 90 || rest > 40 && Scalars.endsSentence(last)
    }

    /// A day that a caption or a paragraph speaks of.
    private func isInsideSentence(_ found: WrittenDate, _ block: ScanBlock) -> Bool {
        block.count - found.range.count > 90
    }
}
