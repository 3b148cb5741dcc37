"""Pages as a hijacked mirror gives them: every place name is a phrase of the mirror's own."""
import random
import re

from evaluation.flatten import visible

# Names that stand in news pages of every site: provinces in the forms of both scripts, and cities that are no word of everyday.
NAMES = (
    "北京 天津 上海 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏"
    " 新疆 香港 澳门 台湾 臺灣 台灣 澳門 廣東 石家庄 保定 邯郸 太原 沈阳 大连 长春 哈尔滨 南京 苏州 无锡 徐州 南通 杭州 宁波 温州 合肥 芜湖 福州 厦门 泉州 南昌 赣州"
    " 济南 青岛 烟台 郑州 洛阳 武汉 宜昌 长沙 株洲 广州 深圳 珠海 佛山 东莞 南宁 桂林 海口 三亚 成都 绵阳 宜宾 贵阳 遵义 昆明 大理 拉萨 西安 兰州 西宁 银川 乌鲁木齐 台北"
    " 高雄 雄安 廊坊 唐山"
).split()

FIRST = "蓝鲸 银狐 金雀 赤兔 星耀 天柱 龙腾 云顶 海豚 玉泉 火麒 白鹭".split()
MIDDLE = "娱乐 体育 竞技 彩票 棋牌 电竞 比分 理财 代购 直播".split()
LAST = "平台 官网 城 下载 入口 中心 大厅 在线 资讯网 投注站 俱乐部".split()
SYLLABLES = "ka vi lo ty bo xin qu mer ze da fu".split()


def ideographs(chance):
    return chance.choice(FIRST) + chance.choice(MIDDLE) + chance.choice(LAST)


def letters(chance):
    return chance.choice(["kx", "bt", "ag", "vip", "MG", "yb"]) + chance.choice(FIRST) + chance.choice(["", *MIDDLE])


def figures(chance):
    number = str(chance.randrange(11, 999))
    return chance.choice([
        number + chance.choice(FIRST) + chance.choice(MIDDLE), chance.choice(FIRST) + chance.choice(LAST) + number,
        "www." + chance.choice(SYLLABLES) + number + ".com", number + chance.choice(MIDDLE) + chance.choice(LAST) + ":",
        chance.choice(FIRST) + number + ".net",
    ])


def brand(chance):
    name = (chance.choice(SYLLABLES) + chance.choice(SYLLABLES) + chance.choice(SYLLABLES)).capitalize()
    return name + chance.choice(["", "Play", "中文网", "!", chance.choice(MIDDLE), "-" + chance.choice(FIRST)])


KINDS = {"ideographs": ideographs, "letters": letters, "figures": figures, "brand": brand}


def frequent_names(text, number):
    """The names that occur most often in the text, at least three times."""
    counts = [(text.count(name), name) for name in NAMES]
    return [name for count, name in sorted(counts, key=lambda entry: (-entry[0], entry[1])) if count >= 3][:number]


def name_sets(text):
    """Which names give way in each copy: one of the three most frequent, or the first two together."""
    names = frequent_names(text, 3)
    return [[name] for name in names] + ([names[:2]] if len(names) > 1 else [])


def replaced(page, names, phrase):
    return re.sub("|".join(map(re.escape, names)), lambda _: phrase, page)


def copies(identity, page, seed):
    """A copy for each set of names and each kind of phrase: kind, phrase, page."""
    for index, names in enumerate(name_sets(visible(page))):
        for kind, make in KINDS.items():
            chance = random.Random(f"{seed} {identity} {index} {kind}")
            phrase = make(chance)
            while phrase in page:
                phrase = make(chance)
            yield kind, phrase, replaced(page, names, phrase)


class Tally:
    """What was found in the copies of one kind."""

    def __init__(self):
        self.copies = self.judgeable = self.recognised = self.wrong = 0

    def note(self, phrase, occurrences, found):
        self.copies += 1
        self.wrong += any(one != phrase for one in found)
        if occurrences >= 3:
            self.judgeable += 1
            self.recognised += phrase in found

    def add(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


def phrases(article):
    """The phrases that an extracted article reports."""
    findings = (article.get("integrity") or {}).get("findings") or []
    return [finding.get("phrase") for finding in findings if finding["kind"] == "injected_phrase"]
