// What the words of classes and ids say, in the languages that sites are built in.

extension ClassWords {
    /// Parts of words written together.
    static let parts: [(StaticString, ElementFlags)] = [
        ("comment", .comment), ("disqus", .comment), ("related", .related), ("recommend", .related),
        ("sidebar", .sidebar),
        ("footer", .footer), ("newsletter", .promotion), ("subscri", .promotion), ("breadcrumb", .breadcrumb),
        ("share", .share), ("social", .share), ("caption", .caption), ("byline", .byline), ("author", .byline),
        ("navbar", .navigation), ("menu", .navigation), ("articlebody", .articleBody), ("articlecontent", .articleBody),
        ("articletext", .articleBody), ("storybody", .articleBody), ("postcontent", .articleBody),
        ("postbody", .articleBody),
        ("entrycontent", .articleBody), ("newscontent", .articleBody), ("maincontent", .content), ("advert", .advert),
        ("sponsor", .advert), ("popup", .popup), ("tooltip", .tool), ("toolbar", .tool), ("trending", .ranking),
        ("mostread", .ranking), ("mostpopular", .ranking), ("ranking", .ranking), ("outbrain", .related),
        ("taboola", .related), ("cookie", .popup), ("timestamp", .date), ("pubtime", .date),
        ("pubdate", .date), ("editor", .editor), ("copyright", .footer), ("signup", .promotion), ("player", .player),
    ]

    /// Whole words.
    static let words: [(String, ElementFlags)] = [
        (
            "comment comments commentary replies reply disqus respond commentlist pinglun liuyan guestbook kommentar kommentare"
                + " kommentarer commentaire commentaires comentario comentarios commenti reacties yorum yorumlar komentarze komentari"
                + " kommentarii livefyre facebookcomments fbcomments",
            .comment
        ),
        (
            "related relate factbox recom recommend recommended recommendation recommendations recirc recirculation suggested suggestions"
                + " similar readmore morenews furtherreading teaser teasers outbrain taboola xiangguan tuijian upnext"
                + " seealso alsoread readalso incontent interlink relatedposts promos relacionadas relacionados relacionada relacionado correlati"
                + "  correlate similaires verwandt gerelateerd powiazane ilgili terkait bacajuga readnext morefrom moreon youmaylike"
                + " crosslinks zergnet revcontent mgid plista",
            .related
        ),
        (
            "share sharing social socials sharebar sharedaddy addthis addtoany bdsharebuttonbox fenxiang shares follow"
                + " followus likes teilen partager compartir compartilhar condividi sharethis shareaholic heateor",
            .share
        ),
        (
            "nav navigation navbar menu menus submenu pagination pager paging pages prevnext prev masthead topbar sitenav"
                + " daohang skip", .navigation
        ),
        ("sidebar infobox aside rightbar sidecol rail rightrail leftrail sidenav", .sidebar),
        ("footer reflist catlinks foot footnav bottombar colophon copyright banquan", .footer),
        ("header head banner", .header),
        (
            "ad ads adv advert advertisement advertising adsense adbox adslot dfp gpt sponsor sponsored promoted mpu"
                + "  leaderboard guanggao adcontainer adwrapper advertisment adunit adblock anzeige werbung publicidad publicidade"
                + " publicite pubblicita reklam reklama annonce iklan",
            .advert
        ),
        (
            "promo promotion newsletter newsletters subscribe subscription subscriptions signup cta contribute contribution appeal donate donation"
                + " optin mailchimp membership download appdown erweima qrcode weixin wechat", .promotion
        ),
        ("hidden hide invisible", .hiddenByClass), ("visuallyhidden sronly offscreen", .hidden),
        (
            "byline author authors writer contributor contributors reporter zuozhe bylines creator autor autores autora autore autori"
                + " autoren autorin auteur auteurs verfasser redakteur redactor redator journaliste journalist periodista jornalista"
                + " giornalista forfatter skribent kirjoittaja toimittaja yazar muhabir penulis szerzo avtor firmas",
            .byline
        ),
        (
            "date time timestamp pubdate published datetime dateline updated modified pubtime shijian fecha fechas datum tarih tanggal"
                + " waktu ngay postdate publishdate articledate",
            .date
        ),
        (
            "caption thumbcaption captions credit credits figcaption photocredit didascalia bildunterschrift bildtext bildnachweis"
                + " legende leyenda piefoto fotocredit imagecaption photocaption imgcaption",
            .caption
        ),
        (
            "breadcrumb breadcrumbs crumb crumbs crumbtrail mianbaoxie migas migalhas brotkrumen ariane filariane briciole pathway",
            .breadcrumb
        ),
        (
            "tag tags taglist keywords topics biaoqian labels hashtags etiquetas etiqueta schlagworte motscles tagcloud posttags entrytags",
            .tags
        ),
        (
            "modal lightbox dialog toast toolbar tools tool print printer fontsize toolbox edit editsection noprint ambox hatnote mbox"
                + " btn button buttons tooltip actions utility",
            .tool
        ),
        ("player video videoplayer audio podcast jwplayer vjs", .player),
        ("popup onetrust cookie cookies consent gdpr cookiebar", .popup),
        ("trending popular hot top10 ranking rank mostread mostpopular mostviewed latest paihang ticker", .ranking),
        ("source laiyuan origin", .source),
        ("image img photo picture thumbnail pic tupian imagebox photobox", .image),
        ("bio biography aboutauthor authorbox", .biography),
        ("content contents main detail details neirong zhengwen wrapper", .content),
        (
            "article story post entry news blog single wenzhang xinwen artikel articulo artigo articolo artykul clanek cikk haber"
                + " noticia notizia nota berita beitrag materia",
            .article
        ),
        (
            "body text txt bodytext fulltext copy richtext prose texto testo cuerpo corpo inhalt contenido conteudo contenuto icerik tresc",
            .body
        ),
        ("title headline heading biaoti hed", .title),
        ("meta info byinfo postmeta", .meta),
        ("login signin regwall paywall", .login),
        (
            "summary standfirst subtitle subheadline subhead dek lede lead excerpt abstract intro deck description zhaiyao entradilla"
                + " bajada copete subtitulo sottotitolo sommario occhiello chapo chapeau vorspann ingress manchet sapo ozet untertitel"
                + " daodu kicker", .summary
        ),
        (
            "articlebody articlecontent articletext entrycontent postcontent storybody storycontent postbody newstext newsbody"
                + " newsdetail artikeltext",
            .articleBody
        ),
        ("editor editors zeren bianji", .editor),
        ("list lists items grid widget widgets carousel slider", .list),
    ]
}
