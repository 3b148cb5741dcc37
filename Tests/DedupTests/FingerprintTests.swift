import Model
import Testing

@testable import Dedup

@Suite struct FingerprintTests {
    @Test func aPayloadHasItsSHA256() {
        #expect(
            Fingerprint.payloadHash(Array("abc".utf8)).description
                == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Fingerprint.payloadHash([]) != Fingerprint.payloadHash([0]))
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("The harbour opened again on Monday.", "ba1ddff736e960042f9a719dbf9188d03b4d49f3c36abb37c9fdd54617a14427"),
        ("海港星期一重新开放。", "553e28de0aa2b5ede303764d21d5c4fb39dc5e98c44a17c8afcb39e6bed58578"),
        ("滨海日报News２０２４年İstanbul", "5e9a1b43ebef0f0610b9ad6e74c9f87d7de939342967bc9a69a9b4d18af6a025"),
    ])
    func aTextHashNeverChanges(text: String, hash: String) {
        #expect(Fingerprint.textHash(text).description == "sha256:" + hash)
    }

    @Test(arguments: [
        ("", "0000000000000000"), ("News", "fa9fd0dd5cf17857"),
        ("The harbour opened again on Monday.", "9cec0802f53473ca"),
        ("海港星期一重新开放。", "80034c908e123329"), ("滨海日报News２０２４年İstanbul", "c74211e0000020a9"),
        ("ข่าววันนี้", "478034aa1d03eb4f"),
    ])
    func aSimHashNeverChanges(text: String, hash: String) {
        #expect(Hexadecimal.encode(Fingerprint.simhash(text, language: nil)) == hash)
    }

    @Test func whatDoesNotCountDoesNotChangeTheHashes() {
        let texts = [
            "The harbour opened again on Monday.", "THE HARBOUR  OPENED — AGAIN ON MONDAY",
            "\u{FEFF}the\nharbour\topened\u{A0}again, on “Monday”!", "Ｔｈｅ harbour opened again on Ｍonday",
        ]
        #expect(Set(texts.map(Fingerprint.textHash)).count == 1)
        #expect(Set(texts.map { Fingerprint.simhash($0) }).count == 1)
    }

    @Test func whatCountsChangesTheTextHash() {
        let texts = ["海港星期一开放", "海港星期二开放", "海港开放星期一", "é", "e", "5", "6", "a5", ""]
        #expect(Set(texts.map(Fingerprint.textHash)).count == texts.count)
    }

    @Test func theDistanceCountsBits() {
        #expect(Fingerprint.distance(0, 0) == 0)
        #expect(Fingerprint.distance(0b1011, 0b0010) == 2)
        #expect(Fingerprint.distance(0, .max) == 64)
    }
}
