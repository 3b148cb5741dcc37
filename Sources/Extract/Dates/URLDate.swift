internal import Model

/// Reads the day that many sites write into an address: /2023/12/22/, /2023-12/22/, /2023/1222/, t20231222_.
enum URLDate {
    static func read(_ url: Bytes) -> WrittenDate? {
        guard let scheme = url.find("://"), let path = firstSlash(url, from: scheme + 3) else { return nil }
        var position = path
        while position + 7 < url.count, url[position] != 0x3F {
            if url[position].isDigit, position == 0 || !url[position - 1].isDigit, let found = date(url, at: position) {
                return found
            }
            position += 1
        }
        return nil
    }

    private static func firstSlash(_ url: Bytes, from start: Int) -> Int? {
        (start..<max(start, url.count)).first { url[$0] == 0x2F }
    }

    private static func date(_ url: Bytes, at start: Int) -> WrittenDate? {
        var digits: [Int] = []
        var position = start
        var marks = 0
        var lengths = [0]
        while position < url.count, digits.count < 8 {
            let byte = url[position]
            if byte.isDigit {
                digits.append(Int(byte - 0x30))
                lengths[lengths.count - 1] += 1
            } else if byte == 0x2F || byte == 0x2D || byte == 0x5F, marks < 2, lengths[lengths.count - 1] > 0 {
                marks += 1
                lengths.append(0)
            } else {
                break
            }
            position += 1
        }
        return day(digits, lengths, url, start, position)
    }

    private static func day(_ digits: [Int], _ lengths: [Int], _ url: Bytes, _ start: Int, _ end: Int) -> WrittenDate? {
        guard digits.count >= 6, end == url.count || !url[end].isDigit else { return nil }
        let isJoined = lengths == [8] || lengths == [4, 4] || lengths == [6, 2]
        let isSplit =
            lengths.count == 3 && lengths[0] == 4 && (1...2).contains(lengths[1]) && (1...2).contains(lengths[2])
        guard isJoined || isSplit else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let year = number(0..<4)
        let monthEnd = isJoined ? 6 : 4 + lengths[1]
        let dayEnd = isJoined ? 8 : monthEnd + lengths[2]
        guard (1995...2099).contains(year), digits.count >= dayEnd,
            let date = CivilDate(year: year, month: number(4..<monthEnd), day: number(monthEnd..<dayEnd))
        else { return nil }
        return WrittenDate(date: date, time: nil, offsetSeconds: nil, range: start..<end)
    }
}
