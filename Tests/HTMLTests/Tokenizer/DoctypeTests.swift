import HTML
import Testing

@Suite struct DoctypeTests {
    @Test(arguments: [
        ("<!DOCTYPE html>", #""html",null,null,true"#),
        ("<!doctype HTML>", #""html",null,null,true"#),
        ("<!doctypehtml>", #""html",null,null,true"#),
        ("<!DOCTYPE>", #"null,null,null,false"#),
        ("<!DOCTYPE ", #"null,null,null,false"#),
        ("<!DOCTYPE html", #""html",null,null,false"#),
        ("<!DOCTYPE a\0>", #""a�",null,null,true"#),
        ("<!DOCTYPE html PUBLIC \"p\" \"s\">", #""html","p","s",true"#),
        ("<!DOCTYPE html PUBLIC 'p''s'>", #""html","p","s",true"#),
        ("<!DOCTYPE html PUBLIC'p'>", #""html","p",null,true"#),
        ("<!DOCTYPE html SYSTEM 's'>", #""html",null,"s",true"#),
        ("<!DOCTYPE html system\"s\" x>", #""html",null,"s",true"#),
        ("<!DOCTYPE html PUBLIC>", #""html",null,null,false"#),
        ("<!DOCTYPE html PUBLIC p>", #""html",null,null,false"#),
        ("<!DOCTYPE html PUBLIC 'p>", #""html","p",null,false"#),
        ("<!DOCTYPE html PUBLIC 'p' s>", #""html","p",null,false"#),
        ("<!DOCTYPE html SYSTEM>", #""html",null,null,false"#),
        ("<!DOCTYPE html SYSTEM 's", #""html",null,"s",false"#),
        ("<!DOCTYPE html other>", #""html",null,null,false"#),
        ("<!DOCTYPE html PUBLIC 'p\0'>", #""html","p�",null,true"#),
    ])
    func aDoctypeSaysWhatItSays(text: String, fields: String) {
        #expect(tokens(text) == #"[["DOCTYPE",\#(fields)]]"#)
    }

    @Test func aDoctypeAfterTheStartIsIgnored() {
        #expect(body("<p><!DOCTYPE a>x") == "<p>\n  \"x\"")
    }

    @Test func theTreeKeepsTheIdentifiers() {
        let document = Document.parse(Array("<!DOCTYPE html SYSTEM 'about:legacy-compat'><p>".utf8))
        #expect(
            document.documentType
                == type(of: document).parse(Array("<!DOCTYPE html SYSTEM 'about:legacy-compat'>".utf8)).documentType)
        #expect(document.documentType?.systemID == "about:legacy-compat")
        #expect(document.documentType?.publicID == "")
        #expect(tree("<!DOCTYPE html SYSTEM 'x'>").hasPrefix("<!DOCTYPE html \"\" \"x\">"))
    }
}

@Suite struct QuirksTests {
    private func mode(_ doctype: String) -> QuirksMode { Document.parse(Array(doctype.utf8)).quirksMode }

    @Test func aPlainDoctypeAsksForNoQuirks() {
        #expect(mode("<!DOCTYPE html>") == .noQuirks)
        #expect(mode("<!DOCTYPE html SYSTEM 'about:legacy-compat'>") == .noQuirks)
    }

    @Test func aMissingOrBrokenDoctypeAsksForQuirks() {
        #expect(mode("<p>") == .quirks)
        #expect(mode("") == .quirks)
        #expect(mode("<!DOCTYPE>") == .quirks)
        #expect(mode("<!DOCTYPE svg>") == .quirks)
        #expect(mode("<!DOCTYPE html PUBLIC>") == .quirks)
    }

    @Test func oldPublicIdentifiersAskForQuirksInEitherCase() {
        #expect(mode("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 3.2 Final//EN'>") == .quirks)
        #expect(mode("<!DOCTYPE html PUBLIC '-//w3c//dtd html 4.0 TRANSITIONAL//EN'>") == .quirks)
        #expect(mode("<!DOCTYPE html PUBLIC 'HTML'>") == .quirks)
    }

    @Test func aTransitionalDoctypeDependsOnItsSystemIdentifier() {
        #expect(mode("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'>") == .quirks)
        #expect(mode("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' 'x'>") == .limitedQuirks)
        #expect(mode("<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' 'x'>") == .limitedQuirks)
        #expect(mode("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01//EN' 'x'>") == .noQuirks)
    }

    @Test func oneSystemIdentifierAsksForQuirks() {
        #expect(mode("<!DOCTYPE html SYSTEM 'http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd'>") == .quirks)
    }

    @Test func aTableEndsAParagraphUnlessThereAreQuirks() {
        #expect(tree("<!DOCTYPE html><p><table>").hasSuffix("    <p>\n    <table>"))
        #expect(tree("<p><table>").hasSuffix("    <p>\n      <table>"))
    }
}
