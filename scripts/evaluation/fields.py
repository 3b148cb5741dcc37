"""Fields: titles, days, names, and names of outlets and sections."""
import re
import unicodedata
from collections import Counter

from evaluation.text import EAST_ASIAN, Counts, key, words

NAME_SEPARATOR = re.compile(r"[,;，；、|/&\n]|\band\b")
NAME_LABEL = re.compile(r"by\s+|(?:本报记者|记者|通讯员|作者|文)[:：\s]*", re.IGNORECASE)


def compare_title(gold, title, language):
    """Whether it is the same, and whether it is nearly the same."""
    wanted, given = key(gold), key(title)
    if not given or wanted == given:
        return (bool(given), bool(given))
    shorter, longer = sorted((wanted, given), key=len)
    if shorter and shorter in longer and len(shorter) >= 0.6 * len(longer):
        return (False, True)
    bags = [Counter(words(unicodedata.normalize("NFKC", text).casefold(), language)) for text in (gold, title)]
    common, both = (bags[0] & bags[1]).total(), bags[0].total() + bags[1].total()
    return (False, common > 0 and 2 * common / both >= 0.8)


def day(written):
    found = re.search(r"(\d{4})[-/.年](\d\d?)[-/.月](\d\d?)", written or "")
    return tuple(int(number) for number in found.groups()) if found else None


def names(values):
    found = []
    for value in [values] if isinstance(values, str) else values or []:
        for part in NAME_SEPARATOR.split(value):
            part = part.strip()
            label = NAME_LABEL.match(part)
            part = part[label.end():].strip() if label else part
            if key(part) and part not in found:
                found.append(part)
    return found


def is_same_name(one, other):
    one, other = sorted((key(one), key(other)), key=len)
    if one == other:
        return True
    # A part of a name counts only where it is long enough to be nobody else's.
    has_characters = re.search(f"[{EAST_ASIAN}]", one + other) is not None
    return len(one) >= (2 if has_characters else 5) and one in other


def compare_names(wanted, given):
    left = names(given)
    right = 0
    wanted = names(wanted)
    for name in wanted:
        match = next((other for other in left if is_same_name(name, other)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return Counts(right, len(left), len(wanted) - right)


def is_one_of(accepted, given):
    given = key(given)
    return any(given and (key(one) in given or len(given) >= 2 and given in key(one)) for one in accepted)
