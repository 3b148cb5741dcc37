import Testing

@testable import Extract

@Suite struct LanguageGuessTests {
    private func language(_ text: String, declared: String? = nil) -> String? {
        reading(text) { LanguageGuess.guess($0, declared: declared) }
    }

    @Test(arguments: [
        ("The council has decided that the pier of the town is to be closed for the summer.", "en"),
        ("Der Rat hat beschlossen, dass die Brücke für den Sommer nicht mehr auf ist und das ist gut.", "de"),
        ("Le conseil a décidé que le pont de la ville sera fermé pour les travaux dans une semaine.", "fr"),
        ("El consejo ha decidido que el puente de la ciudad se cierra para las obras en una semana.", "es"),
        ("Il consiglio ha deciso che il ponte della città è chiuso per i lavori, non si passa con la barca.", "it"),
        ("O conselho decidiu que a ponte da cidade não abre para os barcos em uma semana, mas depois.", "pt"),
        ("De raad heeft het besluit genomen dat de brug van de stad niet open is voor een week.", "nl"),
        ("Rada zdecydowała, że most w mieście nie jest otwarty i że to się zmieni za tydzień od jutra.", "pl"),
        ("Kurul bu köprü için bir karar verdi ve çok kişi ile daha sonra da görüşecek olan ne var.", "tr"),
        ("海湾市议会周二投票决定关闭旧渡口码头进行维修，工程将于六月开工。", "zh"),
        ("海灣市議會週二投票決定關閉舊渡口碼頭進行維修，這個工程將於六月開工，對於漁民來說時間還沒到。", "zh-Hant"),
        ("市議会は火曜日に古い桟橋を閉鎖することを決めました。", "ja"), ("시의회는 화요일에 부두를 폐쇄하기로 결정했다.", "ko"),
        ("Городской совет решил закрыть старый причал на ремонт.", "ru"),
        ("Міська рада вирішила закрити причал на ремонт.", "uk"),
        ("قرر المجلس إغلاق الرصيف القديم للإصلاح", "ar"), ("Το συμβούλιο αποφάσισε να κλείσει την προβλήτα", "el"),
        ("המועצה החליטה לסגור את המזח הישן", "he"),
    ])
    func scriptsAndCommonWords(text: String, expected: String) {
        #expect(language(text) == expected)
    }

    @Test func theDeclaredTagDecidesWhereTheTextDoesNot() {
        #expect(language("Fjord 42", declared: "nb-NO") == "nb")
        #expect(language("") == nil)
    }

    @Test func aWrongTagDoesNotWin() {
        #expect(
            language("The council has decided that the pier of the town is closed for the summer.", declared: "de")
                == "en")
    }
}
