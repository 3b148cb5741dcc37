/// Query parameters that say how a reader came to a page, and nothing about which page it is.
///
/// Names are compared without case. Kept small on purpose: a parameter that some site uses to choose its content must
/// not be here, or two articles would become one.
enum TrackingParameters {
    /// Families: every name that starts so.
    static let prefixes: [StaticString] = [
        "utm_",  // campaign tagging, everywhere
        "hmsr", "hmpl", "hmcu", "hmkw", "hmci",  // Baidu Tongji campaigns
        "mtm_", "pk_", "piwik_", "matomo_",  // Matomo campaigns
        "__hs", "_hs",  // HubSpot
    ]

    static let names: [StaticString] = [
        // Click identifiers of advertising networks
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "srsltid",
        "bd_vid", "epik", "igsh", "igshid", "rb_clickid", "_openstat",
        // Analytics and newsletters
        "_ga", "_gl", "mc_cid", "mc_eid", "mkt_tok", "vero_id", "vero_conv", "oly_enc_id", "oly_anon_id", "s_cid",
        "xtor", "wt_mc", "wt.mc_id", "guccounter", "guce_referrer", "guce_referrer_sig", "soc_src", "soc_trk",
        // Share buttons
        "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "ref_src", "ref_url", "__twitter_impression",
        "share_token", "share_source", "share_medium", "share_plat", "share_session_id", "share_tag", "share_times",
        // Chinese platforms: Alibaba, Bilibili, WeChat, QQ, Sina, Toutiao
        "spm", "scm", "spm_id_from", "vd_source", "isappinstalled", "nsukey", "tdsourcetag", "sudaref", "tt_from",
    ]

    /// `from` is a page's own parameter on many sites; only these values are WeChat's.
    static let fromValues: [StaticString] = ["singlemessage", "groupmessage", "timeline"]

    /// Whether one `name=value` piece of a query is only tracking.
    static func contains(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = piece.first, initials.contains(first | 0x20) else { return false }
        let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.count
        let name = UnsafeBufferPointer(rebasing: piece[..<equals])
        if matches("from", name), equals < piece.count {
            let value = UnsafeBufferPointer(rebasing: piece[(equals + 1)...])
            return fromValues.contains { matches($0, value) }
        }
        return names.contains { matches($0, name) }
            || prefixes.contains { prefix in
                let count = prefix.utf8CodeUnitCount
                return name.count >= count && matches(prefix, UnsafeBufferPointer(rebasing: name[..<count]))
            }
    }

    /// The first letters of all of them, so that most names are passed over at one look.
    private static let initials: Set<UInt8> = {
        let all: [StaticString] = names + prefixes + ["from"]
        return Set(all.map { $0.utf8Start.pointee | 0x20 })
    }()

    private static func matches(_ lowercase: StaticString, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard lowercase.utf8CodeUnitCount == text.count else { return false }
        return lowercase.withUTF8Buffer { name in
            for index in 0..<name.count {
                let byte = text[index]
                guard name[index] == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) else { return false }
            }
            return true
        }
    }
}
