/// The words before a date that say what it is the date of.
enum DateLabels {
    enum Kind { case published, modified }

    /// What the last label of the text says; nil where there is none.
    static func kind(_ text: Bytes) -> Kind? {
        guard saysModified(text), let change = last(modified, in: text, unlessBehind: nil) else {
            return saysPublished(text) ? .published : nil
        }
        // 更新时间 is one label, of a change.
        guard let publication = last(published, in: text, unlessBehind: change) else { return .modified }
        return publication > change ? .published : .modified
    }

    static func saysModified(_ text: Bytes) -> Bool { anyModified.occur(in: text) }

    static func saysPublished(_ text: Bytes) -> Bool { anyPublished.occur(in: text) }

    /// Where the last of the words ends that does not begin at the given position.
    private static func last(_ words: [StaticString], in text: Bytes, unlessBehind start: Int?) -> Int? {
        var found: Int?
        for word in words {
            var from = 0
            while let hit = text.findFolded(word, from: from) {
                from = hit + word.utf8CodeUnitCount
                if hit != start { found = max(found ?? 0, from) }
            }
        }
        return found
    }

    private static let anyModified = FoldedWords(modified)
    private static let anyPublished = FoldedWords(published)

    private static let modified: [StaticString] = [
        "updated", "modified", "last edited", "edited on", "last update", "revised", "aktualisiert", "zuletzt geändert",
        "mis à jour", "mise à jour", "modifié", "actualizado", "actualizada", "modificado", "aggiornato",
        "aggiornamento",
        "modifica", "更新", "修改", "bijgewerkt", "gewijzigd", "oppdatert", "sist endret", "opdateret", "uppdaterad",
        "päivitetty", "muokattu", "güncelle", "обновлено", "Обновлено", "изменено", "оновлено", "atualizado",
        "atualizada",
        "actualizat", "actualitzat", "frissítve", "frissült", "ažurirano", "ažurirane", "posodobljeno", "ενημέρωση",
        "Ενημέρωση", "ενημερώθηκε",
        "Ενημερώθηκε", "обновена", "Обновена", "обновен", "ажурирано", "Ажурирано", "përditësuar", "uuendatud",
        "atjaunots", "atnaujinta",
        "uppfært", "diperbarui", "diperbaharui", "dikemaskini", "अपडेट", "تحديث", "به‌روزرسانی", "עודכן", "อัปเดต",
        "อัพเดต", "yenilənib",
        "zaktualizowano", "aktualizacja", "aktualizov", "cập nhật", "수정", "업데이트",
    ]

    private static let published: [StaticString] = [
        "published", "posted", "first published", "发布", "发表", "发稿", "时间", "日期", "publié", "veröffentlicht",
        "erschienen",
        "publicado", "publicada", "pubblicato", "pubblicata", "created", "입력", "등록", "승인", "公開", "掲載", "投稿", "配信",
        "опубликовано", "Опубликовано", "опубліковано", "yayın", "giriş", "eklenme", "offentliggjort", "udgivet",
        "publicerad",
        "publicat", "közzétéve", "megjelent", "publikálva", "publikováno", "publikované", "zveřejněno", "zverejnené",
        "vydáno", "objavljeno",
        "objavljen", "δημοσίευση", "Δημοσίευση", "δημοσιεύτηκε", "Δημοσιεύτηκε", "публикувана", "Публикувана",
        "публикуван", "објављено", "Објављено",
        "publikuar", "avaldatud", "publicēts", "paskelbta", "diterbitkan", "dipublikasi", "प्रकाशित", "نشر", "انتشار",
        "פורסם", "เผยแพร่",
        "publisert", "julkaistu", "gepubliceerd", "geplaatst", "opublikowano", "đăng",
    ]
}
