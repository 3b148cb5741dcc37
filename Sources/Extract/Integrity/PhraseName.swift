/// What ideographs that name something tell of it.
enum PhraseName {
    /// Whether half of its characters are those in which the names of other countries are written: 耶路撒冷.
    static func isTransliterated(_ phrase: Bytes) -> Bool {
        var sounds = 0
        var total = 0
        var position = 0
        while position < phrase.count {
            let (value, length) = phrase.scalar(at: position)
            total += 1
            if PhraseName.sounds.contains(value) { sounds += 1 }
            position += length
        }
        return sounds * 2 >= total
    }

    /// Whether it ends as names of districts and the like do: 浦东新区.
    static func isOfPlace(_ phrase: Bytes) -> Bool { places.contains { phrase.ends(with: $0) } }

    /// Whether it ends as names of houses and offices do: 清华大学.
    static func isOfHouse(_ phrase: Bytes) -> Bool { houses.contains { phrase.ends(with: $0) } }

    private static let sounds = ScalarSet(
        "阿埃艾安奥澳巴拜班贝比彼毕波伯博勃布查茨达戴丹德登迪蒂顿多俄厄恩尔法菲费芬弗夫福冈盖甘戈哥格根古哈海汉赫胡华霍基吉加贾捷金喀卡坎康考柯科克肯孔库拉莱兰朗劳勒雷黎里利立联廉林"
            + "卢鲁路伦罗洛马玛迈麦曼芒梅门蒙米密明莫墨姆穆纳乃南内尼纽诺努帕潘庞佩彭皮普齐奇契恰乔切热日荣瑞若萨塞赛桑瑟森沙山舍圣史士舒斯丝松苏索所塔台泰坦汤特提图土托瓦万旺威韦维伟温文翁沃乌"
            + "伍西希锡夏肖谢辛匈休叙雅亚延扬耶叶伊以易意因印英尤约越赞泽扎詹仲朱兹佐不列岛昂撒冷")

    private static let places: [StaticString] = [
        "区", "县", "镇", "乡", "村", "州", "旗", "国", "洲", "路", "街", "省", "市", "岛", "山", "港",
    ]

    private static let houses: [StaticString] = [
        "公司", "集团", "大学", "学院", "医院", "银行", "法院", "政府", "委员会", "协会", "局", "总部", "部队", "干部", "支部", "记者", "日报", "人民",
        "中学", "小学",
        "学校", "书记", "主席", "部门", "机场", "车站", "工程", "项目", "工作",
    ]
}
