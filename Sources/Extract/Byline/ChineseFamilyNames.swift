// What begins a Chinese name, and what looks like one and is none.

extension ChineseNames {
    static func hasDoubleFamilyName(_ word: Bytes) -> Bool {
        doubleFamilyNames.contains { word.starts(with: $0) }
    }

    static func startsWithFamilyName(_ word: Bytes) -> Bool {
        guard word.count >= 3 else { return false }
        return familyNames.contains(word.scalar(at: 0).value) || hasDoubleFamilyName(word)
    }

    /// Whether the characters name something other than a person: an office, an outlet, a place holder.
    static func isNoName(_ word: Bytes) -> Bool {
        let isWord = [
            "编辑", "记者", "本报", "本网", "本站", "综合", "原创", "佚名", "未知", "匿名", "网友", "网络", "转载", "新闻", "整理", "报道",
            "消息", "管理", "小编", "发布", "上述", "采访", "表示", "获悉", "了解", "图片", "文章", "来源", "摄影", "时间", "今日", "今天", "近日",
            "供稿", "责任", "通讯", "版权", "声明", "团队", "官方", "平台", "观察", "评论", "点击", "单位", "简介", "署名", "授权", "观点", "本人", "个人",
            "发自", "来自", "专访", "微信", "微博", "分享", "字号",
        ].contains { (needle: StaticString) in word.starts(with: needle) }
        return isWord
            || [
                "报", "网", "社", "部", "台", "局", "院", "公司", "中心", "组", "频道", "客户端", "日报", "晚报", "新闻", "视频", "集团",
                "工作室", "处", "委", "办", "厅", "媒体", "杂志", "周刊", "传媒", "资讯", "财经", "编辑", "记者", "报道", "報導", "党", "校",
            ].contains { (needle: StaticString) in word.ends(with: needle) }
    }

    private static let doubleFamilyNames: [StaticString] = [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "南宫", "独孤", "长孙", "宇文",
        "轩辕", "鲜于", "闻人", "澹台", "呼延", "歐陽", "東方",
    ]

    private static let familyNames = ScalarSet(
        """
        王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付\
        方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘\
        祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景\
        党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢\
        劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘\
        亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由張劉陳楊黃趙吳孫馬羅鄭謝許韓馮\
        鄧曾蕭蔣葉蘇呂盧鍾譚陸廖賈韋鄒閻龍賀顧龔萬錢嚴湯溫樊葛齊喬龐顏莊聶魯歐關蘭紀單駱藍費衛應師榮鄔邊楼東义
        """)
}
