/// One province of China and what belongs to it, as the gazetteer's data: names in their short forms, parted by spaces.
struct ProvinceData {
    enum Kind { case province, municipality, autonomousRegion, specialRegion }

    let name: String
    let kind: Kind
    /// Prefecture-level cities, prefectures and leagues; empty where there are none.
    let cities: String
    /// County-level cities.
    let towns: String
    /// Districts of a municipality, which belong to the city that has the province's name.
    let districts: String

    init(_ name: String, _ kind: Kind, _ cities: String, towns: String = "", districts: String = "") {
        self.name = name
        self.kind = kind
        self.cities = cities
        self.towns = towns
        self.districts = districts
    }
}

/// The provinces of China with their cities: the one closed class of names that news pages of every site share, so that a phrase in
/// the place of one can be told from a name without knowing any phrase. From the division as of 2024; names that are everyday words
/// as well stand here too, because a list of a province's cities has to be whole.
enum GazetteerData {
    static let provinces: [ProvinceData] = [
        ProvinceData(
            "北京", .municipality, "",
            districts: "东城 西城 朝阳 丰台 石景山 海淀 顺义 通州 大兴 房山 门头沟 昌平 平谷 密云 怀柔 延庆"),
        ProvinceData(
            "天津", .municipality, "",
            districts: "和平 河东 河西 南开 河北 红桥 滨海 东丽 西青 津南 北辰 武清 宝坻 宁河 静海 蓟州"),
        ProvinceData(
            "上海", .municipality, "",
            districts: "黄浦 徐汇 长宁 静安 普陀 虹口 杨浦 闵行 宝山 嘉定 浦东 金山 松江 青浦 奉贤 崇明"),
        ProvinceData(
            "重庆", .municipality, "",
            districts: "万州 涪陵 渝中 大渡口 江北 沙坪坝 九龙坡 南岸 北碚 綦江 大足 渝北 巴南 黔江 长寿 江津 合川 永川 南川 璧山"
                + " 铜梁 潼南 荣昌 开州 梁平 武隆 云阳 奉节 巫山 巫溪 石柱 秀山 酉阳 彭水 忠县 垫江 丰都 城口"),
        ProvinceData(
            "河北", .province, "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水",
            towns: "雄安 辛集 晋州 新乐 遵化 迁安 滦州 武安 南宫 沙河 涿州 定州 安国 高碑店 平泉 泊头 任丘 黄骅 河间 霸州 三河 深州"),
        ProvinceData(
            "山西", .province, "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁",
            towns: "古交 高平 怀仁 介休 永济 河津 原平 侯马 霍州 孝义 汾阳"),
        ProvinceData(
            "内蒙古", .autonomousRegion, "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安 锡林郭勒 阿拉善",
            towns: "霍林郭勒 满洲里 牙克石 扎兰屯 额尔古纳 根河 丰镇 乌兰浩特 阿尔山 二连浩特 锡林浩特"),
        ProvinceData(
            "辽宁", .province, "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛",
            towns: "新民 瓦房店 庄河 海城 东港 凤城 凌海 北镇 盖州 大石桥 灯塔 调兵山 开原 北票 凌源 兴城"),
        ProvinceData(
            "吉林", .province, "长春 吉林 四平 辽源 通化 白山 松原 白城 延边",
            towns: "公主岭 榆树 德惠 蛟河 桦甸 舒兰 磐石 双辽 梅河口 集安 临江 扶余 洮南 大安 延吉 图们 敦化 珲春 龙井 和龙"),
        ProvinceData(
            "黑龙江", .province, "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭",
            towns: "尚志 五常 讷河 虎林 密山 铁力 同江 富锦 抚远 绥芬河 海林 宁安 穆棱 东宁 北安 五大连池 嫩江 安达 肇东 海伦 漠河"),
        ProvinceData(
            "江苏", .province, "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁",
            towns: "江阴 宜兴 新沂 邳州 溧阳 常熟 张家港 昆山 太仓 启东 如皋 海门 海安 东台 仪征 高邮 丹阳 扬中 句容 兴化 靖江 泰兴"),
        ProvinceData(
            "浙江", .province, "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水",
            towns: "建德 余姚 慈溪 瑞安 乐清 龙港 海宁 平湖 桐乡 诸暨 嵊州 兰溪 义乌 东阳 永康 江山 温岭 临海 玉环 龙泉"),
        ProvinceData(
            "安徽", .province, "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城",
            towns: "巢湖 无为 桐城 潜山 天长 明光 界首 宁国 广德"),
        ProvinceData(
            "福建", .province, "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德",
            towns: "福清 永安 石狮 晋江 南安 邵武 武夷山 建瓯 漳平 福安 福鼎 平潭"),
        ProvinceData(
            "江西", .province, "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶",
            towns: "乐平 瑞昌 共青城 庐山 贵溪 瑞金 龙南 井冈山 丰城 樟树 高安 德兴"),
        ProvinceData(
            "山东", .province, "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽",
            towns: "胶州 平度 莱西 滕州 龙口 莱阳 莱州 招远 栖霞 海阳 青州 诸城 寿光 安丘 高密 昌邑 曲阜 邹城 新泰 肥城 荣成 乳山 乐陵 禹城 临清 邹平"),
        ProvinceData(
            "河南", .province, "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源",
            towns: "巩义 荥阳 新密 新郑 登封 舞钢 汝州 林州 长垣 卫辉 辉县 沁阳 孟州 禹州 长葛 义马 灵宝 邓州 永城 项城"),
        ProvinceData(
            "湖北", .province, "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施",
            towns: "仙桃 潜江 天门 神农架 大冶 丹江口 宜都 当阳 枝江 老河口 枣阳 宜城 钟祥 京山 应城 安陆 汉川 石首 洪湖 松滋 监利 麻城 武穴 赤壁 广水 利川"),
        ProvinceData(
            "湖南", .province, "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西",
            towns: "浏阳 宁乡 醴陵 湘乡 韶山 耒阳 常宁 武冈 邵东 汨罗 临湘 津市 沅江 资兴 祁阳 洪江 冷水江 涟源 吉首"),
        ProvinceData(
            "广东", .province, "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮",
            towns: "乐昌 南雄 台山 开平 鹤山 恩平 廉江 雷州 吴川 高州 化州 信宜 四会 兴宁 陆丰 阳春 英德 连州 普宁 罗定 顺德"),
        ProvinceData(
            "广西", .autonomousRegion, "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
            towns: "横州 荔浦 岑溪 东兴 桂平 北流 靖西 平果 合山 凭祥"),
        ProvinceData(
            "海南", .province, "海口 三亚 三沙 儋州", towns: "五指山 琼海 文昌 万宁 东方 陵水 澄迈 临高 定安 屯昌 昌江 保亭 琼中"),
        ProvinceData(
            "四川", .province, "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山",
            towns: "都江堰 彭州 邛崃 崇州 简阳 广汉 什邡 绵竹 江油 射洪 隆昌 峨眉山 阆中 华蓥 万源 马尔康 康定 西昌 会理 九寨沟 汶川"),
        ProvinceData(
            "贵州", .province, "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南",
            towns: "清镇 盘州 赤水 仁怀 黔西 兴义 兴仁 凯里 都匀 福泉"),
        ProvinceData(
            "云南", .province, "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆",
            towns: "安宁 宣威 澄江 腾冲 水富 禄丰 个旧 开远 蒙自 弥勒 景洪 瑞丽 芒市 泸水 香格里拉"),
        ProvinceData("西藏", .autonomousRegion, "拉萨 日喀则 昌都 林芝 山南 那曲 阿里", towns: "米林 错那"),
        ProvinceData(
            "陕西", .province, "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛",
            towns: "西咸 杨凌 兴平 彬州 韩城 华阴 子长 神木 旬阳"),
        ProvinceData(
            "甘肃", .province, "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南",
            towns: "华亭 玉门 敦煌 合作"),
        ProvinceData("青海", .province, "西宁 海东 海北 黄南 果洛 玉树 海西", towns: "同仁 格尔木 德令哈 茫崖 可可西里"),
        ProvinceData("宁夏", .autonomousRegion, "银川 石嘴山 吴忠 固原 中卫", towns: "灵武 青铜峡"),
        ProvinceData(
            "新疆", .autonomousRegion, "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰",
            towns: "石河子 阿拉尔 图木舒克 五家渠 北屯 铁门关 双河 可克达拉 昆玉 胡杨河 新星 阜康 博乐 阿拉山口 库尔勒 库车 阿图什 伊宁 奎屯 霍尔果斯 乌苏 沙湾"),
        ProvinceData("香港", .specialRegion, ""),
        ProvinceData("澳门", .specialRegion, ""),
        ProvinceData(
            "台湾", .province, "台北 高雄 台中 台南 新北 桃园 基隆 新竹 嘉义", towns: "苗栗 彰化 南投 云林 屏东 宜兰 花莲 台东 澎湖 金门"),
    ]

