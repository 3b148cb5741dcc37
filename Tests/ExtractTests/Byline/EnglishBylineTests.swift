import Testing

@testable import Extract

@Suite struct EnglishBylineTests {
    private func names(_ text: String) -> [String] { reading(text) { EnglishByline.names($0) } }

    @Test(arguments: [
        ("By Ann Lee", ["Ann Lee"]), ("By Ann Lee and Bo Ekström", ["Ann Lee", "Bo Ekström"]),
        ("By Ann Lee, Bo Ek and Cy Twill, Staff Writers", ["Ann Lee", "Bo Ek", "Cy Twill"]),
        ("Written by: Ann Lee", ["Ann Lee"]), ("ByAnn Lee", ["Ann Lee"]), ("BY ANN LEE", ["ANN LEE"]),
        ("Ann Lee | May 1, 2024", ["Ann Lee"]), ("Posted on May 2, 2024 by Ann Lee", ["Ann Lee"]),
        ("news! | By Ann Lee | May 1", ["Ann Lee"]), ("Ann van der Lee", ["Ann van der Lee"]),
        ("Posted by A. B. Lee at 2:33 PM", ["A. B. Lee"]), ("By Ann Lee for The Marrow Post", ["Ann Lee"]),
        ("von Anna Müller und Bernd Öz", ["Anna Müller", "Bernd Öz"]),
        ("Tekst: Anna Müller en Bas Öz", ["Anna Müller", "Bas Öz"]),
        ("Автор статьи: Анна Ли и Борис Эк", ["Анна Ли", "Борис Эк"]),
        ("Piše: Ana Lič", ["Ana Lič"]), ("Írta: Anna Lí és Béla Ek", ["Anna Lí", "Béla Ek"]),
        ("Γράφει η Άννα Λη", ["Άννα Λη"]),
        ("Scris de Ana Lie și Bob Ec", ["Ana Lie", "Bob Ec"]), ("By Ann I Lee", ["Ann I Lee"]),
        ("Nga Ana Li", ["Ana Li"]),
        ("Écrit par Anne Lié", ["Anne Lié"]), ("Yazar: Ayşe Li ve Bora Ek", ["Ayşe Li", "Bora Ek"]),
        ("Ann McAllister-O’Dea", ["Ann McAllister-O’Dea"]), ("Ann TWILL-DeEk", ["Ann TWILL-DeEk"]),
        ("By Ann Lee (2 May 2024)", ["Ann Lee"]), ("By Ann Lee Reuters", ["Ann Lee"]), ("By Ann Lee, AFP", ["Ann Lee"]),
    ])
    func people(text: String, expected: [String]) {
        #expect(names(text) == expected)
    }

    @Test(arguments: [
        "By Staff Reporter", "By The Editors", "Marrow News Agency", "admin", "May 1, 2024", "By", "", "@annlee",
        "https://a.example/ann",
        "CITY OF MARROW BAY", "A A", "Related Reports", "Thomson Reuters",
        "Share this article", "3 min read", "Monday", "By Our Correspondent",
    ])
    func officesAndOtherTextGiveNobody(text: String) {
        #expect(names(text).isEmpty)
    }

    @Test func nobodyIsNamedTwice() {
        #expect(names("Ann Lee, Ann Lee") == ["Ann Lee"])
    }

    @Test func wordsRunTogetherAreNoName() {
        #expect(names("By Marrow PostNovember 3").isEmpty)
    }
}
