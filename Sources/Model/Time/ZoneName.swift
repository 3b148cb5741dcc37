/// Time zones that dates in feeds name by letters.
enum ZoneName {
    /// Seconds east of Greenwich; nil for what is no zone's name at all. `local` decides whose `CST` it is.
    static func offset(_ word: [UInt8], local: Int) -> Int? {
        let name = String(decoding: word, as: UTF8.self)
        if name == "cst", local == 8 * 3600 { return local }
        if let minutes = minutes[name] { return minutes * 60 }
        // RFC 5322, 4.3: military letters and unknown names say nothing certain and count as UTC.
        return word.count <= 5 && word.count != 2 ? 0 : nil
    }

    /// A name an offset may follow.
    static func isUniversal(_ word: [UInt8]) -> Bool {
        ["gmt", "utc", "ut"].contains(String(decoding: word, as: UTF8.self))
    }

    private static let minutes: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0,
        "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360,
        "mst": -420, "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480,
        "akst": -540, "akdt": -480, "hst": -600, "ast": -240, "at": -240, "adt": -180, "nst": -210, "ndt": -150,
        "brt": -180, "art": -180, "bst": 60, "west": 60, "cet": 60, "cest": 120, "met": 60, "mest": 120, "mez": 60,
        "mesz": 120, "eet": 120, "eest": 180, "sast": 120, "msk": 180, "msd": 240, "trt": 180, "pkt": 300,
        "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "myt": 480, "pht": 480, "awst": 480, "jst": 540, "kst": 540,
        "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    ]
}
