/// Runs of long lines with few short ones between them: what can be an article on a page that lost its markup.
struct LineRuns {
    struct Run {
        var first: Int
        var last: Int
        /// Bytes of running text.
        var prose: Int
        /// Whether a line said that nothing of the article follows.
        var isEnded = false
    }

    private(set) var runs: [Run] = []

    /// More short lines in a row than this end a run.
    private static let largestGap = 10
    /// So many lines between two runs may be something set into an article.
    private static let largestInset = 12

    /// The runs of the lines from `start` on.
    init(picker: LinePicker, from start: Int = 0) {
        var run: Run?
        var gap = 0
        for index in picker.page.scan.blocks.indices.dropFirst(start) {
            if picker.isProse(index) {
                run = Run(
                    first: run?.first ?? index, last: index, prose: (run?.prose ?? 0) + picker.weights.prose[index])
                gap = 0
                continue
            }
            guard var open = run else { continue }
            if gap < 3, picker.isSentence(index) { open.last = index } else { gap += 1 }
            open.isEnded = LineRuns.ends(picker.text(index), open)
            run = open
            if gap > LineRuns.largestGap || open.isEnded || SectionMarkers.opensForeignSection(picker.text(index)) {
                add(open)
                run = nil
                gap = 0
            }
        }
        if let run { add(run) }
    }

    /// Adds the run, or joins it to the one before where that was only interrupted.
    private mutating func add(_ run: Run) {
        guard let before = runs.last, !before.isEnded, run.first - before.last <= LineRuns.largestInset,
            run.prose >= 400, before.prose >= 400
        else {
            runs.append(run)
            return
        }
        runs[runs.count - 1] = Run(
            first: before.first, last: run.last, prose: before.prose + run.prose, isEnded: run.isEnded)
    }

    private static func ends(_ text: Bytes, _ run: Run) -> Bool {
        run.prose >= 150 && (ArticleEnd.saysEnd(text) || CommentMarkers.opensComments(text))
    }
}
