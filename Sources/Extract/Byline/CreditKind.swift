import Model

/// What a label in a credit line says about the names behind it.
enum CreditKind: Equatable {
    case role(Author.Role)
    /// 责任编辑: answerable for the page.
    case responsibleEditor
    /// 编辑 alone: taken where no responsible editor is named.
    case editor
    /// 来源: the outlet that the story comes from.
    case source
    /// Proof-readers, producers and others whose names are no field.
    case other
}

/// One label of Chinese credit lines.
struct CreditLabel {
    let text: StaticString
    let kind: CreditKind
    /// Whether it only counts with a mark or space between it and the name: short words that are parts of other words.
    var needsMark = false

    /// Longer labels first, so that 责任编辑 is not read as 编辑.
    static let all: [CreditLabel] = [
        .init(text: "特约评论员", kind: .role(.columnist)), .init(text: "本报评论员", kind: .role(.columnist)),
        .init(text: "特约通讯员", kind: .role(.correspondent)), .init(text: "职工通讯员", kind: .role(.correspondent)),
        .init(text: "特约撰稿人", kind: .role(.author)), .init(text: "责任编辑", kind: .responsibleEditor),
        .init(text: "責任編輯", kind: .responsibleEditor), .init(text: "本文责编", kind: .responsibleEditor),
        .init(text: "值班编辑", kind: .editor), .init(text: "文字编辑", kind: .editor), .init(text: "网络编辑", kind: .editor),
        .init(text: "责任校对", kind: .other), .init(text: "编辑部", kind: .other),
        .init(text: "图片编辑", kind: .other), .init(text: "视觉编辑", kind: .other), .init(text: "视频编辑", kind: .other),
        .init(text: "新媒体编辑", kind: .editor), .init(text: "本期编辑", kind: .editor),
        .init(text: "特约记者", kind: .role(.reporter)), .init(text: "本报记者", kind: .role(.reporter)),
        .init(text: "本网记者", kind: .role(.reporter)), .init(text: "本刊记者", kind: .role(.reporter)),
        .init(text: "首席记者", kind: .role(.reporter)), .init(text: "见习记者", kind: .role(.reporter)),
        .init(text: "实习记者", kind: .role(.reporter)), .init(text: "摄影记者", kind: .role(.photographer)),
        .init(text: "全媒体记者", kind: .role(.reporter)), .init(text: "融媒体记者", kind: .role(.reporter)),
        .init(text: "稿件来源", kind: .source), .init(text: "文章来源", kind: .source), .init(text: "本文来源", kind: .source),
        .init(text: "信息来源", kind: .source), .init(text: "新闻来源", kind: .source), .init(text: "来源网站", kind: .source),
        .init(text: "内容来源", kind: .source), .init(text: "资料来源", kind: .other), .init(text: "图片来源", kind: .other),
        .init(text: "数据来源", kind: .other), .init(text: "来源于", kind: .other),
        .init(text: "通讯员", kind: .role(.correspondent)),
        .init(text: "實習記者", kind: .role(.reporter)), .init(text: "实习生", kind: .role(.reporter)),
        .init(text: "评论员", kind: .role(.columnist)), .init(text: "撰稿人", kind: .role(.author)),
        .init(text: "来源", kind: .source), .init(text: "來源", kind: .source), .init(text: "稿源", kind: .source),
        .init(text: "出处", kind: .source), .init(text: "转自", kind: .source, needsMark: true),
        .init(text: "责编", kind: .responsibleEditor), .init(text: "責編", kind: .responsibleEditor),
        .init(text: "编辑", kind: .editor), .init(text: "編輯", kind: .editor), .init(text: "小编", kind: .other),
        .init(text: "主编", kind: .other), .init(text: "总编", kind: .other), .init(text: "记者", kind: .role(.reporter)),
        .init(text: "記者", kind: .role(.reporter)), .init(text: "作者", kind: .role(.author)),
        .init(text: "撰文", kind: .role(.author)), .init(text: "撰稿", kind: .role(.author)),
        .init(text: "执笔", kind: .role(.author)), .init(text: "采写", kind: .role(.author)),
        .init(text: "采访", kind: .role(.author), needsMark: true),
        .init(text: "供稿", kind: .role(.author), needsMark: true),
        .init(text: "文字", kind: .role(.author), needsMark: true),
        .init(text: "编译", kind: .role(.translator)), .init(text: "翻译", kind: .role(.translator)),
        .init(text: "译者", kind: .role(.translator)), .init(text: "摄影", kind: .role(.photographer)),
        .init(text: "攝影", kind: .role(.photographer)), .init(text: "图文", kind: .role(.author), needsMark: true),
        .init(text: "文图", kind: .role(.author), needsMark: true), .init(text: "校对", kind: .other),
        .init(text: "排版", kind: .other), .init(text: "制作", kind: .other), .init(text: "监制", kind: .other),
        .init(text: "审读", kind: .other), .init(text: "审核", kind: .other), .init(text: "复审", kind: .other),
        .init(text: "终审", kind: .other), .init(text: "初审", kind: .other), .init(text: "策划", kind: .other),
        .init(text: "统筹", kind: .other), .init(text: "设计", kind: .other), .init(text: "视觉", kind: .other),
        .init(text: "出品", kind: .other), .init(text: "剪辑", kind: .other), .init(text: "配图", kind: .other),
        .init(text: "文", kind: .role(.author), needsMark: true), .init(text: "图", kind: .other, needsMark: true),
        .init(text: "译", kind: .role(.translator), needsMark: true),
        .init(text: "摄", kind: .role(.photographer), needsMark: true),
    ]

    /// Whether a label can begin with the character of three bytes at the position.
    static func mayBegin(_ text: Bytes, at position: Int) -> Bool {
        firsts.contains(UInt32(text[position]) << 16 | UInt32(text[position + 1]) << 8 | UInt32(text[position + 2]))
    }

    private static let firsts = Set(
        all.map {
            UInt32($0.text.utf8Start[0]) << 16 | UInt32($0.text.utf8Start[1]) << 8 | UInt32($0.text.utf8Start[2])
        })
}
