/// The names of the months in the languages of the press.
enum MonthNames {
    /// 1 to 12 for the name or abbreviation of a month in any case of letters.
    static func month(_ word: Bytes) -> Int? {
        guard word.count >= 3, word.count <= longest, !word[0].isDigit else { return nil }
        return table[word.string.lowercased()]
    }

    /// In bytes.
    private static let longest = 32

    private static let table: [String: Int] = {
        var table: [String: Int] = [:]
        for (index, words) in names.enumerated() {
            for word in words.split(separator: " ") { table[String(word)] = index + 1 }
        }
        return table
    }()

    // In small letters. Where two languages mean different months (listopada), the one with more readers is here.
    private static let names: [String] = [
        "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari ocak января янв stycznia"
            + " tammikuuta ledna sausio ianuarie січня يناير január ian gener xaneiro janar januára januarja januara"
            + " siječnja јануара јануари януари январь студзеня қаңтар leden styczeń sty jaanuar janvāris janvārī janúar"
            + " ιανουαρίου ιαν yanvar oca जनवरी ינואר בינואר جانفي جنوری ژانویه",
        "february feb februar février févr fév febrero febbraio fevereiro februari şubat февраля фев lutego"
            + " helmikuuta února vasario лютого fev febr فبراير február februarie febrer febreiro shkurt februára februarja"
            + " februara veljače фебруара февруари февраль февр лютага ақпан únor luty lut veebruar februāris februārī"
            + " febrúar φεβρουαρίου φεβ fevral şub फरवरी फ़रवरी פברואר בפברואר فيفري شباط فروری فوریه",
        "march mar märz mrz mars marzo março maart mart марта мар marca maaliskuuta března kovo marts березня mär"
            + " مارس március márc martie març marec marta ožujka март сакавіка наурыз březen marzec märts martā maret mac"
            + " μαρτίου μαρ मार्च מרץ במרץ מרס במרס آذار اذار مارچ",
        "april apr avril avr abril abr aprile nisan апреля апр kwietnia huhtikuuta dubna balandžio квітня أبريل"
            + " április ápr aprilie prill apríla apríl aprila travnja априла април апрель квіт красавіка сәуір duben"
            + " kwiecień kwi aprill aprīlis aprīlī απριλίου απρ aprel nis अप्रैल אפריל באפריל ابريل إبريل نيسان أفريل اپریل"
            + " آوریل",
        "may mai mayo maggio mag maio mei maj mayıs мая maja toukokuuta května gegužės травня مايو május máj maig"
            + " mája svibnja маја мај май мамыр květen maijs maijā maí μαΐου μαΐ μάι μαι मई מאי במאי أيار ماي مئی مه",
        "june jun juni juin junio giugno giu junho haziran июня июн czerwca kesäkuuta června birželio червня يونيو"
            + " június jún iunie iun juny xuño qershor júna junija juna lipnja јуна јуни юни июнь черв чэрвеня маусым červen"
            + " czerwiec cze juuni jūnijs jūnijā júní ιουνίου ιουν iyun haz जून יוני ביוני يونيه حزيران جوان جون ژوئن",
        "july jul juli juillet juil julio luglio lug julho temmuz июля июл lipca heinäkuuta července liepos липня"
            + " يوليو július júl iulie iul juliol xullo korrik júla julija jula srpnja јула јули юли июль лип ліпеня шілде"
            + " červenec lipiec lip juuli jūlijs jūlijā júlí julai ιουλίου ιουλ iyul tem जुलाई יולי ביולי يوليه تموز جويلية"
            + " جولائی ژوئیه",
        "august aug août aout agosto ago augustus augusti ağustos августа авг sierpnia elokuuta srpna rugpjūčio"
            + " серпня أغسطس augusztus agost gusht augusta avgusta avgust kolovoza август серп жніўня тамыз srpen sierpień"
            + " sie augusts augustā ágúst agustus ogos agu agt αυγούστου αυγ avqust ağu अगस्त אוגוסט באוגוסט اغسطس آب أوت"
            + " اگست اوت",
        "september sep sept septembre septiembre settembre set setembro eylül сентября сен września syyskuuta září"
            + " rugsėjo вересня سبتمبر szeptember szept septembrie setembre shtator septembra septembar rujna септембра"
            + " септември сентябрь сент вер верасня қыркүйек wrzesień wrz septembris septembrī σεπτεμβρίου σεπ sentyabr eyl"
            + " सितंबर सितम्बर ספטמבר בספטמבר أيلول ايلول ستمبر سپتامبر",
        "october oct oktober okt octobre octubre ottobre ott outubro out ekim октября окт października lokakuuta"
            + " října spalio жовтня أكتوبر október octombrie tetor októbra oktobra oktobar октобра октомври октябрь жовт"
            + " кастрычніка қазан říjen październik paź oktoober oktobris oktobrī οκτωβρίου οκτ oktyabr eki अक्टूबर अक्तूबर"
            + " אוקטובר באוקטובר اكتوبر اکتوبر اکتبر",
        "november nov novembre noviembre novembro kasım ноября ноя listopada marraskuuta listopadu lapkričio"
            + " листопада نوفمبر noiembrie noi nëntor novembra novembar studenoga studenog новембра ноември ноябрь нояб лист"
            + " лістапада қараша listopad lis novembris novembrī nóvember νοεμβρίου νοε noyabr kas नवंबर नवम्बर נובמבר"
            + " בנובמבר نومبر نوامبر",
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des aralık декабря дек"
            + " grudnia joulukuuta prosince gruodžio грудня ديسمبر decembrie desembre decembro dhjetor decembra decembar"
            + " prosinca децембра декември декабрь груд снежня желтоқсан prosinec grudzień gru detsember decembris decembrī"
            + " disember dis δεκεμβρίου δεκ dekabr ara दिसंबर दिसम्बर דצמבר בדצמבר دسمبر دسامبر",
    ]
}
