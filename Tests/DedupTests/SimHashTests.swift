import Testing

@testable import Dedup

@Suite struct SimHashTests {
    private static let english = """
        The harbour of the old town opened again on Monday after four months of work on its northern mole. Two ferries left in
        the morning, the first with ninety passengers, and the fish market was held at its usual place. The council had closed
        the harbour in spring when a storm tore a gap of thirty metres into the stone. Repairs cost nine million, of which the
        province pays two thirds. Fishermen complained that the new lights are too bright and that the depth at the western
        quay is still not what was promised. The harbour master said that dredging goes on until the end of the month, and
        that larger ships may come in at high water only. A school class sang at the opening, and the mayor thanked the divers.
        """
    private static let chinese = """
        老城海港在北侧防波堤修复四个月之后于星期一重新开放。上午有两艘渡轮离港，第一艘载有九十名乘客，鱼市也在老地方照常举行。今年\
        春天，一场风暴在石堤上撕开了三十米的缺口，市议会随即关闭了海港。修复工程耗资九百万，其中三分之二由省里承担。渔民们抱怨新装\
        的灯太亮，西码头的水深也仍未达到当初承诺的标准。港务长表示，疏浚工作将持续到月底，大型船只目前只能在涨潮时进港。一个班的学\
        生在开放仪式上唱了歌，市长向潜水员表示感谢。附近的商铺说，客流已经恢复到去年同期的八成左右，他们希望夏天会更好。
        """

    @Test(arguments: [english, chinese])
    func aDatelineAndAnEditorsNoteLeaveATextNear(text: String) {
        let carried = "HARBOUR CITY (Wire) — \(text)\n（编辑：滨海）"
        #expect(Fingerprint.distance(Fingerprint.simhash(text), Fingerprint.simhash(carried)) <= 8)
    }

    @Test func anotherStoryIsFar() {
        let hashes = [Self.english, Self.chinese].map { Fingerprint.simhash($0) }
        #expect(Fingerprint.distance(hashes[0], hashes[1]) > 15)
        let other = """
            本市图书馆新馆昨日封顶，预计明年秋天迎接首批读者。新馆共有六层，地下两层为书库，可以容纳二百万册图书。馆长介绍说，儿童\
            阅览室面积将是旧馆的三倍，并且全天开放。建设期间旧馆照常借阅，只是周末提前一小时闭馆。设计师来自邻省，她的方案在四十份\
            作品中脱颖而出。
            """
        #expect(Fingerprint.distance(hashes[1], Fingerprint.simhash(other)) > 15)
    }

    @Test func theOrderOfWordsCounts() {
        #expect(Fingerprint.simhash("man bites dog today") != Fingerprint.simhash("dog bites man today"))
        #expect(Fingerprint.simhash("甲乙丙") != Fingerprint.simhash("丙乙甲"))
    }

    @Test func aTextOfOneTokenHasAHash() {
        #expect(Fingerprint.simhash("news") != 0)
        #expect(Fingerprint.simhash("中") != 0)
        #expect(Fingerprint.simhash("!?") == 0)
    }

    @Test func moreShinglesThanALaneHoldsAreCounted() {
        // 255 is where the byte counters are emptied.
        for count in [254, 255, 256, 257, 511, 70_000] {
            var counter = BitCounter()
            for _ in 0..<count { counter.add(0x8000_0000_0000_0001) }
            counter.add(0)
            #expect(counter.majority == 0x8000_0000_0000_0001)
        }
    }

    @Test func aBitNeedsMoreThanHalf() {
        var counter = BitCounter()
        #expect(counter.majority == 0)
        counter.add(0b11)
        counter.add(0b01)
        #expect(counter.majority == 0b01)
        counter.add(0b10)
        counter.add(0b10)
        #expect(counter.majority == 0b10)
    }

    @Test func everyBitOfTheMajorityIsThatOfTheCounts() {
        let numbers = (1...300).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        var counter = BitCounter()
        for number in numbers { counter.add(number) }
        for place in 0..<64 as Range<UInt64> {
            let ones = numbers.filter { $0 >> place & 1 == 1 }.count
            #expect((counter.majority >> place & 1 == 1) == (ones * 2 > numbers.count))
        }
    }
}
