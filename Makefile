# What people type. The list of checks stands here once: .ci/run and the pre-commit hooks call it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := .ci/constraints.txt
TESTS := --numprocesses=auto --dist=worksteal --ignore=tests/services
SCRAPYD := build/scrapyd

unexport PYTHONDONTWRITEBYTECODE  # each crawl of the tests would compile the project anew

.DEFAULT_GOAL := help
.PHONY: help install demo test fuzz quality bench bench-compare check test-services scrapyd lock clean

help:  ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

install: $(VENV)/installed  ## make .venv with everything that the other commands need

# Setuptools warns of whatever is editable.
$(VENV)/installed: pyproject.toml setup.py $(LOCK)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25'  # an older pip cannot resolve the extras
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --constraint $(LOCK) --editable '.[dev,s3]'
	@touch $@

demo: install  ## crawl a small MINA on this machine into data/
	$(BIN)/scrapy demo

test: install  ## the tests that need no root, no server of Debian and no patience (COVERAGE=1: with its floor, at twice the time)
ifdef COVERAGE
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(TESTS) -m 'not long'
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report
else
	$(BIN)/python -m pytest $(TESTS) -m 'not long'
endif

fuzz: $(VENV)/fuzzing  ## nasty input for ten minutes, or SECONDS=60; fails on what breaks a reader or takes a second
	$(BIN)/python -m fuzz --seconds $(or $(SECONDS),600)

$(VENV)/fuzzing: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --constraint $(LOCK) --editable '.[fuzz]'
	@touch $@

quality: install  ## how exactly articles are read, beside other extractors (QUICK=1: ours alone)
	$(BIN)/python -m quality --floors $(if $(QUICK),--count 200,--peers 150 --wordpress 300)

bench: install  ## what reading, starting and crawling cost, beside others (QUICK=1: in two minutes)
	$(BIN)/python -m bench $(if $(QUICK),--quick)

bench-compare: install  ## the same, beside the figures of an earlier revision: BASE=rev
	$(BIN)/python -m bench $(if $(QUICK),--quick) --base $(BASE)

check: install  ## format, lint, types, import layers, known vulnerabilities
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/scrapy-lint
	$(BIN)/python .ci/audit.py

test-services: install  ## the longest tests, and those against real servers: as root it installs these first
	bash tests/services/packages.sh
	$(BIN)/python -m pytest $(TESTS) -m long
	$(BIN)/python -m pytest tests/services

scrapyd: $(SCRAPYD)/installed  ## a scrapyd on this machine with the project deployed, for trying
	mkdir -p $(SCRAPYD)/home
	(export PATH=$(CURDIR)/$(SCRAPYD)/bin:$$PATH; for second in $$(seq 30); do \
	  sleep 1; scrapyd-deploy 2>/dev/null && exit; done; scrapyd-deploy) &  # in vain: then it says why
	cd $(SCRAPYD)/home && MINA_DATA_DIR=$(CURDIR)/data SCRAPYD=../bin/scrapyd exec $(CURDIR)/deploy/start-scrapyd

# Scrapyd wants an environment of its own. The project comes as an egg: only its requirements are kept.
$(SCRAPYD)/installed: pyproject.toml deploy/requirements.txt $(LOCK)
	$(PYTHON) -m venv $(SCRAPYD)
	$(SCRAPYD)/bin/python -m pip install --quiet --upgrade 'pip>=25'
	$(SCRAPYD)/bin/python -m pip install --quiet --constraint $(LOCK) '.[s3,postgres,monitor]' -r deploy/requirements.txt
	$(SCRAPYD)/bin/python -m pip uninstall --quiet --yes mina-crawler
	@touch $@

# What reads the bucket in the tests: s3fs wants another botocore than we do.
build/readers/installed: tests/services/readers/requirements.txt
	$(PYTHON) -m venv build/readers
	build/readers/bin/python -m pip install --quiet -r $<
	@touch $@

lock:  ## write the newest versions that fit into .ci/constraints.txt
	rm -rf $(VENV)/lock && $(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet --upgrade 'pip>=25'
	$(VENV)/lock/bin/python -m pip install --quiet '.[dev,fuzz,s3,postgres,monitor,deploy]'
	$(VENV)/lock/bin/python -m pip freeze --exclude mina-crawler > $(LOCK)
	rm -rf $(VENV)/lock

clean:  ## remove what these commands made, except data/
	rm -rf $(VENV) build dist *.egg-info .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
