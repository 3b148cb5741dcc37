# Newsreel. The two commands: make run (the daemon with a demonstration site), make test (everything).
# On a fresh Debian 12 with Swift 6.3 they install what is missing first.

PREFIX ?= /usr/local
DESTDIR ?=
SYSCONFDIR ?= /etc
UNITDIR ?= $(PREFIX)/lib/systemd/system
SWIFT ?= swift
ARROWS = --explicit-target-dependency-import-check error
RELEASE = .build/release

.PHONY: all deps build run test lint install bench clean

all: build

deps:
	@scripts/deps

build: deps
	$(SWIFT) build -c release $(ARROWS) --product newsreeld
	$(SWIFT) build -c release $(ARROWS) --product newsreel

run: build
	$(SWIFT) build -c release $(ARROWS) --product DemoSite
	@exec scripts/run-demonstration $(RELEASE)

test: deps
	$(SWIFT) build --build-tests $(ARROWS)
	$(SWIFT) test --skip-build --skip IntegrationTests
	$(SWIFT) test --skip-build --filter IntegrationTests

lint:
	@scripts/lint

install:
	@test -x $(RELEASE)/newsreeld || { echo "make install: run 'make' first, it builds $(RELEASE)/newsreeld" >&2; exit 1; }
	@scripts/install "$(RELEASE)" "$(DESTDIR)" "$(PREFIX)" "$(SYSCONFDIR)" "$(UNITDIR)"

bench: deps
	@Benchmarks/run

clean:
	$(SWIFT) package clean
