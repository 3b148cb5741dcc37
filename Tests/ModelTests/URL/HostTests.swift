import Testing

@testable import Model

struct HostTests {
    private func host(_ text: String, scheme: String = "http") -> String? {
        do throws(URLError) {
            return try WebURL("\(scheme)://\(text)/").host
        } catch {
            return nil
        }
    }

    @Test func namesAreLowerCaseASCII() {
        #expect(host("News.EXAMPLE.org") == "news.example.org")
        #expect(host("新闻.中国") == "xn--efvy88h.xn--fiqs8s")
        #expect(host("Bücher.Example") == "xn--bcher-kva.example")
        #expect(host("b%C3%BCcher.example") == "xn--bcher-kva.example")
        #expect(host("新闻。example。com") == "xn--efvy88h.example.com")
    }

    @Test func theDeviationCharactersAreKept() {
        #expect(host("straße.example") == "xn--strae-oqa.example")
    }

    @Test func symbolsThatUTS46AllowsAreAllowed() {
        #expect(host("☃.example") == "xn--n3h.example")
        #expect(host("\u{FFFD}.example") == nil)
    }

    @Test func charactersThatMapToNothingOrToForbiddenOnesAreRefused() {
        #expect(host("\u{AD}") == nil)
        #expect(host("a％00b.example") == nil)
        #expect(host("a\u{3000}b.example") == nil)
        #expect(host("a%2Fb") == nil)
    }

    @Test func numbersBecomeIPv4Addresses() {
        #expect(host("127.1") == "127.0.0.1")
        #expect(host("0x7f.0.0.1") == "127.0.0.1")
        #expect(host("017700000001") == "127.0.0.1")
        #expect(host("2130706433") == "127.0.0.1")
        #expect(host("127.0.0.1.") == "127.0.0.1")
        #expect(host("%31%32%37.1") == "127.0.0.1")
        #expect(host("１２７.1") == "127.0.0.1")
    }

    @Test func numbersThatAreNoAddressAreRefused() {
        for text in ["256.0.0.1", "1.2.3.256", "4294967296", "1.2.3.4.5", "a.1", "1..2", "0x.a.08", "1.2.3.08"] {
            #expect(host(text) == nil, "\(text)")
        }
        #expect(host("1.2.3.4a") == "1.2.3.4a")
    }

    @Test func iPv6AddressesAreWrittenShortest() {
        #expect(host("[2001:0DB8:0:0:1:0:0:1]") == "[2001:db8::1:0:0:1]")
        #expect(host("[::]") == "[::]")
        #expect(host("[1::]") == "[1::]")
        #expect(host("[0:0:0:0:0:ffff:1.2.3.4]") == "[::ffff:102:304]")
        #expect(host("[1:0:2:3:4:5:6:7]") == "[1:0:2:3:4:5:6:7]")
        #expect(host("[1:2:3:4:5:6:7::]") == "[1:2:3:4:5:6:7:0]")
    }

    @Test func whatIsNoIPv6AddressIsRefused() {
        for text in [
            "[]", "[:]", "[:::]", "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]", "[1::2::3]", "[12345::]",
            "[1:2:3:4:5:6:7:]",
            "[::1.2.3]", "[::1.2.3.4.5]", "[::01.2.3.4]", "[::1.2.3.256]", "[::1%25eth0]", "[::g]", "[::1.2.3.4:1]",
            "[1:2:3:4:5:6:7:1.2.3.4]", "[::1",
        ] {
            #expect(host(text) == nil, "\(text)")
        }
    }

    @Test func hostsOfOtherSchemesAreOpaque() {
        #expect(host("A%20b", scheme: "x") == "A%20b")
        #expect(host("ü", scheme: "x") == "%C3%BC")
        #expect(host("127.1", scheme: "x") == "127.1")
        #expect(host("[1::0]", scheme: "x") == "[1::]")
        #expect(host("a b", scheme: "x") == nil)
    }

    @Test func theRegistrableDomainIsBelowThePublicSuffix() throws {
        #expect(RegistrableDomain.of("www.news.example.com.cn") == "example.com.cn")
        #expect(RegistrableDomain.of("WWW.Example.CO.UK.") == "example.co.uk")
        #expect(RegistrableDomain.of("新闻.公司.cn") == "xn--efvy88h.xn--55qx5d.cn")
        #expect(RegistrableDomain.of("a.b.unlisted") == "b.unlisted")
        #expect(try WebURL("https://img.example.org/x").registrableDomain == "example.org")
    }

    @Test func suffixesAddressesAndNonsenseHaveNoRegistrableDomain() {
        for text in [
            "cn", "com.cn", "localhost", "", ".", ".com", "192.0.2.7", "192.0.2.7.", "[::1]", "a b", "c.kobe.jp",
        ] {
            #expect(RegistrableDomain.of(text) == nil, "\(text)")
        }
    }

    @Test func theParentOfAWildcardRuleIsNoSuffix() {
        #expect(RegistrableDomain.of("kobe.jp") == "kobe.jp")
        #expect(RegistrableDomain.of("a.c.kobe.jp") == "a.c.kobe.jp")
        #expect(RegistrableDomain.of("city.kobe.jp") == "city.kobe.jp")
    }
}
