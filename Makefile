# Newsreel. The two commands: make run (the daemon with a demonstration site), make test (everything).
# On a fresh Debian 12 with Swift 6.3 they install what is missing first.

PREFIX ?= /usr/local
DESTDIR ?=
SYSCONFDIR ?= /etc
UNITDIR ?= $(PREFIX)/lib/systemd/system
SWIFT ?= swift
ARROWS = --explicit-target-dependency-import-check error
RELEASE = .build/release

.PHONY: all deps build run test lint install deb systemd-test interop bench bench-fetch eval fuzz soak soak-fetch clean

all: build

deps:
	@scripts/deps

build: deps
	$(SWIFT) build -c release $(ARROWS) --product newsreeld
	$(SWIFT) build -c release $(ARROWS) --product newsreel

run: build
	$(SWIFT) build -c release $(ARROWS) --product DemoSite
	@exec scripts/run-demonstration $(RELEASE)

# Many tests at once would starve those that wait for a socket, on a machine with few cores.
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH = 6
test: deps
	$(SWIFT) build --build-tests $(ARROWS)
	$(SWIFT) test --skip-build --skip 'IntegrationTests|newsreelTests'
	$(SWIFT) test --skip-build --filter 'IntegrationTests|newsreelTests'

lint:
	@scripts/lint

install:
	@test -x $(RELEASE)/newsreeld || { echo "make install: run 'make' first, it builds $(RELEASE)/newsreeld" >&2; exit 1; }
	@scripts/install "$(RELEASE)" "$(DESTDIR)" "$(PREFIX)" "$(SYSCONFDIR)" "$(UNITDIR)"

# dist/newsreel_VERSION_ARCH.deb; the first time it compiles everything once more, with the runtime linked statically.
deb: deps
	@scripts/deb

# The package in a Debian 12 that systemd boots: needs root, mmdebstrap and systemd-nspawn or qemu, and says so where it did not run.
systemd-test:
	@scripts/systemd-test

# Other archive tools read what newsreel writes, and it reads what they write; docs/interop.md. Needs python3 with venv, and PyPI once.
interop: build
	$(SWIFT) build -c release $(ARROWS) --product DemoSite
	@scripts/interop $(RELEASE)

bench: deps
	@Benchmarks/run

# CORPUS=DIR [BASELINE=docs/eval-baseline.json] [OPTIONS=--write-baseline]; docs/evaluation.md
eval: deps
	@test -n "$(CORPUS)" || { echo "make eval: name a corpus: make eval CORPUS=DIR (docs/evaluation.md)" >&2; exit 2; }
	@cd scripts && python3 -B -m unittest -q evaluation.tests
	$(SWIFT) build -c release $(ARROWS) --product newsreel
	@scripts/evaluate "$(CORPUS)" --newsreel $(RELEASE)/newsreel $(if $(BASELINE),--baseline "$(BASELINE)") $(OPTIONS)

# KILLS=200, SEED=N of an earlier run, PARTS=kills|faults|disk; parts that need root or strace say that they did not run.
soak: build
	@scripts/soak $(RELEASE) $(if $(KILLS),--kills $(KILLS)) $(if $(SEED),--seed $(SEED)) $(PARTS)

# MINUTES=30 SOURCES=300 SEED=N: the daemon on simulated sources that fail in their own ways; Benchmarks/fetch/README.md.
soak-fetch: build
	@scripts/soak-fetch $(RELEASE) $(if $(MINUTES),--minutes $(MINUTES)) $(if $(SOURCES),--sources $(SOURCES)) $(if $(SEED),--seed $(SEED))

# ROUNDS=5 PAGES=2000: ours beside a bare libcurl program, curl, and Scrapy with trafilatura where they are; needs nginx and cc.
bench-fetch: build
	$(SWIFT) build -c release $(ARROWS) --product FetchBench
	@Benchmarks/fetch/run $(if $(ROUNDS),$(ROUNDS))

# SECONDS=60 for each of TARGETS, all by default; docs/fuzzing.md. A shell's own SECONDS is not taken.
fuzz: deps
	@Fuzz/run $(if $(filter command line,$(origin SECONDS)),$(SECONDS),60) $(TARGETS)

clean:
	$(SWIFT) package clean
