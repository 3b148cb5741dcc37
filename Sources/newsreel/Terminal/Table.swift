/// Columns that line up, however wide their characters are.
struct Table {
    /// The headings; without any there is no first line.
    var headings: [String] = []
    var rows: [[String]] = []
    /// The columns whose cells stand on the right.
    var rightAligned: Set<Int> = []

    /// The lines, two spaces between columns; on a terminal the last column is cut to fit.
    func lines(on terminal: Terminal) -> [String] {
        let all = headings.isEmpty ? rows : [headings] + rows
        let widths = (0..<(all.map(\.count).max() ?? 0)).map { column in
            all.map { $0.indices.contains(column) ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
        }
        return all.enumerated().map { number, row in
            let line = line(row, widths)
            let fitting = terminal.width.map { DisplayWidth.cut(line, to: $0) } ?? line
            return number == 0 && !headings.isEmpty ? Style.faint.apply(fitting, on: terminal) : fitting
        }
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in row.enumerated() {
            let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
            line += rightAligned.contains(column) ? padding + cell : cell + padding
            line += "  "
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
