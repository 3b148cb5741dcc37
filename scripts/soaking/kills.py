"""kill -9 at random moments while the daemon fetches, starts, recovers and seals."""

import random
import re
import time

from .daemon import Follower, Installation, Unfit, compare
from .site import Site

RECORD_ID = re.compile(rb"^WARC-Record-ID: (.*?)\r?$", re.MULTILINE)


def run(build, kills, seed, counts, a_life=20):
    """Kills in lives of twenty: each life is one state directory, killed again and again, then checked as a whole."""
    chance = random.Random(seed)
    done = 0
    while done < kills:
        number = min(a_life, kills - done)
        live(build, chance, number, counts)
        done += number
        print(f"  {done} of {kills} kills, {counts['acknowledged']} records acknowledged, "
              f"{counts['torn']} torn tails, lost {counts['lost']}, doubled {counts['doubled']}", flush=True)


def live(build, chance, kills, counts):
    site = Site(padding=chance.choice([0, 2000, 20000]))
    installation = Installation(build, site)
    follower = None
    try:
        for kill in range(kills):
            installation.start()
            # Some kills come before the daemon is ready, most while it works.
            pause = chance.choice([chance.uniform(0, 0.3), chance.uniform(0.3, 1.5), chance.uniform(1, 3)])
            if follower is None:
                installation.ready()
                follower = Follower(installation, "articles")
            time.sleep(pause)
            installation.kill()
            counts["schedules"] += 1
            torn = [reel["name"] for reel in installation.verify()["reels"] if reel["torn_end"]]
            counts["torn"] += len(torn)
            compare(installation, list(follower.lines), counts)
        installation.start()
        installation.ready()
        if installation.stop() != 0:
            raise Unfit(f"the daemon did not end well:\n{installation.tail()}")
        if installation.cli("reel", "verify", "--state-directory", installation.state).returncode != 0:
            raise Unfit("verify is not clean after the last start")
        counts["acknowledged"] += compare(installation, list(follower.lines), counts)
        counts["recovered"] += len(installation.records("articles"))
        pages = RECORD_ID.findall(
            installation.cli("reel", "export", "pages", "--state-directory", installation.state).stdout)
        if len(pages) != len(set(pages)):
            raise Unfit("a page is in its reel twice")
        counts["pages"] += len(pages)
    finally:
        if follower:
            follower.stop()
        installation.remove()
        site.stop()
