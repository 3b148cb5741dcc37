"""A real file system of 20 MB that fills up and is freed: ext4 on a loop device, in a mount namespace of the soak's own."""

import os
import shutil
import subprocess
import tempfile
import time

from .daemon import Follower, Installation, Unfit, compare
from .site import Site


def absent():
    """Why no file system can be mounted here; None where it can."""
    if os.geteuid() != 0:
        return "it needs root"
    for tool in ("mkfs.ext4", "losetup"):
        if shutil.which(tool, path=os.environ.get("PATH", "") + ":/sbin:/usr/sbin") is None:
            return f"{tool} is missing"
    with tempfile.NamedTemporaryFile() as file:
        file.truncate(20 << 20)
        trial = subprocess.run(
            ["sh", "-c", f"mkfs.ext4 -q {file.name} && mount -o loop {file.name} /mnt && umount /mnt"],
            stderr=subprocess.PIPE)
        return None if trial.returncode == 0 else f"no loop mount here: {trial.stderr.decode().strip()}"


def run(build, seed, counts):
    for mark in ("4MiB", "0"):
        with tempfile.TemporaryDirectory(prefix="newsreel-soak-disk-") as place:
            image, mount = f"{place}/image", f"{place}/disk"
            os.mkdir(mount)
            with open(image, "wb") as file:
                file.truncate(20 << 20)
            subprocess.run(["mkfs.ext4", "-q", "-m", "0", image], check=True)
            subprocess.run(["mount", "-o", "loop", image, mount], check=True)
            try:
                fill(build, mount, mark, counts)
            finally:
                subprocess.run(["umount", mount], check=True)


def fill(build, mount, mark, counts):
    """Fetches until there is no room, sees that it is said, makes room, and sees that it goes on."""
    with open(f"{mount}/filler", "wb") as file:
        file.write(bytes(8 << 20))
    site = Site(padding=60000)
    installation = Installation(build, site, f"{mount}/state", f", minimum_free_bytes: {mark}")
    follower = None
    try:
        installation.start()
        installation.ready()
        follower = Follower(installation, "articles")
        words = "the disk is full at" if mark == "0" else "no page is taken"
        installation.wait(lambda: installation.logged(words) > 0, 120, f"the log does not say: {words}")
        installation.wait(
            lambda: any("no page is taken" in line for line in installation.status()["problems"]), 20,
            "status does not say that the disk is full")
        before = len(follower.lines)
        if mark != "0" and installation.logged("the disk is full at"):
            raise Unfit("the low-water mark did not keep the disk from filling up")
        time.sleep(3)
        os.unlink(f"{mount}/filler")
        installation.wait(lambda: len(follower.lines) > before + 20, 60, "nothing goes on after there is room")
        installation.kill()
        installation.start()
        installation.ready()
        if installation.stop() != 0:
            raise Unfit(f"the daemon did not end well:\n{installation.tail()}")
        installation.verify()
        acknowledged = compare(installation, list(follower.lines), counts)
        counts["schedules"] += 1
        counts["injected"] += installation.logged("the disk is full at")
        counts["acknowledged"] += acknowledged
        print(f"  low-water mark {mark}: full after {before} articles, {acknowledged} in the end, lost 0, doubled 0", flush=True)
    finally:
        if follower:
            follower.stop()
        installation.remove()
        site.stop()
