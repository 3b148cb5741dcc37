import Testing

@Suite struct TemplateTests {
    @Test func contentsLieInADocumentOfTheirOwn() {
        #expect(
            head("<template><p>a</template>") == """
                <template>
                  content
                    <p>
                      "a"
                """)
        #expect(
            body("x<template><p>a</template>") == """
                "x"
                <template>
                  content
                    <p>
                      "a"
                """)
    }

    @Test func aTemplateMayHoldTableParts() {
        #expect(
            head("<template><td>a</td></template>") == """
                <template>
                  content
                    <td>
                      "a"
                """)
        #expect(
            head("<template><tr><td>a</template>") == """
                <template>
                  content
                    <tr>
                      <td>
                        "a"
                """)
        #expect(
            head("<template><col></template>") == """
                <template>
                  content
                    <col>
                """)
        #expect(
            head("<template><tbody><tr></template>") == """
                <template>
                  content
                    <tbody>
                      <tr>
                """)
    }

    @Test func theFirstTagDecidesWhatFits() {
        #expect(
            head("<template><p></p><td>a</template>") == """
                <template>
                  content
                    <p>
                    "a"
                """)
        #expect(
            head("<template><tr></tr><p>a</template>") == """
                <template>
                  content
                    <tr>
                    <p>
                      "a"
                """)
    }

    @Test func aTemplateStaysInATable() {
        #expect(
            body("<table><template><tr></template><tr>") == """
                <table>
                  <template>
                    content
                      <tr>
                  <tbody>
                    <tr>
                """)
    }

    @Test func aTemplateInAColumnGroupStays() {
        #expect(
            body("<table><colgroup><template>a</template><col>") == """
                <table>
                  <colgroup>
                    <template>
                      content
                        "a"
                    <col>
                """)
    }

    @Test func templatesNest() {
        #expect(
            head("<template>a<template>b</template>c</template>") == """
                <template>
                  content
                    "a"
                    <template>
                      content
                        "b"
                    "c"
                """)
    }

    @Test func formattingDoesNotCrossATemplate() {
        #expect(
            body("<b><template><i>a</b>b</template>c") == """
                <b>
                  <template>
                    content
                      <i>
                        "ab"
                  "c"
                """)
    }

    @Test func anEndTagClosesWhatIsOpenInIt() {
        #expect(
            body("x<template><div><table><tr></template>y") == """
                "x"
                <template>
                  content
                    <div>
                      <table>
                        <tbody>
                          <tr>
                "y"
                """)
    }

    @Test func anEndTagAloneIsIgnored() {
        #expect(
            body("a</template>b") == """
                "ab"
                """)
    }

    @Test func theEndClosesTemplates() {
        #expect(
            body("x<template><div>a") == """
                "x"
                <template>
                  content
                    <div>
                      "a"
                """)
    }

    @Test func headTagsInATemplateDoNotCount() {
        #expect(
            body("x<template><html a=1><head><body b=1>y</template>") == """
                "x"
                <template>
                  content
                    "y"
                """)
    }

    @Test func formsInATemplateMayBeMany() {
        #expect(
            body("x<template><form><form></template><form>") == """
                "x"
                <template>
                  content
                    <form>
                      <form>
                <form>
                """)
    }
}
