"""Archives as others make them: a news crawl's, a crawl's plain text, and bodies as they came over the wire."""
import gzip
import io
import json
import os
import zlib

import brotli
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DATE = "2026-03-04T05:06:07Z"


def story(number):
    lines = [f"The harbour master counted {number * 31 + line} barges at the quay on the {line + 1}th morning of the regatta, and said "
             f"that the tide of {number + 2} feet had brought more ropes ashore than anybody there remembered."
             for line in range(9)]
    return f"Barges at quay number {number}", lines


def page(number):
    title, lines = story(number)
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode()


def response(writer, number, body, fields):
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8"), *fields], protocol="HTTP/1.1")
    return writer.create_warc_record(
        f"https://crawl.example/{number}.html", "response", payload=io.BytesIO(body), http_headers=headers,
        warc_headers_dict={"WARC-Date": DATE, "WARC-IP-Address": "192.0.2.7"})


def news_crawl(path):
    """As news crawls publish them: WARC/1.0, request, response and metadata, names of codings kept out of the way, SHA-1."""
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.0")
        writer.write_record(writer.create_warcinfo_record("CC-NEWS.warc.gz", {"software": "a crawler", "format": "WARC File Format 1.0"}))
        for number in range(20):
            record = response(writer, number, page(number), [("X-Crawler-Content-Encoding", "gzip")])
            request = writer.create_warc_record(
                f"https://crawl.example/{number}.html", "request",
                http_headers=StatusAndHeaders(f"GET /{number}.html HTTP/1.1", [("Host", "crawl.example")], is_http_request=True))
            writer.write_request_response_pair(request, record)
            writer.write_record(writer.create_warc_record(
                f"https://crawl.example/{number}.html", "metadata", payload=io.BytesIO(b"fetchTimeMs: 120\r\n"),
                warc_content_type="application/warc-fields"))
        again = response(writer, 3, page(3), [])
        writer.write_record(writer.create_revisit_record(
            "https://crawl.example/3.html", again.rec_headers.get_header("WARC-Payload-Digest") or "sha1:X",
            "https://crawl.example/3.html", DATE, http_headers=again.http_headers, warc_headers_dict={"WARC-Date": "2026-03-05T05:06:07Z"}))


def plain_text(path):
    """As a crawl's extracted text is published: warcinfo and conversion records in one .warc.wet.gz."""
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.0")
        writer.write_record(writer.create_warcinfo_record("x.warc.wet.gz", {"software": "an extractor"}))
        for number in range(30, 40):
            title, lines = story(number)
            writer.write_record(writer.create_warc_record(
                f"https://text.example/{number}.html", "conversion", payload=io.BytesIO("\n".join([title, *lines]).encode()),
                warc_content_type="text/plain", warc_headers_dict={"WARC-Date": DATE}))


def chunked(body):
    pieces = [body[start:start + 700] for start in range(0, len(body), 700)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


CODINGS = {
    "gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstandard.ZstdCompressor().compress,
}


def wire(path):
    """Bodies in every coding, with and without chunks, in an archive that is not compressed."""
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=False)
        number = 50
        for coding, pack in CODINGS.items():
            for transfer in ([], [("Transfer-Encoding", "chunked")]):
                body = pack(page(number))
                fields = [("Content-Encoding", coding), *transfer]
                writer.write_record(response(writer, number, chunked(body) if transfer else body, fields))
                number += 1


def copies(path):
    """One text at two addresses: what newsreel finds out about the second page goes into its reel as well."""
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in (70, 71):
            writer.write_record(response(writer, number, page(70), []))
    return path


def write_archives(place):
    makers = {"CC-NEWS.warc.gz": news_crawl, "text.warc.wet.gz": plain_text, "wire.warc": wire}
    paths = {name: os.path.join(place, name) for name in makers}
    for name, make in makers.items():
        make(paths[name])
    return paths


def taken(records, **outcomes):
    """A check that so many records were read, with these outcomes, and that a second import takes none of them."""
    def check(daemon, path):
        first = json.loads(daemon.newsreel("import", "--json", path))
        if first["records"] != records or first["outcomes"] != outcomes or first["damaged"]:
            raise RuntimeError(f"{first} where {records} records should give {outcomes}")
        known = sum(outcomes.values())
        again = json.loads(daemon.newsreel("import", "--json", path))
        if again["outcomes"] != {"known": known}:
            raise RuntimeError(f"the second time: {again['outcomes']}")
        return ", ".join(f"{count} {name}" for name, count in outcomes.items()) + "; none of them twice"
    return check


IMPORTS = [
    ("CC-NEWS.warc.gz", taken(62, article=20, unchanged=1)), ("text.warc.wet.gz", taken(11, article=10)),
    ("wire.warc", taken(8, article=8)),
]
