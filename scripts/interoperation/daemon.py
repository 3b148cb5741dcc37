"""A daemon with a state of its own, and the command that talks to it."""
import glob
import json
import os
import subprocess

from .site import wait_until


class Daemon:
    def __init__(self, build, place, sources):
        self.build, self.place = build, place
        self.state = os.path.join(place, "state")
        self.socket = os.path.join(place, "socket")
        self.configuration = os.path.join(place, "newsreel.yaml")
        with open(self.configuration, "w", encoding="utf-8") as file:
            file.write(f"state_directory: {self.state}\n"
                       "fetch:\n  allow_private_addresses: true\n  minimum_delay_per_host: 1ms\n  jitter: 0s\n"
                       f"control:\n  socket: {self.socket}\nsources: {sources}\n")

    def __enter__(self):
        self.log = open(os.path.join(self.place, "log"), "wb")
        self.process = subprocess.Popen([f"{self.build}/newsreeld", "run", "--config", self.configuration], stderr=self.log)
        wait_until("newsreeld", lambda: self.process.poll() is not None or self.answers())
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()

    def answers(self):
        return subprocess.run([f"{self.build}/newsreel", "--socket", self.socket, "status"], capture_output=True).returncode == 0

    def newsreel(self, *arguments, accept=(0,)):
        run = subprocess.run([f"{self.build}/newsreel", "--socket", self.socket, *arguments], capture_output=True)
        if run.returncode not in accept:
            raise RuntimeError(f"newsreel {' '.join(arguments)}: exit status {run.returncode}: {run.stderr.decode()}")
        return run.stdout

    def fetch_all(self):
        # A story that has vanished ends as gone, which makes the exit status 1.
        self.newsreel("fetch", "portal", "courier", "wire", "--wait", accept=(0, 1))
        for article in self.articles():
            self.newsreel("fetch", article["canonical_url"], "--wait", accept=(0, 1))

    def fetch_again(self):
        """One page by a request without conditions: its body comes once more, and is the same."""
        self.newsreel("fetch", self.articles()[0]["canonical_url"], "--wait", "--force", accept=(0, 1))

    def articles(self):
        return [json.loads(line) for line in self.newsreel("tail", "articles", "-n", "all", "-o", "json").splitlines()]

    def segments(self, reel):
        return sorted(glob.glob(os.path.join(self.state, "**", reel, "*.gz"), recursive=True))
