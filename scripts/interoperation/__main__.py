import os
import sys
import tempfile
import time

from .daemon import Daemon
from .foreign import IMPORTS, copies, write_archives
from .judges import JUDGES
from .site import Site


class Verdicts:
    def __init__(self):
        self.failed = 0

    def tell(self, name, judge, *arguments):
        try:
            print(f"ok      {name}: {judge(*arguments)}", flush=True)
        except Exception as error:  # a judge that breaks finds fault too
            self.failed += 1
            print(f"FAILED  {name}: {error}", flush=True)


def main():
    build = os.path.abspath(sys.argv[1])
    environment = os.path.dirname(sys.executable)
    verdicts = Verdicts()
    with tempfile.TemporaryDirectory() as place:
        with Site(build, place) as site, Daemon(build, place, site.sources()) as daemon:
            site.age(0)
            daemon.fetch_all()
            # Some stories change, one vanishes; the others are revisited, with and without conditions.
            # Archives count in whole seconds.
            time.sleep(1.1)
            site.age(600)
            daemon.fetch_all()
            time.sleep(1.1)
            daemon.fetch_again()
            daemon.newsreel("import", copies(os.path.join(place, "copies.warc.gz")))
            daemon.newsreel("reel", "rotate", "pages")
            for name, judge in JUDGES:
                verdicts.tell(name, judge, daemon, site, environment)
        archives = write_archives(place)
        imported = os.path.join(place, "imported")
        os.mkdir(imported)
        with Daemon(build, imported, "[]") as daemon:
            for name, check in IMPORTS:
                verdicts.tell(f"import of {name}", check, daemon, archives[name])
    print(f"{verdicts.failed} judgements against newsreel" if verdicts.failed else "no judgement against newsreel")
    return 1 if verdicts.failed else 0


sys.exit(main())
