import Testing

@testable import Decode

@Suite struct CharsetGuessTests {
    @Test(arguments: [
        ("gb18030", "市政府昨天宣布，新的地铁线路将于明年春天开通。"), ("gb18030", "本报讯 记者从交通部门获悉"),
        ("big5", "市政府昨天宣布，新的捷運線將於明年春天通車。"), ("big5", "本報訊 記者從交通部門獲悉"),
        ("shift_jis", "市は昨日、新しい地下鉄が来年の春に開通すると発表した。"), ("shift_jis", "きょうのニュース"),
        ("euc-jp", "市は昨日、新しい地下鉄が来年の春に開通すると発表した。"), ("euc-jp", "東京新聞の記事"),
        ("euc-kr", "시는 어제 새로운 지하철 노선이 내년 봄에 개통된다고 발표했다."), ("euc-kr", "오늘의 뉴스"),
        ("windows-1251", "Город вчера объявил, что новая линия метро откроется следующей весной."),
        ("windows-1251", "Новости дня"),
        ("koi8-r", "Город вчера объявил, что новая линия метро откроется следующей весной."),
        ("ibm866", "Новости дня сегодня"),
        ("windows-1252", "La ville a annoncé hier que la nouvelle ligne ouvrira au printemps, à l’été."),
        ("windows-1252", "Die Stadt kündigte gestern die neue Linie für nächstes Frühjahr an."),
        ("windows-1252", "El año pasado, señaló el alcalde, la línea abrió más tarde."),
        ("windows-1250", "Miasto ogłosiło wczoraj, że nowa linia metra zostanie otwarta przyszłej wiosny."),
        ("windows-1250", "Město včera oznámilo, že nová linka metra bude otevřena příští rok na jaře."),
        ("windows-1250", "A város bejelentette, hogy jövő tavasszal megnyílik az új metró, és több állomást kérték."),
        ("windows-1253", "Ο δήμος ανακοίνωσε χθες ότι η νέα γραμμή του μετρό θα ανοίξει την επόμενη άνοιξη."),
        ("windows-1254", "Belediye dün yeni metro hattının gelecek ilkbaharda açılacağını duyurdu."),
        ("windows-1255", "העירייה הודיעה אתמול כי קו הרכבת החדש ייפתח באביב הבא."), ("windows-1255", "חדשות היום"),
        ("windows-1256", "أعلنت المدينة أمس أن خط المترو الجديد سيفتح في الربيع المقبل."),
        ("windows-1257", "Miestas vakar paskelbė, kad naujoji metro linija bus atidaryta kitą pavasarį šeštadienį."),
        ("windows-874", "เมืองประกาศเมื่อวานนี้ว่ารถไฟฟ้าสายใหม่จะเปิดในฤดูใบไม้ผลิหน้า"),
    ])
    func aTextIsFoundInItsCharset(name: String, text: String) {
        let bytes = ReverseTable(charset(name)).encode(text)
        let page = PageDecoder.decode(bytes, contentType: nil, kind: .text)
        #expect(page.text == text)
        #expect(page.from == .guess)
        let markup =
            Array("<html><body class=\"story wide\"><h1>".utf8) + bytes + Array("</h1><p>Read more 123</p>".utf8)
        #expect(PageDecoder.decode(markup, contentType: "text/html", kind: .html).text.contains(text))
    }

    @Test func escapesAndZerosGiveThemselvesAway() {
        #expect(CharsetGuess.charset(of: Array("<p>\u{1B}$BEl5~\u{1B}(B".utf8)) == .iso2022JP)
        #expect(CharsetGuess.charset(of: Array("<p>Evening news".utf8).flatMap { [$0, 0] }) == .utf16LE)
        #expect(CharsetGuess.charset(of: Array("<p>Evening news".utf8).flatMap { [0, $0] }) == .utf16BE)
    }

    @Test func nothingIsGuessedFromASCII() {
        #expect(CharsetGuess.charset(of: Array("plain".utf8)) == nil)
        #expect(CharsetGuess.charset(of: []) == nil)
    }

    @Test func aSampleKeepsSecondBytesOfASCII() {
        let bytes: [UInt8] = [0x81, 0x40] + [UInt8](repeating: 0x20, count: 100) + [0x81, 0x41, 0x0A]
        let sample = TextSample.take(from: bytes[...])
        #expect(sample.starts(with: [0x81, 0x40]))
        #expect(sample.suffix(3) == [0x81, 0x41, 0x0A])
        #expect(sample.count < 20)
        #expect(TextSample.take(from: Array("plain".utf8)[...]) == [])
        #expect(TextSample.take(from: [UInt8](repeating: 0xC0, count: 1 << 20)[...]).count <= 12 << 10)
    }
}
