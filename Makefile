# The verbs that people and CI share. The first run of one sets up what it needs: Python packages in
# .venv, npm tools in node_modules, browsers by tests/harness/browsers/install.py.

PYTHON ?= python3
BROWSER ?= chromium
python := .venv/bin/python
tools := node_modules/.bin

# A target left half done by an interruption is not taken for done.
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help demo test truth check build package release lint lint-python lint-scripts lint-types \
	lint-package setup clean

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1|/p' $(MAKEFILE_LIST) | column -t -s '|'

demo: setup build ## see it at work on a stand-in for LinkedIn (BROWSER=chromium or firefox)
	BROWSER=$(BROWSER) $(python) -m tests.demo

test: setup lint ## run every check, and every test in both browsers
	$(python) -m pytest -m alone
	$(python) -m pytest -m "not alone" -n 4

truth: setup ## try every failure on every form of the page, and write docs/truth.md (half an hour)
	rm -rf dist/truth
	-$(python) -m pytest -n 6 --cross dist/truth -k test_the_claim_is_right tests/test_truth.py
	$(python) -m tests.truth write dist/truth

check: lint ## run every check, and the tests that need no browser
	$(python) -m pytest -m "not browser"

build: .venv/ready ## make dist/chromium and dist/firefox, to be loaded unpacked
	$(python) build.py build

package: .venv/ready ## make the zips for the stores
	$(python) build.py package

release: .venv/ready ## make the zips if a captured page shows the switch (BETA=1: even if none does)
	$(python) build.py release $(if $(BETA),--beta)

lint: lint-python lint-scripts lint-types lint-package

lint-python: .venv/ready
	$(python) -m ruff check
	$(python) -m ruff format --check

lint-scripts: node_modules/.ready
	$(tools)/biome check --error-on-warnings

lint-types: build node_modules/.ready
	set -e; for project in $(wildcard extension/tsconfig.*.json); do \
	  $(tools)/tsc -p $$project; done

lint-package: build node_modules/.ready
	$(tools)/web-ext lint --no-config-discovery --source-dir dist/firefox --warnings-as-errors

setup: .venv/ready .venv/browsers node_modules/.ready

clean: ## remove everything that was built or set up
	rm -rf dist .venv node_modules

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

.venv/browsers: .venv/ready tests/harness/browsers/install.py tests/harness/browsers/find.py
	@echo "Setting up the browsers (once)"
	$(python) -m tests.harness.browsers.install
	@touch $@
