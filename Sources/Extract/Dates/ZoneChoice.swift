internal import Model

/// The zone of times that name none: the language's where it has only one, else the site's, else that of another time on the page.
struct ZoneChoice {
    let offset: Int

    init(language: String?, siteOffset: Int?, dates: DateStage.Result) {
        switch language {
        case "zh", "zh-Hant": offset = 8 * 3600
        case "ja", "ko": offset = 9 * 3600
        default:
            let written = (dates.published.all + dates.modified.all).lazy.compactMap(\.value.offsetSeconds)
            offset = siteOffset ?? written.first { $0 != 0 } ?? 0
        }
    }

    /// The best candidate; where it is a day alone, the time of day of another candidate for the same day.
    func timestamp(_ candidates: Candidates<WrittenDate>) -> Timestamp? {
        guard let best = candidates.best?.value else { return nil }
        if best.time == nil,
            let finer = candidates.all.first(where: { $0.value.date == best.date && $0.value.time != nil })
        {
            return finer.value.timestamp(defaultOffset: offset)
        }
        let time = best.timestamp(defaultOffset: offset)
        return time.flatMap { local($0, best, candidates) } ?? time
    }

    /// An instant that metadata gives in UTC, in the zone that the time shown to readers implies.
    private func local(_ time: Timestamp, _ best: WrittenDate, _ candidates: Candidates<WrittenDate>) -> Timestamp? {
        guard best.offsetSeconds == 0, best.time != nil else { return nil }
        for shown in candidates.all
        where shown.rule == "byline" && shown.value.time != nil && shown.value.offsetSeconds == nil {
            guard let wall = shown.value.timestamp(defaultOffset: 0) else { continue }
            let difference = Int(wall.secondsSinceEpoch - time.secondsSinceEpoch)
            let quarters = Int((Double(difference) / 900).rounded())
            if abs(difference - quarters * 900) < 120, abs(quarters) <= 56 {
                return time.at(offsetSeconds: quarters * 900)
            }
        }
        return nil
    }
}
