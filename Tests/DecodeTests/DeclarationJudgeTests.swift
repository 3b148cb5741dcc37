import Testing

@testable import Decode

@Suite struct DeclarationJudgeTests {
    private static let russian =
        "Город вчера объявил, что новая линия метро откроется следующей весной. Мэр поблагодарил рабочих."
    private static let japanese = "市は昨日、新しい地下鉄が来年の春に開通すると発表した。駅の名前はまだ決まっていない。"

    private func decode(_ text: String, in name: String, declared: String) -> DecodedPage {
        PageDecoder.decode(
            ReverseTable(charset(name)).encode(text), contentType: "text/html; charset=\(declared)", kind: .html)
    }

    @Test(arguments: ["windows-1251", "koi8-r", "ibm866"])
    func cyrillicThatIsCalledUTF8IsFound(name: String) {
        #expect(decode(Self.russian, in: name, declared: "utf-8").text == Self.russian)
    }

    @Test(arguments: ["shift_jis", "euc-jp"])
    func japaneseThatIsCalledUTF8OrLatinIsFound(name: String) {
        #expect(decode(Self.japanese, in: name, declared: "utf-8").text == Self.japanese)
        #expect(decode(Self.japanese, in: name, declared: "iso-8859-1").text == Self.japanese)
    }

    @Test(arguments: ["windows-1251", "koi8-r", "ibm866", "iso-8859-5"])
    func cyrillicThatIsDeclaredRightlyStays(name: String) {
        let page = decode(Self.russian, in: name, declared: name)
        #expect(page.text == Self.russian)
        #expect(page.from == .header)
    }

    @Test(arguments: ["shift_jis", "euc-jp"])
    func japaneseThatIsDeclaredRightlyStays(name: String) {
        let page = decode(Self.japanese, in: name, declared: name)
        #expect(page.text == Self.japanese)
        #expect(page.from == .header)
    }

    @Test func aSecondDeclarationThatFitsIsTaken() {
        let bytes = ReverseTable(charset("windows-1251")).encode("<meta charset=windows-1251>" + Self.russian)
        let page = PageDecoder.decode(bytes, contentType: "text/html; charset=utf-8", kind: .html)
        #expect(page.charset.name == "windows-1251")
        #expect(page.from == .meta)
    }

    @Test func rareCharactersThatAreDeclaredStay() {
        let text = String(repeating: "亍丌兀丐廿卅丕亘丞鬲孬噩丨禺丿匕乇夭爻卮氐囟胤馗毓睾鼗丶", count: 4)
        let page = decode(text, in: "gb18030", declared: "gb2312")
        #expect(page.text == text)
        #expect(page.from == .header)
    }

    @Test func escapesAreNotJudged() {
        let bytes = Array("\u{1B}$BEl5~\u{1B}(B".utf8) + [0xE9]
        #expect(PageDecoder.decode(bytes, contentType: "a/b; charset=iso-2022-jp", kind: .text).charset == .iso2022JP)
        #expect(PageDecoder.decode(bytes, contentType: "a/b; charset=iso-2022-kr", kind: .text).charset == .replacement)
    }
}
