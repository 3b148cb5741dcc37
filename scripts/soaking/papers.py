"""Some hundred news sites on loopback, each with an address of its own, and each with its own ways of failing."""

import asyncio
import gzip
import random
import time

from .site import story

# What a site does while its fault lasts; "none" never fails.
FAULTS = (
    ["none"] * 12
    + ["error", "busy", "slow", "silent", "reset", "cut", "loop", "endless", "bomb", "garbage", "refused", "robots"]
)
BOMB = gzip.compress(b"\0" * (32 << 20))
DELAY = 0.5  # what is asked of the daemon, in seconds


def pages(number):
    """The page of a story, about 12 KB."""
    return story(number, 9000)


class Paper:
    """One site: a feed, a list page or a sitemap of stories that grow by a rhythm of its own."""

    def __init__(self, number, port, random_, began):
        self.number, self.port, self.began = number, port, began
        self.address = f"127.77.{number // 200}.{number % 200 + 1}"
        self.fault = FAULTS[number % len(FAULTS)]
        self.kind = ("feed", "list", "sitemap")[number // len(FAULTS) % 3]
        self.every = random_.choice((15, 20, 30))
        self.first, self.rate = number * 100_000, 1 / random_.uniform(40, 400)
        # Faults come and go: so many seconds fine, so many not.
        self.fine, self.failing = random_.uniform(60, 240), random_.uniform(20, 150)
        self.phase = random_.uniform(0, self.fine)
        self.looks, self.starts, self.asked, self.failures = [], [], set(), 0
        self.hung_up = None

    @property
    def url(self):
        return f"http://{self.address}:{self.port}"

    def source(self):
        path = {"feed": "/feed.xml", "list": "/", "sitemap": "/map.xml"}[self.kind]
        pattern = ", article_pattern: '/news/story-\\d+\\.html'" if self.kind == "list" else ""
        return f"  - {{id: paper-{self.number}, url: \"{self.url}{path}\", kind: {self.kind}, every: {self.every}s{pattern}}}\n"

    def published(self, now):
        """The numbers of the stories that are out; two from the beginning on."""
        return range(self.first, self.first + 2 + int((now - self.began) * self.rate))

    def is_failing(self, now):
        if self.fault == "none":
            return False
        return (now - self.began + self.phase) % (self.fine + self.failing) > self.fine

    def listing(self, now):
        urls = [f"{self.url}/news/story-{number}.html" for number in self.published(now)[-40:]]
        if self.kind == "feed":
            items = "".join(f"<item><title>Story</title><link>{url}</link></item>" for url in urls)
            return f"<rss version='2.0'><channel><title>Paper {self.number}</title>{items}</channel></rss>".encode()
        if self.kind == "sitemap":
            return ("<urlset>" + "".join(f"<url><loc>{url}</loc></url>" for url in urls) + "</urlset>").encode()
        return ("<html><body><ul>" + "".join(f"<li><a href='{url}'>A story of the harbour</a></li>" for url in urls)
                + "</ul></body></html>").encode()

    async def serve(self):
        return await asyncio.start_server(self.connection, self.address, self.port, backlog=64)

    async def connection(self, reader, writer):
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if not await self.answer(head.split(b" ", 2)[1].decode("latin-1"), writer):
                    break
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError, TimeoutError, asyncio.CancelledError):
            pass  # the client went, or the run is over
        finally:
            writer.close()

    async def answer(self, path, writer):
        """Answers one request; false where the connection ends."""
        now = time.monotonic()
        failing = self.is_failing(now)
        if path == "/robots.txt":
            status = 503 if failing and self.fault == "robots" else 404
            return await send(writer, status, b"")
        if path.startswith("/.well-known/"):
            return await send(writer, 404, b"")
        # A request whose connection ended without a word is sent once more by libcurl at once (RFC 9110, 9.2.2): it is the same one.
        again, self.hung_up = self.hung_up == path, None
        if not path.startswith("/loop") and not again:
            self.starts.append((now, path))
        if "/news/" not in path and not path.startswith("/loop"):
            self.looks.append((now, failing))
        if failing and self.fault not in ("none", "robots"):
            return await self.fail(path, writer)
        if "/news/" not in path:
            return await send(writer, 200, self.listing(now), "text/html" if self.kind == "list" else "application/xml")
        number = int(path.removeprefix("/news/story-").removesuffix(".html") or 0)
        if number not in self.published(now):
            return await send(writer, 404, b"no such page")
        self.asked.add(number)
        return await send(writer, 200, pages(number), "text/html; charset=utf-8")

    async def fail(self, path, writer):
        self.failures += 1
        fault = self.fault
        if fault == "error":
            return await send(writer, 500, b"broken")
        if fault == "busy":
            return await send(writer, 429, b"later", extra="Retry-After: 20\r\n")
        if fault == "slow":
            await asyncio.sleep(2)
            return await send(writer, 200, self.listing(time.monotonic()), "application/xml")
        if fault == "silent":
            await asyncio.sleep(30)
            return False
        if fault == "loop":
            step = int(path.removeprefix("/loop") or 0) if path.startswith("/loop") else 0
            return await send(writer, 302, b"", extra=f"Location: /loop{step + 1}\r\n")
        if fault == "garbage":
            writer.write(random.randbytes(300))
            return False
        if fault in ("reset", "refused"):
            self.hung_up = path
            writer.transport.abort()
            return False
        if fault == "bomb":
            return await send(writer, 200, BOMB, "text/html", "Content-Encoding: gzip\r\n")
        if fault == "cut":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n" + b"x" * 9000)
            await writer.drain()
            return False
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:  # endless
            writer.write(b"y" * 65536)
            await writer.drain()

    def violations(self, tolerance):
        """Requests that came sooner after the one before than the delay allows, by more than the tolerance."""
        gaps = [(later[0] - earlier[0], later[1]) for earlier, later in zip(self.starts, self.starts[1:])]
        return [(round(gap, 3), path) for gap, path in gaps if gap < DELAY - tolerance]

    def starved(self, end):
        """Spans in which the source was not looked at for longer than its schedule and its failures explain."""
        spans, failing_since = [], None
        times = self.looks + [(end, True)]
        for (time_, failing), (next_time, _) in zip(times, times[1:]):
            failing_since = (failing_since or time_) if failing else None
            # A source that has failed for some time is left alone for as long again, and twice that for a Retry-After or robots.
            patience = 3 * self.every + 60 + (2 * (time_ - failing_since) + 120 if failing else 0)
            patience += 660 if self.fault == "robots" else 0
            if next_time - time_ > patience:
                spans.append(round(next_time - time_))
        return spans if self.looks else ["never"]


async def send(writer, status, body, kind="text/plain", extra=""):
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{extra}\r\n"
    writer.write(head.encode() + body)
    await writer.drain()
    return True
