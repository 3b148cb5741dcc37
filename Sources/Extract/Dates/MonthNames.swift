/// The names of the months in the languages of the European press.
enum MonthNames {
    /// 1 to 12 for the name or abbreviation of a month in any case of letters.
    static func month(_ word: Bytes) -> Int? {
        guard word.count >= 3, word.count <= 20, !word[0].isDigit else { return nil }
        for (name, month) in names where word.equalsFolded(name) { return month }
        return nil
    }

    // Cyrillic and other letters beyond ASCII are compared as they are, so both cases are listed where both are written.
    private static let names: [(StaticString, Int)] = [
        ("january", 1), ("jan", 1), ("januar", 1), ("jänner", 1), ("janvier", 1), ("janv", 1), ("enero", 1), ("ene", 1),
        ("gennaio", 1), ("gen", 1), ("janeiro", 1), ("januari", 1), ("ocak", 1), ("января", 1), ("янв", 1),
        ("stycznia", 1), ("tammikuuta", 1), ("ledna", 1), ("sausio", 1), ("ianuarie", 1), ("січня", 1), ("يناير", 1),
        ("february", 2), ("feb", 2), ("februar", 2), ("février", 2), ("févr", 2), ("fév", 2), ("febrero", 2),
        ("febbraio", 2), ("fevereiro", 2), ("februari", 2), ("şubat", 2), ("февраля", 2), ("фев", 2), ("lutego", 2),
        ("helmikuuta", 2), ("února", 2), ("vasario", 2), ("лютого", 2), ("fev", 2), ("febr", 2), ("فبراير", 2),
        ("march", 3), ("mar", 3), ("märz", 3), ("mrz", 3), ("mars", 3), ("marzo", 3), ("março", 3), ("maart", 3),
        ("mart", 3), ("марта", 3), ("мар", 3), ("marca", 3), ("maaliskuuta", 3), ("března", 3), ("kovo", 3),
        ("marts", 3),
        ("березня", 3), ("märz", 3), ("mär", 3), ("مارس", 3),
        ("april", 4), ("apr", 4), ("avril", 4), ("avr", 4), ("abril", 4), ("abr", 4), ("aprile", 4), ("nisan", 4),
        ("апреля", 4), ("апр", 4), ("kwietnia", 4), ("huhtikuuta", 4), ("dubna", 4), ("balandžio", 4), ("квітня", 4),
        ("أبريل", 4),
        ("may", 5), ("mai", 5), ("mayo", 5), ("maggio", 5), ("mag", 5), ("maio", 5), ("mei", 5), ("maj", 5),
        ("mayıs", 5), ("мая", 5), ("maja", 5), ("toukokuuta", 5), ("května", 5), ("gegužės", 5), ("травня", 5),
        ("مايو", 5),
        ("june", 6), ("jun", 6), ("juni", 6), ("juin", 6), ("junio", 6), ("giugno", 6), ("giu", 6), ("junho", 6),
        ("haziran", 6), ("июня", 6), ("июн", 6), ("czerwca", 6), ("kesäkuuta", 6), ("června", 6), ("birželio", 6),
        ("червня", 6), ("يونيو", 6),
        ("july", 7), ("jul", 7), ("juli", 7), ("juillet", 7), ("juil", 7), ("julio", 7), ("luglio", 7), ("lug", 7),
        ("julho", 7), ("temmuz", 7), ("июля", 7), ("июл", 7), ("lipca", 7), ("heinäkuuta", 7), ("července", 7),
        ("liepos", 7), ("липня", 7), ("يوليو", 7),
        ("august", 8), ("aug", 8), ("août", 8), ("aout", 8), ("agosto", 8), ("ago", 8), ("augustus", 8), ("augusti", 8),
        ("ağustos", 8), ("августа", 8), ("авг", 8), ("sierpnia", 8), ("elokuuta", 8), ("srpna", 8), ("rugpjūčio", 8),
        ("серпня", 8), ("أغسطس", 8),
        ("september", 9), ("sep", 9), ("sept", 9), ("septembre", 9), ("septiembre", 9), ("settembre", 9), ("set", 9),
        ("setembro", 9), ("eylül", 9), ("сентября", 9), ("сен", 9), ("września", 9), ("syyskuuta", 9), ("září", 9),
        ("rugsėjo", 9), ("вересня", 9), ("سبتمبر", 9),
        ("october", 10), ("oct", 10), ("oktober", 10), ("okt", 10), ("octobre", 10), ("octubre", 10), ("ottobre", 10),
        ("ott", 10), ("outubro", 10), ("out", 10), ("ekim", 10), ("октября", 10), ("окт", 10), ("października", 10),
        ("lokakuuta", 10), ("října", 10), ("spalio", 10), ("жовтня", 10), ("أكتوبر", 10),
        ("november", 11), ("nov", 11), ("novembre", 11), ("noviembre", 11), ("novembro", 11), ("kasım", 11),
        ("ноября", 11), ("ноя", 11), ("listopada", 11), ("marraskuuta", 11), ("listopadu", 11), ("lapkričio", 11),
        ("листопада", 11), ("نوفمبر", 11),
        ("december", 12), ("dec", 12), ("dezember", 12), ("dez", 12), ("décembre", 12), ("déc", 12), ("diciembre", 12),
        ("dic", 12), ("dicembre", 12), ("dezembro", 12), ("desember", 12), ("des", 12), ("aralık", 12), ("декабря", 12),
        ("дек", 12), ("grudnia", 12), ("joulukuuta", 12), ("prosince", 12), ("gruodžio", 12), ("грудня", 12),
        ("ديسمبر", 12),
    ]
}