    /// Districts by the city they belong to, where no other known city has one of the name.
    static let districts: [(city: String, names: String)] = [
        ("广州", "越秀 荔湾 天河 海珠 番禺 花都 增城 从化 黄埔 南沙"), ("深圳", "福田 罗湖 盐田 宝安 龙岗 坪山 光明 龙华"),
        ("武汉", "江岸 江汉 硚口 汉阳 武昌 青山 洪山 东西湖 汉南 蔡甸 江夏 黄陂 新洲"), ("成都", "锦江 青羊 金牛 武侯 成华 龙泉驿 青白江 新都 温江 双流 郫都"),
        ("杭州", "上城 拱墅 滨江 余杭 萧山 富阳 临安 钱塘 临平"), ("南京", "玄武 秦淮 建邺 雨花台 浦口 栖霞 江宁 六合 溧水 高淳"),
        ("西安", "碑林 莲湖 雁塔 灞桥 未央 阎良 临潼 鄠邑"), ("苏州", "姑苏 虎丘 吴中 相城 吴江"), ("无锡", "梁溪 锡山 惠山 滨湖 新吴"),
        ("长沙", "芙蓉 天心 岳麓 开福 雨花 望城"), ("郑州", "中原 二七 金水 惠济 管城 上街"), ("济南", "历下 市中 槐荫 天桥 历城 章丘 莱芜"),
        ("青岛", "市南 市北 崂山 李沧 城阳 即墨"), ("沈阳", "沈河 大东 皇姑 浑南 沈北 于洪 苏家屯"), ("大连", "中山 西岗 沙河口 甘井子 旅顺口 金州 普兰店"),
        ("长春", "南关 宽城 二道 绿园 双阳 九台"), ("哈尔滨", "道里 道外 南岗 香坊 平房 松北 呼兰 阿城 双城"), ("厦门", "思明 湖里 集美 海沧 同安 翔安"),
        ("福州", "台江 仓山 马尾 晋安 长乐"), ("泉州", "鲤城 丰泽 洛江 泉港"), ("宁波", "海曙 北仑 镇海 鄞州 奉化"), ("合肥", "瑶海 庐阳 蜀山 包河"),
        ("南昌", "东湖 青云谱 青山湖 新建 红谷滩"), ("昆明", "五华 盘龙 官渡 西山 东川 呈贡"), ("佛山", "禅城 南海 三水 高明"), ("珠海", "香洲 斗门 金湾"),
    ]
}
