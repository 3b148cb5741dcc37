"""The scores of a page, and of groups of pages."""
import math
from collections import defaultdict

from evaluation.fields import compare_names, compare_title, day, is_one_of, names
from evaluation.text import compare_segments, compare_text, harmonic, micro_f1

# Kept apart: pages in another coding, and gold that an extractor made.
NOT_IN_TOTALS = {"enc", "readability"}
MEASURES = [
    "precision", "recall", "f1", "mean_f1", "segments_f1", "title", "title_near", "date", "date_precision", "authors_f1",
    "authors_exact", "invented", "publisher", "editors_f1", "section",
]


def language_group(language):
    return language if language in ("de", "en", "ja", "zh") else "other"


def average(values):
    values = list(values)
    return math.fsum(values) / len(values)


def score(gold, article):
    """Everything about a page that its gold has an answer to."""
    language, found = gold["lang"], {}
    text = article.get("text") or ""
    if gold.get("text") is not None:
        accepted = [gold["text"]] + gold.get("text_alt", [])
        found["text"] = max((compare_text(one, text, language) for one in accepted), key=lambda counts: counts.f1)
    if "must_contain" in gold:
        found["segments"] = compare_segments(gold, text, language)
    if gold.get("title"):
        found["title"] = compare_title(gold["title"], article.get("title"), language)
    if gold.get("date"):
        given = day(article.get("published"))
        found["date"] = (given is not None and given == day(gold["date"]), given is not None)
    authors = [author["name"] for author in article.get("authors") or []]
    if gold.get("authors"):
        found["authors"] = compare_names(gold["authors"], authors)
    elif gold.get("authors") is not None:
        found["invented"] = bool(names(authors))
    if gold.get("source"):
        found["publisher"] = is_one_of(gold["source"], (article.get("publisher") or {}).get("name"))
    if gold.get("editor"):
        found["editors"] = compare_names(gold["editor"], article.get("editors"))
    if gold.get("section"):
        found["section"] = is_one_of(gold["section"], " ".join(article.get("section") or []))
    return found


def measures(pages):
    """The scores of a group of pages."""

    def of(name):
        return [page[name] for page in pages if name in page]

    result = {"pages": len(pages)}
    if texts := of("text"):
        # As the shingles of a page weigh one page together, precision leaves out pages for which nothing was given.
        given = [c.precision for c in texts if c.right or c.extra]
        wanted = [c.recall for c in texts if c.right or c.missing]
        result["precision"] = average(given) if given else 0.0
        result["recall"] = average(wanted) if wanted else 0.0
        result["f1"] = harmonic(result["precision"], result["recall"])
        result["mean_f1"] = average(c.f1 for c in texts)
    if segments := of("segments"):
        result["segments_f1"] = micro_f1(segments)
    if titles := of("title"):
        result["title"] = average(same for same, _ in titles)
        result["title_near"] = average(near for _, near in titles)
    if dates := of("date"):
        right, given = (sum(column) for column in zip(*dates))
        result["date"] = right / len(dates)
        result["date_precision"] = right / given if given else 0.0
    if authors := of("authors"):
        result["authors_f1"] = micro_f1(authors)
        result["authors_exact"] = average(c.is_exact for c in authors)
    if editors := of("editors"):
        result["editors_f1"] = micro_f1(editors)
    for name in ("invented", "publisher", "section"):
        if values := of(name):
            result[name] = average(values)
    return result


def group(gold, articles):
    """The scores by set and language, and over all sets by language."""
    groups = defaultdict(list)
    for page in gold:
        scored = score(page, articles.get(page["id"], {}))
        language = language_group(page["lang"])
        groups[f"{page['dataset']} {language}"].append(scored)
        if page["dataset"] not in NOT_IN_TOTALS:
            groups[f"all {language}"].append(scored)
    order = sorted(groups, key=lambda name: (name.startswith("all "), name))
    return {name: measures(groups[name]) for name in order}
