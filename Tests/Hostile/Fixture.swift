internal import Foundation

/// Bodies in compressed form, made once with the codings' own tools.
package enum Fixture {
    /// What each of `gzip`, `deflate`, `brotli` and `zstd` unpacks to.
    package static let page = Array(
        String(
            repeating: "<html><head><title>Harbour news</title></head><body>"
                + "<p>The ferry to the islands sails again.</p></body></html>\n",
            count: 3
        ).utf8)

    /// gzip (RFC 1952).
    package static let gzip = decode(
        """
        H4sIAAAAAAACA92N0Q2AIAwF/52iE8gCTb8dwAVqqEKCYGiNYXuJbOHnu7zLYbAzEQZhT2jRktDCdSt3hSyPohsM3XhsxTfC
        i9YgsEutDayA9RE1cfYKyjEp8MExz+iuLg7FfZ0Jf517AWpJXOxNAQAA
        """)

    /// zlib (RFC 1950), which HTTP calls deflate.
    package static let deflate = decode(
        """
        eNrdjdENgCAMBf+dohPIAk2/HcAFaqhCgmBojWF7iWzh57u8y2GwMxEGYU9o0ZLQwnUrd4Usj6IbDN14bMU3wovWILBLrQ2s
        gPURNXH2CsoxKfDBMc/ori4OxX2dCX+dewGfdHSV
        """)

    /// Brotli (RFC 7932).
    package static let brotli = decode(
        """
        G0wBAEVPlupDE4o9dUGw2RgKaMYBe9cjdfNINyGdx9iaOCYpTNDgBwPIIYmpagPNt6nNEd3pM4+rPykDa5F7RM6h0ow7P0YK
        """)

    /// Zstandard (RFC 8878).
    package static let zstd = decode(
        """
        KLUv/WBNAM0CAIJFERGwPbzJFbHcyjwI9iTe3fSBE0AI7ic4NOXINy7lcaNpvqLaT3Kd3Arhn/1E+nFX44pgwZF+WzhdgT76
        l1SS2/gn7sVk4gUAWzlI1tDuWIVhUQPnhvkE
        """)

    /// 260 KB that unpack to 268 MB: the head of a gzip of zeros; each zero byte that follows stands for 1,032 of them.
    package static let gzipBomb = decode("H4sIAAAAAAACA+zBAQEAAACAkP6v7ggK") + [UInt8](repeating: 0, count: 260_000)

    /// 256 MiB of zeros.
    package static let brotliBomb = decode(
        """
        y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8E
        QBwWAOje//H//w/+CYA4LADQvf/j//8f/BMAcVgAoHv/x///P/gnAOKwAED3/o///3/wTwDEYQGA7v0f////4J8AiMMCAN37
        P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8EQBwWAOje//H//w/+CYA4LADQvf/j//8f/BMAcVgAoHv/x///P/gn
        AOKwAED3/o///3/wTwDEYQGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8EQBwWAOje
        //H//w/+CYA4LADQvf/j//8f/BMAcVgAoHv/x///P/gnAOKwAED3/o///3/wTwDEYQGA7v0f////4J8AiMMCAN37P/7//8E/
        ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8EQBwWAOje//H//w/+CYA4LADQvf/L//8//BMAcVgAoHv/Bw==
        """)

    /// 16 MiB of zeros.
    package static let zstdBomb = decode(
        """
        KLUv/YBoAAAAAUwAAAgAAQD8/zkQAgIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIA
        EAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIA
        EAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIA
        EAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIA
        EAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIA
        EAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIA
        EAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIAEAACABAAAgAQAAIA
        EAACABAAAgAQAAIAEAACABAAAgAQAAMAEAA=
        """)

    private static func decode(_ text: String) -> [UInt8] {
        Array(Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }
}
