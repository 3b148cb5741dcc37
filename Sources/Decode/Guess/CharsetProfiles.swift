// The characters that the news of each language is full of. A charset that could stand for another (windows-1252 for
// its kin) comes before it, because an equal score goes to the first.

/// The charsets that are guessed from bytes.
enum CharsetProfiles {
    static let twoByte: [any CharsetProfile] = [
        TwoByteProfile(
            .gb18030, .han, usual: GB18030Table.twoByte, leads: 0xB0...0xD7, trails: 0xA1...0xFE,
            frequent:
                """
                的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事\
                成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已\
                工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内\
                信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少\
                报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放\
                强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运，。、：；\
                “”《》（）！？
                """),
        TwoByteProfile(
            .big5, .han, usual: Big5Table.twoByte, leads: 0xA4...0xC6, trails: 0x40...0xFE,
            frequent:
                """
                的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事\
                成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已\
                工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內\
                信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少\
                報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放\
                強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運灣臺台，\
                。、：；「」『』（）！？
                """),
        TwoByteProfile(
            .shiftJIS, .kana, usual: JapaneseTables.shiftJIS, leads: 0x88...0x97, trails: 0x40...0xFC,
            frequent: japanese),
        TwoByteProfile(
            .eucJP, .kana, usual: JapaneseTables.eucJP, leads: 0xB0...0xCF, trails: 0xA1...0xFE, frequent: japanese),
        TwoByteProfile(
            .eucKR, .hangul, usual: KoreanTable.twoByte, leads: 0xB0...0xC8, trails: 0xA1...0xFE,
            frequent:
                """
                이다는의에을가고하지한로도은기를사서있자인어해대정나리시일라으제그만들전수상부원조국과오보니아게성적장공주스선경동산\
                신구세민연위안비무방관여용분발화마미소여했음된될됐했없것등후년월중내생당행회학교출입결계금물문명개력유치통합진재단건강\
                까지면서습데요러린며와때터트드르우렇말할올더야께
                """),
    ]

    private static let japanese = "のにはをたがでてとしれさるいすなもかあっらりくこきまけめよそうんおわだどちえせーンスルトリアイクラ、。「」・日本年月人"

    static let singleByte: [any CharsetProfile] = [
        LetterProfile("windows-1252", frequent: "éèàçêîôûùâëïöüäßñáíóúåøæãì"),
        LetterProfile("windows-1251", frequent: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґ"),
        LetterProfile("koi8-u", frequent: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґ"),
        LetterProfile("ibm866", frequent: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф"),
        LetterProfile("iso-8859-5", frequent: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф"),
        LetterProfile("windows-1250", frequent: "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäâăîşţßđ"),
        LetterProfile("iso-8859-2", frequent: "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäâăîşţßđ"),
        LetterProfile("windows-1253", frequent: "αοιετσνηυρπκμλωςγδχθφβάέήίόύώξζψ"),
        LetterProfile("windows-1254", frequent: "ışğçöüâîû"),
        LetterProfile("windows-1255", frequent: "יוהלאתרבמשנדעחקפגטצסזכםןףךץ"),
        LetterProfile("windows-1256", frequent: "اليمنوترببعدفسهقكحجةشصطخأىئءذضغثإزظآ"),
        LetterProfile("windows-1257", frequent: "āčēģīķļņšūžąęėįųõäöü"),
        LetterProfile("windows-874", frequent: "านรกเงอมยลวดทสตะปบคหแจพชขใไโผถซธภศณัาิีึืุู่้็์ำ"),
        LetterProfile("windows-1258", frequent: "ăâđêôơưéèàáíóúãõ\u{300}\u{301}\u{303}\u{309}\u{323}"),
    ]
}
