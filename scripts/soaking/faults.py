"""System calls that fail under the real daemon, by strace's injection."""

import random
import shutil
import subprocess
import time

from .daemon import Follower, Installation, Unfit, compare
from .site import Site


def absent():
    """Why injections cannot be made here; None where they can."""
    if shutil.which("strace") is None:
        return "strace is missing; type: apt-get install strace"
    sleeper = subprocess.Popen(["sleep", "5"])
    trial = subprocess.run(["timeout", "1", "strace", "-p", str(sleeper.pid)], stderr=subprocess.PIPE)
    sleeper.kill()
    sleeper.wait()
    return None if b"attached" in trial.stderr else f"strace may not attach here: {trial.stderr.decode().strip()}"


def injections(chance):
    """One call that fails once in each thread, calls that fail again and again, and writes that do."""
    return [
        "fdatasync:error=EIO:when=3",
        f"fdatasync:error=EIO:when={chance.randint(4, 20)}+{chance.randint(7, 40)}",
        f"fdatasync:error=ENOSPC:when={chance.randint(4, 20)}+{chance.randint(7, 40)}",
        f"pwrite64:error=EIO:when={chance.randint(5, 20)}+{chance.randint(30, 90)}",
        f"pwrite64:error=ENOSPC:when={chance.randint(5, 20)}+{chance.randint(30, 90)}",
        f"fsync:error=EIO:when=1+{chance.randint(2, 5)}",
        f"openat:error=EMFILE:when={chance.randint(2, 9)}+{chance.randint(5, 20)}",
    ]


def run(build, seed, counts):
    chance = random.Random(seed)
    for injection in injections(chance):
        site = Site()
        installation = Installation(build, site)
        follower = None
        try:
            installation.start()
            installation.ready()
            follower = Follower(installation, "articles")
            injected = inject(installation, injection)
            installation.kill()
            installation.start()
            installation.ready()
            if installation.stop() != 0:
                raise Unfit(f"the daemon did not end well:\n{installation.tail()}")
            installation.verify()
            counts["schedules"] += 1
            counts["injected"] += injected
            acknowledged = compare(installation, list(follower.lines), counts)
            counts["acknowledged"] += acknowledged
            print(f"  {injection}: {injected} injected, {acknowledged} records acknowledged, "
                  f"{installation.logged('a new segment takes over')} times to a new segment, lost 0, doubled 0", flush=True)
        finally:
            if follower:
                follower.stop()
            installation.remove()
            site.stop()


def articles(installation):
    return installation.status()["funnel"]["article"]


def inject(installation, injection):
    """Has the running daemon's calls fail for some seconds, then sees that it goes on; how many failed."""
    trace = f"{installation.place.name}/trace"
    call = injection.split(":")[0]
    strace = subprocess.Popen(
        ["strace", "-f", "-q", "-o", trace, "-e", f"trace={call}", "-e", f"inject={injection}", "-p",
         str(installation.process.pid)])
    time.sleep(6)
    strace.terminate()
    strace.wait()
    before = articles(installation)
    installation.wait(lambda: articles(installation) > before, 30, "nothing more is taken in after the fault")
    with open(trace, errors="replace") as file:
        return sum("(INJECTED)" in line for line in file)
