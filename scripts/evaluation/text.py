"""Text: words, shingles, segments, and what was right of them."""
import re
import unicodedata
from collections import Counter

SHINGLE = 4
EAST_ASIAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(r"\w+")
CHARACTER_OR_WORD = re.compile(f"[{EAST_ASIAN}]|[^\\W{EAST_ASIAN}]+")


def is_east_asian(language):
    return language in ("zh", "ja")


def words(text, language):
    pattern = CHARACTER_OR_WORD if is_east_asian(language) else WORD
    return pattern.findall(text or "")


def key(text):
    """Letters and digits alone, compatibility forms and case folded."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    return "".join(WORD.findall(folded)).replace("_", "")


def harmonic(a, b):
    return 2 * a * b / (a + b) if a + b else 0.0


def average(values):
    values = list(values)
    return math.fsum(values) / len(values)


class Counts:
    """How much was right, too much and missing."""

    def __init__(self, right=0, extra=0, missing=0):
        self.right, self.extra, self.missing = right, extra, missing

    @property
    def precision(self):
        if not self.right:
            return 0.0 if self.extra or self.missing else 1.0
        return self.right / (self.right + self.extra)

    @property
    def recall(self):
        if not self.right:
            return 0.0 if self.extra or self.missing else 1.0
        return self.right / (self.right + self.missing)

    @property
    def f1(self):
        return harmonic(self.precision, self.recall)

    @property
    def is_exact(self):
        return not self.extra and not self.missing


def total(counts):
    return Counts(*(sum(column) for column in zip(*((c.right, c.extra, c.missing) for c in counts))))


def micro_f1(counts):
    both = total(counts)
    return 2 * both.right / (2 * both.right + both.extra + both.missing) if both.right else 0.0


def shingles(text, language):
    """The bag of runs of four words; a shorter text is one run."""
    found = words(text, language)
    if not found:
        return Counter()
    last = max(len(found) - SHINGLE, 0)
    return Counter(tuple(found[start:start + SHINGLE]) for start in range(last + 1))


def compare_text(gold, text, language):
    wanted, given = shingles(gold, language), shingles(text, language)
    right = (wanted & given).total()
    return Counts(right, given.total() - right, wanted.total() - right)


def compare_segments(gold, text, language):
    space = "" if is_east_asian(language) else " "

    def fold(part):
        return re.sub(r"\s+", space, part or "").strip()

    text = fold(text)
    wanted = [fold(part) in text for part in gold["must_contain"]]
    unwanted = [fold(part) in text for part in gold.get("must_not_contain", [])]
    return Counts(sum(wanted), sum(unwanted), wanted.count(False))
