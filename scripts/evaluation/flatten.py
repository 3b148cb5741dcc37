"""Pages without their markup, as archives of text and feeds give them."""
import html
import re


# A tag, whose quoted values may hold other tags; one whose quotes are not closed ends at its first bracket.
TAG = re.compile(r"""(?s)<[a-zA-Z/!](?:[^>"']|"[^"]*"|'[^']*')*>|<[a-zA-Z/!][^>]*>""")


def visible(page):
    """Roughly what readers see of a page's source: a line for each tag."""
    page = re.sub(r"(?is)<(script|style|noscript)\b.*?</\1\s*>|<!--.*?-->", "\n", page)
    return html.unescape(TAG.sub("\n", page))


# Tags that do not end a line.
INLINE = re.compile(r"(?is)</?(?:a|abbr|b|code|em|font|i|small|span|strong|sub|sup|u)(?:\s[^>]*)?>")


def flattened(page):
    """The page as text: one line for each block, without empty ones."""
    page = re.sub(r"(?is)<(script|style|noscript)\b.*?</\1\s*>|<!--.*?-->|<head\b.*?</head\s*>", "\n", page)
    page = re.sub(r"\s+", " ", page)
    lines = (line.strip() for line in visible(INLINE.sub("", page)).split("\n"))
    return "\n\n".join(line for line in lines if line)


def decoded(body, charset=None):
    """The page's text and the coding that it was written in."""
    for coding in (charset or "utf-8", "utf-8", "gb18030", "big5"):
        try:
            return body.decode(coding), coding
        except UnicodeDecodeError:
            continue
    return body.decode("utf-8", "replace"), "utf-8"


def titled(page):
    """The page as text behind the title of its document, which is the first line."""
    found = re.search(r"(?is)<title\b[^>]*>(.*?)</title\s*>", page)
    title = " ".join(html.unescape(found.group(1)).split()) if found else ""
    return "\n\n".join(part for part in (title, flattened(page)) if part)


# The ways in which scripts/evaluate flattens.
FORMS = {"titled": titled, "untitled": flattened}
