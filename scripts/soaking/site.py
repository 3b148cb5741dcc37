"""A news site on loopback that never runs out of stories."""

import http.server
import threading

NOUNS = "pilot anchor mast gull quay barge tide rope lamp crane hull net buoy keel winch chart".split()
VERBS = "lifts finds keeps turns marks moves takes shows leaves draws".split()


def text(number, place):
    """A paragraph that no other story has."""
    words = []
    for step in range(40):
        noun = NOUNS[(number * 7 + step * 5 + place * 3 + number // 16 * step) % len(NOUNS)]
        verb = VERBS[(number + step * place + number // 10) % len(VERBS)]
        words.append(f"the {noun} {verb} {number * 31 + step * place}")
    return ", ".join(words) + "."


def story(number, padding):
    paragraphs = "".join(f"<p>{text(number, place)}</p>" for place in range(1, 5))
    comment = "".join(f"{(number * 2654435761 + step * 40503) & 0xFFFFFFFF:08x}" for step in range(padding // 8))
    title = f"Harbour story number {number} has a headline of its own"
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p class=byline>By Ada Quayle</p>{paragraphs}</article><!--{comment}--></body></html>"
    ).encode()


class Site:
    """`/` lists stories: some that were read, and as many that were not, so that there is always something to fetch."""

    def __init__(self, padding=0, window=150):
        site = self
        self.padding = padding
        self.highest = 0

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                name = self.path.removeprefix("/news/story-").removesuffix(".html")
                if self.path == "/":
                    first = max(0, site.highest - window // 3)
                    items = "".join(
                        f"<li><a href=/news/story-{n}.html>Harbour story number {n}</a></li>"
                        for n in range(first, site.highest + window)
                    )
                    return self.answer(200, f"<html><body><ul>{items}</ul></body></html>".encode())
                if not name.isdigit():
                    return self.answer(404, b"no such page")
                site.highest = max(site.highest, int(name))
                self.answer(200, story(int(name), site.padding))

            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def handle(self):
                try:
                    super().handle()
                except OSError:
                    pass  # the daemon was killed in the middle of an answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
