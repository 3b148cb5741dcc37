/// Finds the licence numbers that Chinese sites must show: ICP records, public-security records, permits.
struct LicenceStage {
    let page: Page

    /// The numbers in page order, each once.
    func licences() -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        // Most pages have none.
        let hasRecords = LicenceStage.recordMarks.contains { page.text.contains($0) }
        let hasPermits = page.text.contains("许可证")
        guard hasRecords || hasPermits else { return [] }
        for block in page.scan.blocks where block.count <= 2000 {
            let text = page.text(of: block)
            for licence in record(text) + permits(text) where seen.insert(licence).inserted && found.count < 16 {
                found.append(licence)
            }
        }
        return found
    }

    private static let recordMarks: [StaticString] = ["ICP备", "ICP证", "ICP備", "ICP許", "公网安备", "公網安備"]

    /// 闽ICP备05022042号-1, 京ICP证030173号, 京公网安备 11010102004843号.
    private func record(_ text: Bytes) -> [String] {
        var found: [String] = []
        for mark in LicenceStage.recordMarks {
            var position = 0
            while let hit = text.find(mark, from: position) {
                position = hit + mark.utf8CodeUnitCount
                guard let end = number(text, from: position, minimum: 5) else { continue }
                let start = hit - provinceLength(text, before: hit)
                found.append(TextCleaner.clean(text.cut(start..<end)))
                position = end
            }
        }
        return found
    }

    private func provinceLength(_ text: Bytes, before position: Int) -> Int {
        guard position >= 3 else { return 0 }
        let length = text.lengthOfCharacter(before: position)
        return length == 3 && Provinces.name(of: text.scalar(at: position - 3).value) != nil ? 3 : 0
    }

    /// The end of a number within a few characters: digits, 号, and a dash with more digits.
    private func number(_ text: Bytes, from start: Int, minimum: Int) -> Int? {
        var position = start
        while position < text.count, !text[position].isDigit {
            let scalar = text.scalar(at: position)
            let isFiller =
                text.spaceLength(at: position) > 0 || scalar.value == 0x5B57 || scalar.value == 0x7B2C
                || scalar.value == 0x53F7
                || scalar.value == 0x3A || scalar.value == 0xFF1A
            guard isFiller, position - start < 12 else { return nil }
            position += scalar.length
        }
        let digits = position
        while position < text.count, text[position].isDigit { position += 1 }
        guard position - digits >= minimum else { return nil }
        if text.has("号", at: position) || text.has("號", at: position) { position += 3 }
        guard position + 1 < text.count, text[position] == 0x2D, text[position + 1].isDigit else { return position }
        position += 1
        while position < text.count, text[position].isDigit { position += 1 }
        return position
    }

    /// 互联网新闻信息服务许可证 编号:35120170001 and other permits: the words around 许可证 up to the end of the number.
    private func permits(_ text: Bytes) -> [String] {
        var found: [String] = []
        var position = 0
        while let hit = text.find("许可证", from: position) {
            position = hit + 9
            var start = hit
            while start > 0, hit - start < 60 {
                let length = text.lengthOfCharacter(before: start)
                guard Scalars.isHan(text.scalar(at: start - length).value) else { break }
                start -= length
            }
            guard let end = permitEnd(text, from: position) else { continue }
            found.append(TextCleaner.clean(text.cut(start..<end)))
            position = end
        }
        return found
    }

    private func permitEnd(_ text: Bytes, from start: Int) -> Int? {
        var position = start
        var digits = 0
        var end: Int?
        while position < text.count, position - start < 72 {
            let (scalar, length) = text.scalar(at: position)
            if text[position].isDigit {
                digits += 1
                end = position + 1
            } else if digits >= 3, scalar == 0x53F7 {
                return position + length
            } else if digits >= 3, scalar != 0x2D, scalar != 0x2E, scalar != 0x5D, scalar != 0x3015 {
                break
            } else if scalar == 0x7C || scalar == 0xFF5C || scalar == 0x0A || scalar == 0x3002 {
                break
            }
            position += length
        }
        return digits >= 3 ? end : nil
    }
}

/// The provinces of China by the one character that stands for them in numbers.
enum Provinces {
    static func name(of short: UInt32) -> String? {
        all.first { $0.short.value == short }?.name
    }

    private static let all: [(short: Unicode.Scalar, name: String)] = [
        ("京", "北京"), ("津", "天津"), ("沪", "上海"), ("渝", "重庆"), ("冀", "河北"), ("豫", "河南"), ("云", "云南"), ("滇", "云南"),
        ("辽", "辽宁"),
        ("黑", "黑龙江"), ("湘", "湖南"), ("皖", "安徽"), ("鲁", "山东"), ("新", "新疆"), ("苏", "江苏"), ("浙", "浙江"), ("赣", "江西"),
        ("鄂", "湖北"),
        ("桂", "广西"), ("甘", "甘肃"), ("陇", "甘肃"), ("晋", "山西"), ("蒙", "内蒙古"), ("陕", "陕西"), ("吉", "吉林"), ("闽", "福建"),
        ("贵", "贵州"),
        ("黔", "贵州"), ("粤", "广东"), ("青", "青海"), ("藏", "西藏"), ("川", "四川"), ("蜀", "四川"), ("宁", "宁夏"), ("琼", "海南"),
        ("港", "香港"),
        ("澳", "澳门"), ("台", "台湾"),
    ]
}
