import Testing

@Suite struct TableTests {
    @Test func missingPartsAreMade() {
        #expect(
            body("<table><td>a") == """
                <table>
                  <tbody>
                    <tr>
                      <td>
                        "a"
                """)
        #expect(
            body("<table><tr><td>a") == """
                <table>
                  <tbody>
                    <tr>
                      <td>
                        "a"
                """)
        #expect(
            body("<table><col>") == """
                <table>
                  <colgroup>
                    <col>
                """)
    }

    @Test func cellsEndEachOther() {
        #expect(
            body("<table><tr><td>a<th>b<tr><td>c") == """
                <table>
                  <tbody>
                    <tr>
                      <td>
                        "a"
                      <th>
                        "b"
                    <tr>
                      <td>
                        "c"
                """)
    }

    @Test func sectionsEndEachOther() {
        #expect(
            body("<table><thead><tr><td>a<tbody><tr><td>b<tfoot><tr><td>c") == """
                <table>
                  <thead>
                    <tr>
                      <td>
                        "a"
                  <tbody>
                    <tr>
                      <td>
                        "b"
                  <tfoot>
                    <tr>
                      <td>
                        "c"
                """)
    }

    @Test func textInATableGoesBeforeIt() {
        #expect(
            body("<table>a<tr>b<td>c") == """
                "ab"
                <table>
                  <tbody>
                    <tr>
                      <td>
                        "c"
                """)
    }

    @Test func elementsInATableGoBeforeIt() {
        #expect(
            body("<table><p>a<tr><td>b</table>c") == """
                <p>
                  "a"
                <table>
                  <tbody>
                    <tr>
                      <td>
                        "b"
                "c"
                """)
    }

    @Test func spaceInATableStays() {
        #expect(
            body("<table> <tr> <td> </table>") == """
                <table>
                  " "
                  <tbody>
                    <tr>
                      " "
                      <td>
                        " "
                """)
    }

    @Test func spaceGoesWithTheTextAroundIt() {
        #expect(
            body("<table> a <tr>") == """
                " a "
                <table>
                  <tbody>
                    <tr>
                """)
    }

    @Test func partsOfOneTextJoinBeforeTheTable() {
        #expect(
            body("a<table>b<tr>c") == """
                "abc"
                <table>
                  <tbody>
                    <tr>
                """)
    }

    @Test func nullInATableIsDropped() {
        #expect(
            body("<table>\0 \0<tr>") == """
                <table>
                  " "
                  <tbody>
                    <tr>
                """)
    }

    @Test func hiddenInputsStayInATable() {
        #expect(
            body("<table><input type=HIDDEN><input type=text>") == """
                <input>
                  type="text"
                <table>
                  <input>
                    type="HIDDEN"
                """)
    }

    @Test func aFormInATableIsEmpty() {
        #expect(
            body("<table><form><tr><td><input></form></table>") == """
                <table>
                  <form>
                  <tbody>
                    <tr>
                      <td>
                        <input>
                """)
    }

    @Test func stylesAndScriptsStayInATable() {
        #expect(
            body("<table><style>a</style><script>b</script>") == """
                <table>
                  <style>
                    "a"
                  <script>
                    "b"
                """)
    }

    @Test func aTableInATableEndsIt() {
        #expect(
            body("<table><table>") == """
                <table>
                <table>
                """)
    }

    @Test func aTableInACellIsNested() {
        #expect(
            body("<table><td><table><td>a</table>b</table>c") == """
                <table>
                  <tbody>
                    <tr>
                      <td>
                        <table>
                          <tbody>
                            <tr>
                              <td>
                                "a"
                        "b"
                "c"
                """)
    }

    @Test func endTagsOfOuterPartsCloseInnerOnes() {
        #expect(
            body("<table><tbody><tr><td>a</tbody>") == """
                <table>
                  <tbody>
                    <tr>
                      <td>
                        "a"
                """)
        #expect(
            body("<table><tr><td>a</table>b") == """
                <table>
                  <tbody>
                    <tr>
                      <td>
                        "a"
                "b"
                """)
    }

    @Test func strayEndTagsInATableAreIgnored() {
        #expect(
            body("<table></body></td></tr></caption></col><tr></th><td>a") == """
                <table>
                  <tbody>
                    <tr>
                      <td>
                        "a"
                """)
    }

    @Test func aCaptionIsEndedByARow() {
        #expect(
            body("<table><caption><b>a<tr><td>b") == """
                <table>
                  <caption>
                    <b>
                      "a"
                  <tbody>
                    <tr>
                      <td>
                        "b"
                """)
    }

    @Test func aCaptionHoldsBlocks() {
        #expect(
            body("<table><caption><p>a</caption><tr>") == """
                <table>
                  <caption>
                    <p>
                      "a"
                  <tbody>
                    <tr>
                """)
    }

    @Test func columnsEndWithTheirGroup() {
        #expect(
            body("<table><colgroup><col><col></colgroup><col><tr>") == """
                <table>
                  <colgroup>
                    <col>
                    <col>
                  <colgroup>
                    <col>
                  <tbody>
                    <tr>
                """)
    }

    @Test func textInAColumnGroupEndsIt() {
        #expect(
            body("<table><colgroup> a") == """
                "a"
                <table>
                  <colgroup>
                    " "
                """)
    }

    @Test func partsOfTablesOutsideOfOneAreIgnored() {
        #expect(
            body("<p><tr><td>a</td></tr><tbody><caption>b") == """
                <p>
                  "ab"
                """)
    }

    @Test func commentsStayInATable() {
        #expect(
            body("<table><!--a--><tr><!--b--><td><!--c-->") == """
                <table>
                  <!-- a -->
                  <tbody>
                    <tr>
                      <!-- b -->
                      <td>
                        <!-- c -->
                """)
    }

    @Test func formattingBeforeATableIsReopened() {
        #expect(
            body("<table><b><tr>a") == """
                <b>
                <b>
                  "a"
                <table>
                  <tbody>
                    <tr>
                """)
    }

    @Test func aSelectInATableGoesBeforeIt() {
        #expect(
            body("<table><select><option>a<tr><td>b") == """
                <select>
                  <option>
                    "a"
                <table>
                  <tbody>
                    <tr>
                      <td>
                        "b"
                """)
    }

    @Test func anAnchorAroundATableIsAdopted() {
        #expect(
            body("<a><table><tr><td><a>x</table>y") == """
                <a>
                  <table>
                    <tbody>
                      <tr>
                        <td>
                          <a>
                            "x"
                  "y"
                """)
    }
}
