/// Scripts that tell a language by themselves, or a few.
struct OtherScripts {
    let scalars: ClosedRange<UInt32>
    /// The commonest language written in it, then those a page may declare instead.
    let languages: [String]

    static let all: [OtherScripts] = [
        OtherScripts(scalars: 0x370...0x3FF, languages: ["el"]),
        OtherScripts(scalars: 0x530...0x58F, languages: ["hy"]),
        OtherScripts(scalars: 0x590...0x5FF, languages: ["he", "yi"]),
        OtherScripts(scalars: 0x900...0x97F, languages: ["hi", "mr", "ne", "mai", "bho", "sa"]),
        OtherScripts(scalars: 0x980...0x9FF, languages: ["bn", "as"]),
        OtherScripts(scalars: 0xA00...0xA7F, languages: ["pa"]),
        OtherScripts(scalars: 0xA80...0xAFF, languages: ["gu"]),
        OtherScripts(scalars: 0xB00...0xB7F, languages: ["or"]),
        OtherScripts(scalars: 0xB80...0xBFF, languages: ["ta"]),
        OtherScripts(scalars: 0xC00...0xC7F, languages: ["te"]),
        OtherScripts(scalars: 0xC80...0xCFF, languages: ["kn"]),
        OtherScripts(scalars: 0xD00...0xD7F, languages: ["ml"]),
        OtherScripts(scalars: 0xD80...0xDFF, languages: ["si"]),
        OtherScripts(scalars: 0xE00...0xE7F, languages: ["th"]),
        OtherScripts(scalars: 0xE80...0xEFF, languages: ["lo"]),
        OtherScripts(scalars: 0xF00...0xFFF, languages: ["bo", "dz"]),
        OtherScripts(scalars: 0x1000...0x109F, languages: ["my"]),
        OtherScripts(scalars: 0x10A0...0x10FF, languages: ["ka"]),
        OtherScripts(scalars: 0x1200...0x139F, languages: ["am", "ti"]),
        OtherScripts(scalars: 0x1780...0x17FF, languages: ["km"]),
    ]
}
