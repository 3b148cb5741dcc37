/// The words before a time of day that say which half of the day it is in: 下午3:05, 오후 3:05.
enum HalfDay {
    /// The length of such a word at the position, if there is one.
    static func length(in text: Bytes, at position: Int) -> Int? {
        guard position < text.count, text[position] >= 0xE4 else { return nil }
        return (before + after).first { text.has($0, at: position) }?.utf8CodeUnitCount
    }

    /// The hour of 24 behind the words; one that counts to 24 already stays.
    static func hour(_ hour: Int, behind words: Bytes) -> Int {
        guard !words.isEmpty, hour <= 12 else { return hour }
        if after.contains(where: { words.contains($0) }) { return hour < 12 ? hour + 12 : hour }
        return hour == 12 && night.contains { words.contains($0) } ? 0 : hour
    }

    private static let night: [StaticString] = ["凌晨", "上午", "오전", "午前"]
    private static let before: [StaticString] = ["凌晨", "上午", "早上", "清晨", "早晨", "中午", "오전", "午前"]
    private static let after: [StaticString] = ["下午", "晚上", "晚间", "晚間", "傍晚", "晚", "오후", "午後"]
}
