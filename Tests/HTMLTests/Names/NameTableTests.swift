import Testing

@testable import HTML

@Suite struct NameTableTests {
    @Test func aNewNameGetsTheNextNumber() {
        var table = NameTable(KnownNames.tags)
        let number = table.intern(copying: "x-card".utf8)
        #expect(number == UInt32(KnownNames.tags.entries.count))
        let again = table.intern(copying: "x-card".utf8)
        let name = String(decoding: table.name(number), as: UTF8.self)
        #expect(again == number)
        #expect(name == "x-card")
    }

    @Test func aKnownNameKeepsItsNumber() {
        var table = NameTable(KnownNames.tags)
        let small = table.intern(copying: "div".utf8)
        let capital = table.intern(copying: "DIV".utf8)
        #expect(small == HTML.Tag.div.rawValue)
        #expect(capital != small)
    }

    @Test func aNameThatWasNeverMetIsNotFound() {
        let table = NameTable(KnownNames.tags)
        let unknown = table.find(copying: "x-card".utf8)
        let known = table.find(copying: "body".utf8)
        #expect(unknown == nil)
        #expect(known == HTML.Tag.body.rawValue)
    }

    @Test(arguments: [1, 2, 7, 8, 9, 15, 16, 17, 24, 25, 100])
    func namesOfEveryLengthAreToldApart(length: Int) {
        var table = NameTable(bucketCount: 64)
        let base = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        var numbers = Set([table.intern(copying: base)])
        for index in 0..<length {
            var other = base
            other[index] = UInt8(ascii: "b")
            let number = table.intern(copying: other)
            let name = Array(table.name(number))
            #expect(name == other)
            numbers.insert(number)
        }
        #expect(numbers.count == length + 1)
    }

    @Test func aNameIsNoPrefixOfAnother() {
        var table = NameTable(bucketCount: 64)
        let numbers = (1...30).map { table.intern(copying: [UInt8](repeating: 0x61, count: $0)) }
        #expect(Set(numbers).count == 30)
    }

    @Test func manyNamesKeepTheirNumbersWhileTheTableGrows() {
        var table = NameTable(bucketCount: 64)
        let names = (0..<20_000).map { Array("name-\($0)".utf8) }
        let numbers = names.map { table.intern(copying: $0) }
        let found = names.map { table.find(copying: $0) }
        #expect(found == numbers)
    }

    @Test func aNameIsNewOncePerTag() {
        var table = NameTable(bucketCount: 64)
        let number = table.intern(copying: "id".utf8)
        let answers = [1, 1, 2, 2].map { table.isFirst(number, onTag: $0) }
        #expect(answers == [true, false, true, false])
    }

    @Test func aCopyDoesNotChangeTheOriginal() {
        var table = NameTable(KnownNames.attributes)
        let number = table.intern(copying: "data-copy".utf8)
        #expect(Int(number) == KnownNames.attributes.entries.count)
        #expect(KnownNames.attributes.number(of: "data-copy".utf8) == 0)
    }
}
