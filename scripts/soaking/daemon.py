"""A newsreeld of the soak's own: configuration, state and socket in a directory that goes with it."""

import json
import os
import signal
import subprocess
import tempfile
import threading
import time
from collections import Counter


class Unfit(Exception):
    """Something that must hold does not."""


class Follower:
    """`newsreel tail -f`: what it has shown was acknowledged."""

    def __init__(self, installation, reel):
        self.lines = []
        self.process = subprocess.Popen(
            [installation.newsreel, "--socket", installation.socket, "tail", reel, "-f", "-n", "all", "-o", "json"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        for line in self.process.stdout:
            if line.endswith(b"\n"):
                self.lines.append(json.loads(line))

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.thread.join()


class Installation:
    def __init__(self, build, site, state=None, reels=""):
        self.newsreeld, self.newsreel = f"{build}/newsreeld", f"{build}/newsreel"
        self.place = tempfile.TemporaryDirectory(prefix="newsreel-soak-")
        self.state = state or f"{self.place.name}/state"
        self.socket = f"{self.place.name}/socket"
        self.configuration = f"{self.place.name}/newsreel.yaml"
        self.log = f"{self.place.name}/log"
        self.process = None
        with open(self.configuration, "w") as file:
            file.write(
                f"""state_directory: {self.state}
control: {{socket: {self.socket}}}
fetch: {{allow_private_addresses: true, minimum_delay_per_host: 1ms, maximum_concurrency_per_host: 8, obey_robots: false}}
reels: {{maximum_segment_bytes: 64KiB{reels}}}
log: {{level: info}}
sources:
  - {{id: harbour, url: "{site.url}/", kind: list, every: 1s, article_pattern: '/news/story-\\d+\\.html', maximum_articles: 2000}}
""")

    def start(self, *before):
        """Starts the daemon, behind the words of another program where they are given."""
        file = open(self.log, "ab")
        self.process = subprocess.Popen(
            [*before, self.newsreeld, "run", "--config", self.configuration], stderr=file, stdout=file)
        file.close()

    def ready(self, seconds=60):
        """Waits until the daemon answers."""
        self.wait(lambda: self.cli("status").returncode == 0, seconds, "the daemon is not ready")

    def wait(self, holds, seconds, what):
        end = time.monotonic() + seconds
        while not holds():
            if self.process.poll() is not None:
                raise Unfit(f"{what}: it has ended with {self.process.returncode}; its log:\n{self.tail()}")
            if time.monotonic() > end:
                raise Unfit(f"{what} after {seconds} s; its log:\n{self.tail()}")
            time.sleep(0.05)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def cli(self, *words):
        return subprocess.run(
            [self.newsreel, "--socket", self.socket, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def status(self):
        return json.loads(self.cli("status", "--json").stdout)

    def tail(self):
        with open(self.log, errors="replace") as file:
            return "".join(file.readlines()[-15:])

    def logged(self, words):
        with open(self.log, errors="replace") as file:
            return sum(words in line for line in file)

    def records(self, reel):
        export = self.cli("reel", "export", reel, "--state-directory", self.state)
        if export.returncode != 0:
            raise Unfit(f"export of {reel}: {export.stderr.decode()}")
        return [json.loads(line) for line in export.stdout.splitlines()]

    def verify(self):
        """What verify found; a torn end is what a kill may leave, anything else is not fit."""
        report = json.loads(self.cli("reel", "verify", "--json", "--state-directory", self.state).stdout)
        for reel in report["reels"]:
            if reel["damaged"] or not reel["chain"]["holds"]:
                raise Unfit(f"verify: {json.dumps(reel)}")
        return report

    def remove(self):
        if self.process and self.process.poll() is None:
            self.kill()
        self.place.cleanup()


def article_key(article):
    return (article["canonical_url"], article["content_hash"])


def compare(installation, acknowledged, counts):
    """Whether every acknowledged article is there, and none is there twice."""
    there = Counter(article_key(article) for article in installation.records("articles"))
    shown = {article_key(article) for article in acknowledged}
    counts["lost"] += len(shown - there.keys())
    counts["doubled"] += sum(count - 1 for count in there.values())
    if counts["lost"] or counts["doubled"]:
        twice = [key for key, count in there.items() if count > 1]
        raise Unfit(f"lost {sorted(shown - there.keys())[:3]}, twice {twice[:3]}")
    return len(shown)
