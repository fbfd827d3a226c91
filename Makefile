# The verbs that people and CI share. The first run of one sets up what it needs: Python packages in
# .venv, npm tools in node_modules, browsers by tests/harness/browsers/install.py.

PYTHON ?= python3
BROWSER ?= chromium
DAYS ?= 7
python := .venv/bin/python
tools := node_modules/.bin

# A target left half done by an interruption is not taken for done.
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help demo run test truth screenshots pictures check bench build package release update lint lint-python lint-scripts lint-types \
	lint-package setup clean

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1|/p' $(MAKEFILE_LIST) | column -t -s '|'

demo: setup build ## see it at work on a stand-in for LinkedIn (BROWSER=chromium or firefox)
	BROWSER=$(BROWSER) $(python) -m tests.demo

run: setup build ## try it by hand on the real LinkedIn, in a profile that is thrown away (BROWSER=)
	BROWSER=$(BROWSER) $(python) -m tests.run

test: setup lint ## run every check, and every test in both browsers
	$(python) -m pytest -m alone
	$(python) -m pytest -m "not alone" -n 4

truth: setup ## try every failure on every form of the page, and write docs/truth.md (half an hour)
	rm -rf dist/truth
	-$(python) -m pytest -n 6 --cross dist/truth -k test_the_claim_is_right tests/test_truth.py
	$(python) -m tests.truth write dist/truth

screenshots: setup build ## every state as a picture, in dist/screenshots (LANGUAGES="en ar", SCHEMES=, ONLY=, BROWSER=)
	BROWSER=$(BROWSER) $(python) -m tests.screenshots

bench: setup build tests/bench/node_modules/.ready ## measure it beside others, and write docs/benchmarks.md (twenty minutes; BENCH="--quick")
	$(python) -m tests.bench $(BENCH)

pictures: setup build ## take the pictures of README and the stores, and those of tests/pictures, anew
	$(python) -m tests.store_pictures
	$(python) -m pytest -q -s --renew-pictures tests/test_pictures.py

check: lint ## run every check, and the tests that need no browser
	$(python) -m pytest -m "not browser"

build: .venv/ready ## make dist/chromium and dist/firefox, to be loaded unpacked
	$(python) build.py build

package: .venv/ready ## make the archives for the stores, of the source, and SHA256SUMS
	$(python) build.py package

release: .venv/ready ## test, package and sign a commit that is ready (BETA=1: even if no captured page shows the switch)
	$(python) build.py release $(if $(BETA),--beta)

update: .venv/ready ## take newer versions of what is pinned, a week old or older (DAYS=0: any); read the diff
	$(python) -m builder.update $(DAYS)

lint: lint-python lint-scripts lint-types lint-package

lint-python: .venv/ready
	$(python) -m ruff check
	$(python) -m ruff format --check

lint-scripts: build node_modules/.ready
	$(tools)/biome check --error-on-warnings

lint-types: build node_modules/.ready
	set -e; for project in $(wildcard extension/tsconfig.*.json); do \
	  $(tools)/tsc -p $$project; done

lint-package: build node_modules/.ready
	$(tools)/web-ext lint --no-config-discovery --source-dir dist/firefox --warnings-as-errors

setup: .venv/ready .venv/browsers node_modules/.ready

clean: ## remove everything that was built or set up
	rm -rf dist .venv node_modules tests/bench/node_modules

# Each set-up ends with its stamp, so that it is repeated when it was interrupted or when what it
# depends on has changed, and else never.
.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "Setting up Python packages in .venv (once)"
	$(PYTHON) -m venv --clear .venv
	$(python) -m pip install --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

node_modules/.ready: package.json package-lock.json
	@echo "Setting up npm tools in node_modules (once)"
	npm ci --no-audit --no-fund
	@touch $@

tests/bench/node_modules/.ready: tests/bench/package.json tests/bench/package-lock.json
	@echo "Setting up what is measured beside (once)"
	cd tests/bench && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

.venv/browsers: .venv/ready tests/harness/browsers/install.py tests/harness/browsers/find.py
	@echo "Setting up the browsers (once)"
	$(python) -m tests.harness.browsers.install
	@touch $@
