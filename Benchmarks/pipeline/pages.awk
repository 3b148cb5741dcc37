# Writes COUNT article pages of about 62 KB and an index of them under ROOT, and prints how many bytes a page has on average:
# awk -v root=DIR -v count=2000 -f pages.awk. Every second article is Chinese; no two texts are alike; the same pages each time.
function word(language) {
    if (rand() < .8) return words[language, int(rand() * sizes[language])]
    # A made-up word: two ideographs of some 800, or two letters after a common one.
    if (language == "zh") return ideograph() ideograph()
    return words[language, int(rand() * sizes[language])] sprintf("%c%c", 97 + int(rand() * 26), 97 + int(rand() * 26))
}
function ideograph() { return sprintf("%c%c%c", 229, 128 + int(rand() * 16), 144 + int(rand() * 48)) }
function sentence(language,    text, number) {
    text = word(language)
    for (number = 8 + int(rand() * 12); number > 0; number--) text = text (language == "zh" ? "" : " ") word(language)
    return text (language == "zh" ? "。" : ". ")
}
function paragraph(language,    text, number) {
    for (number = 3 + int(rand() * 3); number > 0; number--) text = text sentence(language)
    return "<p>" text "</p>\n"
}
function take(language, list) { sizes[language] = split(list, parts, " "); for (i in parts) words[language, i - 1] = parts[i] }
function links(class, number,    text, i) {
    text = "<div class=\"" class "\"><ul>\n"
    for (i = 0; i < number; i++)
        text = text "<li class=\"item item-" i "\"><a class=\"link\" href=\"/column/" int(rand() * 9000) ".html\" data-track=\"" \
            class "-" i "\">" sentence(i % 2 ? "zh" : "en") "</a><span class=\"time\">11-" 10 + i % 20 "</span></li>\n"
    return text "</ul></div>\n"
}
function script(number,    text, i) {
    text = "<script>var settings = {"
    for (i = 0; i < number; i++) text = text "\"slot" i "\": {\"width\": " int(rand() * 900) ", \"src\": \"/frame/" i ".js\"}, "
    return text "};</script>\n"
}
function page(number,    language, title, day, body, i) {
    language = number % 2 ? "zh" : "en"
    title = sentence(language)
    sub(/(\. |。)$/, "", title)
    day = sprintf("2026-10-%02d", 1 + number % 28)
    for (i = 0; i < 14; i++) body = body paragraph(language)
    return "<!DOCTYPE html>\n<html lang=\"" language "\"><head><meta charset=\"utf-8\"><title>" title "</title>\n" \
        "<meta property=\"og:title\" content=\"" title "\"><meta property=\"og:type\" content=\"article\">\n" \
        "<meta property=\"article:published_time\" content=\"" day "T08:30:00+08:00\">\n" style script(170) "</head><body>\n" \
        links("navigation", 30) "<div class=\"main\"><h1>" title "</h1>\n<div class=\"info\"><span>" day " 08:30</span></div>\n" \
        "<div class=\"article-content\">\n" body "</div></div>\n" links("related", 45) links("hot", 46) script(120) \
        links("footer", 25) "</body></html>\n"
}
BEGIN {
    srand(7)
    take("en", "the harbour council bridge new ferry plan said would open next spring after years of delay and cost more than \
expected while residents asked for a second line along northern shore where schools markets workshops stand near old canal")
    take("zh", "港口 新桥 市民 计划 开通 春天 渡轮 工程 北岸 学校 市场 记者 昨日 获悉 预计 投资 建设 居民 表示 线路 运河 附近 今年 改造 完成 \
服务 增加 交通 部门 介绍")
    style = "<style>\n"
    for (i = 0; i < 110; i++) style = style ".block-" i " .item { margin: " i "px; padding: 0 " i "px; color: #" 100 + i "; }\n"
    style = style "</style>\n"
    list = root "/index.html"
    print "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Index</title></head><body><ul>" > list
    for (number = 1; number <= count; number++) {
        text = page(number)
        file = root "/article-" number ".html"
        printf "%s", text > file
        close(file)
        bytes += length(text)
        print "<li><a href=\"/article-" number ".html\">" number ": " sentence("en") "</a></li>" > list
    }
    print "</ul></body></html>" > list
    print int(bytes / count)
}
