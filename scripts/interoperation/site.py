"""The demonstration site on a port of its own, and the sources that lie there."""
import os
import socket
import subprocess
import time
import urllib.request


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(what, condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {seconds} seconds")
        time.sleep(0.1)


class Site:
    def __init__(self, build, place):
        self.port = free_port()
        self.age_file = os.path.join(place, "age")
        self.ready_file = os.path.join(place, "site-ready")
        self.age(0)
        self.program = [f"{build}/DemoSite", "--port", str(self.port), "--age-file", self.age_file,
                        "--ready-file", self.ready_file]

    def __enter__(self):
        self.process = subprocess.Popen(self.program, stdout=subprocess.DEVNULL)
        wait_until("the demonstration site", lambda: os.path.exists(self.ready_file))
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def age(self, seconds):
        with open(self.age_file, "w", encoding="ascii") as file:
            file.write(str(seconds))

    def body(self, url):
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.read()

    def sources(self):
        common = "every: 1d, minimum_delay: 1ms, revisit: [], allow_private_addresses: true"
        pattern = r"article_pattern: '/\d{4}-\d{2}/\d{2}/content_\d+\.htm'"
        return "".join(f"\n  - {{{source}, {common}}}" for source in [
            f'id: portal, url: "http://127.0.0.1:{self.port}/", kind: list, {pattern}',
            f'id: courier, url: "http://127.0.0.2:{self.port}/", kind: auto',
            f'id: wire, url: "http://127.0.0.3:{self.port}/atom.xml", kind: feed'])
