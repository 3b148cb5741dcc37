"""The judges: each raises where it finds fault, and otherwise says what it saw."""
import collections
import json
import os
import subprocess
import tempfile
import urllib.error
import urllib.request
import zipfile

from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator

from .site import free_port, wait_until


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{os.path.basename(command[0])} ends with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def require(condition, what):
    if not condition:
        raise RuntimeError(what)


def records(daemon):
    """Every record of the pages reel, as warcio reads it: type, headers, body."""
    for segment in daemon.segments("pages"):
        with open(segment, "rb") as file:
            for record in ArchiveIterator(file):
                yield record.rec_type, record.rec_headers, record.content_stream().read(), record.http_headers


def warcio_check(daemon, _, environment):
    segments = daemon.segments("pages")
    require(segments, "there are no segments")
    for segment in segments:
        run(f"{environment}/warcio", "check", segment)
    return f"the digests of all records of {len(segments)} segments hold"


def kinds(daemon, *_):
    seen = collections.Counter()
    originals = {}
    for kind, headers, _, http in records(daemon):
        seen[kind] += 1
        require(headers.get_header("WARC-Block-Digest"), f"a {kind} without a block digest")
        if kind == "response":
            for name in ["WARC-Payload-Digest", "WARC-IP-Address", "WARC-Target-URI"]:
                require(headers.get_header(name), f"a response without {name}")
            originals[headers.get_header("WARC-Record-ID")] = headers
        if kind == "metadata":
            original = originals.get(headers.get_header("WARC-Refers-To"))
            require(original, "a metadata record refers to no record before it")
            for name in ["WARC-Date", "WARC-Target-URI"]:
                require(headers.get_header(name) == original.get_header(name), f"{name} of a metadata record is not its page's")
        if kind == "revisit":
            profile = headers.get_header("WARC-Profile").rsplit("/", 1)[1]
            seen[profile] += 1
            original = originals.get(headers.get_header("WARC-Refers-To"))
            require(original, "a revisit refers to no record before it")
            for name, referred in [("WARC-Refers-To-Date", "WARC-Date"), ("WARC-Refers-To-Target-URI", "WARC-Target-URI"),
                                   ("WARC-Payload-Digest", "WARC-Payload-Digest")]:
                require(headers.get_header(name) == original.get_header(referred), f"{name} of a revisit is not its original's")
    for kind in ["warcinfo", "response", "revisit", "metadata", "server-not-modified", "identical-payload-digest"]:
        require(seen[kind], f"there is no {kind}")
    return ", ".join(f"{count} {kind}" for kind, count in sorted(seen.items()))


def fastwarc(daemon, *_):
    count = 0
    for segment in daemon.segments("pages"):
        with open(segment, "rb") as file:
            for record in FastIterator(file, parse_http=False):
                require(record.verify_block_digest(consume=False), f"the block digest of {record.record_id} does not hold")
                if record.headers.get("WARC-Type") == "response":
                    record.parse_http()
                    require(record.verify_payload_digest(), f"the payload digest of {record.record_id} does not hold")
                count += 1
    return f"{count} records, the digests of all hold"


def replay(daemon, site, environment):
    """pywb indexes the segments and serves what was fetched, for a response and for a revisit."""
    with tempfile.TemporaryDirectory() as place:
        run(f"{environment}/wb-manager", "init", "news", cwd=place)
        run(f"{environment}/wb-manager", "add", "news", *daemon.segments("pages"), cwd=place)
        port = free_port()
        server = subprocess.Popen([f"{environment}/wayback", "--bind", "127.0.0.1", "--port", str(port)], cwd=place,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_until("pywb", lambda: answers(f"http://127.0.0.1:{port}/"))
            return served(f"http://127.0.0.1:{port}/news", daemon, site)
        finally:
            server.kill()
            server.wait()


def answers(url):
    try:
        return urllib.request.urlopen(url, timeout=5).status == 200
    except OSError:
        return False


def served(collection, daemon, site):
    captures = collections.defaultdict(set)
    responses, repeated = {}, 0
    for kind, headers, body, http in records(daemon):
        if kind == "revisit" and http.get_statuscode() == "200":
            body = responses[headers.get_header("WARC-Refers-To")]
            repeated += 1
        elif kind == "revisit":
            body = 304
        elif kind == "response" and http.get_statuscode() == "200":
            responses[headers.get_header("WARC-Record-ID")] = body
        else:
            continue
        when = "".join(letter for letter in headers.get_header("WARC-Date") if letter.isdigit())
        # A page may have been fetched twice in one second.
        captures[headers.get_header("WARC-Target-URI"), when].add(body)
    for (url, when), bodies in captures.items():
        require(get(f"{collection}/{when}id_/{url}") in bodies, f"pywb serves another body of {url} at {when}")
    article = next(a for a in daemon.articles() if a["url"].startswith("http://127.0.0.3"))
    first = min(when for url, when in captures if url == article["url"])
    require(get(f"{collection}/{first}id_/{article['url']}") == site.body(article["url"]), "pywb serves other bytes than the site")
    unchanged = sum(304 in bodies for bodies in captures.values())
    require(repeated and unchanged, "no revisit was asked for")
    return (f"serves {len(captures)} captures as they were fetched, {repeated} of them the repeated body of a revisit, "
            f"{unchanged} a 304, and the bytes that the site serves")


def get(url):
    """The body; the status of an answer that has none."""
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.code


def package(daemon, _, environment):
    path = os.path.join(daemon.place, "pages.wacz")
    daemon.newsreel("reel", "export", "pages", "--output", path)
    run(f"{environment}/wacz", "validate", "-f", path)
    with tempfile.TemporaryDirectory() as place, zipfile.ZipFile(path) as file:
        require(file.testzip() is None, "a CRC-32 does not hold")
        file.extractall(place)
        theirs = run(f"{environment}/cdxj-indexer", "--sort", f"{place}/archive/data.warc.gz").splitlines()
        with open(f"{place}/indexes/index.cdxj", encoding="utf-8") as lines:
            ours = lines.read().splitlines()
        require(ours == sorted(ours), "the index is not sorted")
        require(sorted(map(index_entry, ours)) == sorted(map(index_entry, theirs)), "cdxj-indexer makes another index")
        with open(f"{place}/pages/pages.jsonl", encoding="utf-8") as lines:
            pages = [json.loads(line) for line in lines][1:]
    require(pages, "it lists no pages")
    return f"valid; {len(ours)} lines of index as cdxj-indexer makes them, {len(pages)} pages"


def index_entry(line):
    key, time, fields = line.split(" ", 2)
    fields = json.loads(fields)
    return key, time, *(fields.get(name, "") for name in ["url", "digest", "offset", "length", "mime"])


def articles(daemon, *_):
    lines = 0
    for segment in daemon.segments("articles"):
        text = run("sh", "-c", 'zcat "$1" | jq -c "select(.schema == 1) | [.id, .title, .capture.offset]"', "sh", segment)
        lines += len(text.splitlines())
    known = len(daemon.articles())
    require(lines == known and known, f"zcat | jq finds {lines} articles, newsreel tail {known}")
    return f"{lines} articles"


JUDGES = [
    ("warcio check", warcio_check), ("warcio, records and their references", kinds), ("FastWARC", fastwarc), ("pywb", replay),
    ("wacz validate", package), ("zcat | jq", articles),
]
