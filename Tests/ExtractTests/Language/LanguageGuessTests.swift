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
        ("Këshilli vendosi që ura e vjetër të mbyllet për riparime dhe kjo është një lajm i mirë për qytetin.", "sq"),
        (
            "Vijeće je odlučilo da će se stari most zatvoriti za popravke, što nije dobro za ribare koji su u luci.",
            "hr"
        ),
        (
            "Rada rozhodla, že starý most sa zatvorí pre opravy a podľa primátora sú na ňom trhliny, ktoré nie sú malé.",
            "sk"
        ),
        (
            "Svet je odločil, da se bo stari most zaprl za popravila, kar ni dobro, pa tudi ribiči so jezni in ne bi šli.",
            "sl"
        ),
        (
            "Volikogu otsustas, et vana sild on kinni ja see ei ole hea, aga kalurid ning nende pered said ka oma raha.",
            "et"
        ),
        (
            "Dome nolēma, ka vecais tilts ir slēgts, un tas nav labi, bet zvejnieki ar laivām arī tika pāri no rīta.",
            "lv"
        ),
        (
            "El consell ha decidit que el pont vell es tanca per les obres amb una setmana més i els pescadors van al nord.",
            "ca"
        ),
        (
            "Ráðið ákvað að loka gömlu brúnni og það var ekki gott fyrir sjómenn sem eru á leið til hafnar með fisk.",
            "is"
        ),
        (
            "Die raad het besluit dat die ou brug nie oop is vir die somer nie, en wat om te doen is ook nie duidelik nie.",
            "af"
        ),
        ("Общинският съвет реши, че старият мост ще бъде затворен за ремонт през лятото, защото има пукнатини.", "bg"),
        ("Градско веће је одлучило да се стари мост затвори због поправки које ће почети у јуну.", "sr"),
        ("ადგილობრივმა საბჭომ ძველი ხიდის დახურვა გადაწყვიტა", "ka"), ("পৌর পরিষদ পুরোনো সেতু বন্ধ করার সিদ্ধান্ত নিয়েছে", "bn"),
        ("பழைய பாலத்தை மூட நகர சபை முடிவு செய்தது", "ta"), ("สภาเมืองตัดสินใจปิดสะพานเก่าเพื่อซ่อมแซม", "th"),
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

    @Test func amongLanguagesWrittenAlikeThePageDecides() {
        let text =
            "Vijeće je odlučilo da će se stari most zatvoriti za popravke, što nije dobro za ribare koji su u luci."
        #expect(language(text, declared: "bs") == "bs")
        #expect(language("नगर परिषद ने पुराना पुल बंद करने का निर्णय लिया", declared: "mr-IN") == "mr")
    }

    @Test func aLanguageThatIsNotKnownIsBelieved() {
        let text =
            "Il-kunsill iddeċieda li jagħlaq dan il-pont qadim għat-tiswija, qal is-sindku lill-gazzetti lokali llum filgħodu"
        #expect(language(text, declared: "mt") == "mt")
    }
}
