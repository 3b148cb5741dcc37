import Testing

@testable import Decode

@Suite struct CharsetTests {
    @Test(arguments: [
        ("utf8", "utf-8"), ("UTF-8", "utf-8"), (" unicode-1-1-utf-8\t", "utf-8"), ("latin1", "windows-1252"),
        ("ISO-8859-1", "windows-1252"), ("us-ascii", "windows-1252"), ("iso-8859-9", "windows-1254"),
        ("tis-620", "windows-874"), ("sjis", "shift_jis"), ("x-sjis", "shift_jis"), ("ks_c_5601-1987", "euc-kr"),
        ("big5-hkscs", "big5"), ("koi8-ru", "koi8-u"), ("hz-gb-2312", "replacement"), ("iso-2022-kr", "replacement"),
        ("utf-16", "utf-16le"), ("unicodefffe", "utf-16be"), ("iso-8859-8-i", "iso-8859-8-i"),
        ("logical", "iso-8859-8-i"),
        ("x-mac-cyrillic", "x-mac-cyrillic"), ("dos-874", "windows-874"), ("x-user-defined", "x-user-defined"),
    ])
    func aLabelStandsForItsCharset(label: String, name: String) {
        #expect(Charset.named(label)?.name == name)
    }

    @Test(arguments: ["gb2312", "GBK", "gb_2312-80", "x-gbk", "chinese", "csGB2312", "iso-ir-58", "gb18030"])
    func everyGBLabelMeansGB18030(label: String) {
        #expect(Charset.named(label) == .gb18030)
    }

    @Test(arguments: ["", "bogus", "utf-9", "utf 8", "utf-8;", "\u{A0}utf-8", "ｕｔｆ-8"])
    func anUnknownLabelIsNothing(label: String) {
        #expect(Charset.named(label) == nil)
    }

    @Test func aLabelWithoutEndIsNothing() {
        #expect(Charset.named(String(repeating: " ", count: 1_000_000) + "utf-8") == nil)
    }

    @Test func theTableHasEveryLabelOnce() {
        #expect(CharsetLabels.names.count == 228)
        #expect(Set(CharsetLabels.names.values).count == 39)
        for (label, name) in CharsetLabels.names {
            #expect(label == Substring(label.lowercased()))
            #expect(Charset.named(name)?.name == name)
        }
    }

    @Test func everyCharsetHasADecoder() {
        let others: Set<String> = [
            "utf-8", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr", "replacement", "utf-16be",
            "utf-16le",
            "x-user-defined",
        ]
        for name in Set(CharsetLabels.names.values) {
            #expect(others.contains(name) != (SingleByteTable.table(name) != nil), "\(name)")
        }
    }

    @Test func theSystemHasEveryTable() {
        #expect(DecodingTables.missing() == [])
        if Converter("no-such-charset") != nil { Issue.record("iconv knows a charset that is none") }
    }
}
