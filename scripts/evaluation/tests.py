"""What each measure says of small invented answers. Run by make eval before it scores."""
import unittest

from evaluation import hijack
from evaluation.flatten import FORMS, decoded, flattened, visible
from evaluation.fields import compare_names, compare_title, day, is_one_of, names
from evaluation.scores import group, measures
from evaluation.text import compare_segments, compare_text


def page(**gold):
    return {"id": "one", "dataset": "small", "lang": "en", **gold}


class Text(unittest.TestCase):
    def test_runs_of_four_words_are_compared(self):
        found = compare_text("the ferry is back in service", "the ferry is back in harbour", "en")
        self.assertEqual((found.right, found.extra, found.missing), (2, 1, 1))

    def test_characters_are_words_in_chinese(self):
        found = compare_text("渡船恢复通航", "渡船恢复通", "zh")
        self.assertEqual((found.right, found.extra, found.missing), (2, 0, 1))

    def test_a_short_text_is_one_shingle(self):
        self.assertTrue(compare_text("ferry back", "ferry, back!", "en").is_exact)

    def test_a_page_without_a_text_counts_in_recall_alone(self):
        gold = page(text="the ferry is back")
        found = group([gold, {**gold, "id": "two"}], {"one": {"text": "the ferry is back"}})["all en"]
        self.assertEqual((found["precision"], found["recall"], found["mean_f1"]), (1.0, 0.5, 0.5))

    def test_segments_are_found_over_line_breaks(self):
        gold = {"must_contain": ["ferry is", "nowhere"], "must_not_contain": ["share this"]}
        found = compare_segments(gold, "the ferry\n is back. Share this", "en")
        self.assertEqual((found.right, found.extra, found.missing), (1, 0, 1))


class Fields(unittest.TestCase):
    def test_titles_are_folded(self):
        self.assertEqual(compare_title("Ferry “back”", "FERRY: back", "en"), (True, True))
        self.assertEqual(compare_title("Ferry back in service", "Ferry back in service | Post", "en"), (False, True))
        self.assertEqual(compare_title("Ferry back", None, "en"), (False, False))

    def test_days_are_read_with_any_separator(self):
        self.assertEqual({day(one) for one in ("2026-01-02T23:00:00Z", "2026年1月2日", "2026/01/02")}, {(2026, 1, 2)})
        self.assertIsNone(day(None))

    def test_names_are_parted_and_labels_go(self):
        self.assertEqual(names("By Ann Vale and Bo Finn; Ann Vale"), ["Ann Vale", "Bo Finn"])
        self.assertEqual(names(["记者：许闻溪、何方圆"]), ["许闻溪", "何方圆"])

    def test_a_name_is_found_once(self):
        found = compare_names(["Ann Vale", "Bo Finn"], ["Ann B. Vale", "Ann Vale"])
        self.assertEqual((found.right, found.extra, found.missing), (1, 1, 1))

    def test_one_accepted_name_is_enough(self):
        self.assertTrue(is_one_of(["Harbour Post", "云溪新闻网"], "云溪新闻"))
        self.assertFalse(is_one_of(["Harbour Post"], ""))

    def test_an_author_on_a_page_without_byline_is_invented(self):
        found = group([page(authors=[])], {"one": {"authors": [{"name": "Ann Vale"}]}})["small en"]
        self.assertEqual(found, {"pages": 1, "invented": 1.0})

    def test_what_no_gold_knows_is_not_measured(self):
        self.assertEqual(measures([{}]), {"pages": 1})


class Flatten(unittest.TestCase):
    def test_a_flattened_page_has_a_line_for_each_block(self):
        self.assertEqual(flattened("<head><title>x</title></head><p>one <b>two</b></p>\n<p>&lt;three</p>"), "one two\n\n<three")

    def test_a_tag_ends_behind_its_quoted_values(self):
        self.assertEqual(flattened("<p data-x='<b>x</b>'>one</p><p title=\"a > b\">two</p><p title=it's>three</p>"), "one\n\ntwo\n\nthree")

    def test_the_title_stands_first_where_it_is_asked_for(self):
        page = "<head><title>Ferry &amp;\n pier | Post</title></head><h1>Ferry</h1><p>It is <i>back</i>.</p>"
        self.assertEqual(FORMS["titled"](page), "Ferry & pier | Post\n\nFerry\n\nIt is back.")
        self.assertEqual(FORMS["untitled"](page), "Ferry\n\nIt is back.")

    def test_a_page_without_title_begins_with_its_text(self):
        self.assertEqual(FORMS["titled"]("<p>It is back.</p>"), "It is back.")

    def test_the_coding_is_found_where_none_is_named(self):
        self.assertEqual(decoded("福州".encode("gbk")), ("福州", "gb18030"))
        self.assertEqual(decoded("福州".encode("big5"), "big5"), ("福州", "big5"))


class Hijack(unittest.TestCase):
    PAGE = "<title>福州渡船</title><script>福州</script><p>福州市渡船、福州港，<b>厦门</b>人到厦门&amp;厦门</p>"

    def test_only_what_readers_see_is_counted(self):
        self.assertEqual(hijack.frequent_names(visible(self.PAGE), 3), ["厦门", "福州"])
        self.assertEqual(hijack.frequent_names(visible("<script>福州福州福州</script>福州"), 3), [])

    def test_each_copy_has_its_phrase_in_every_place(self):
        copies = list(hijack.copies("one", self.PAGE, 1))
        self.assertEqual([kind for kind, _, _ in copies], list(hijack.KINDS) * 3)
        for kind, phrase, page in copies[:4]:
            self.assertEqual((page.count(phrase), page.count("厦门")), (3, 0), kind)
        for kind, phrase, page in copies[8:]:
            self.assertEqual(page.count(phrase), 7, kind)

    def test_the_seed_decides_the_phrases(self):
        phrases = [[phrase for _, phrase, _ in hijack.copies("one", self.PAGE, seed)] for seed in (1, 1, 2)]
        self.assertEqual(phrases[0], phrases[1])
        self.assertNotEqual(phrases[0], phrases[2])

    def test_ideographs_are_alone_in_their_kind(self):
        for _ in range(50):
            self.assertRegex(hijack.ideographs(hijack.random.Random()), "^[\u4e00-\u9fff]{5,}$")

    def test_the_exact_phrase_alone_is_recognised(self):
        tally = hijack.Tally()
        for occurrences, found in ((3, ["kx渡船"]), (3, ["渡船"]), (2, []), (4, [])):
            tally.note("kx渡船", occurrences, found)
        self.assertEqual((tally.copies, tally.judgeable, tally.recognised, tally.wrong), (4, 3, 1, 1))

    def test_phrases_are_told_from_other_findings(self):
        findings = [{"kind": "hidden_links"}, {"kind": "injected_phrase", "phrase": "kx渡船"}]
        self.assertEqual(hijack.phrases({"integrity": {"findings": findings}}), ["kx渡船"])
        self.assertEqual(hijack.phrases({"outcome": "not_an_article"}), [])


if __name__ == "__main__":
    unittest.main()
