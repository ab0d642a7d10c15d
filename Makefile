# `make` checks the article and runs the notebooks; `make test` runs the tests; `make lab` opens JupyterLab on a workspace of your own.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
PEERS := .venv-benchmarks
ARTICLE ?= weilidai
ARGS ?=

.PHONY: all test lab docs benchmark lock clean help

all: $(READY)  ## validate, judge, run the notebooks, write the page, print the headline
	@$(VENV)/bin/claimbook build $(ARTICLE)

test: $(READY) $(VENV)/.tests  ## check format, lint and types, run the tests, print the coverage
	@$(VENV)/bin/ruff format --check --quiet
	@$(VENV)/bin/ruff check --quiet
	@$(VENV)/bin/mypy
	@$(VENV)/bin/python -m pytest --numprocesses auto --cov --cov-report term:skip-covered

docs: $(READY)  ## rewrite what is generated in the README and the codebook
	@$(VENV)/bin/python -m docs.blocks

lab: $(READY)  ## open JupyterLab on a workspace of your own, workspace/, which git ignores (.venv/bin/claimbook lab: on this one)
	@test -d workspace || $(VENV)/bin/claimbook init workspace --example
	@$(VENV)/bin/claimbook lab --workspace workspace -- $(ARGS)

benchmark: $(READY) $(VENV)/.tests $(PEERS)/.ready  ## compare the extractor and the search with others, measure the page (ARGS="--quick --only accuracy", for example)
	@$(VENV)/bin/python -m benchmarks $(ARGS)

$(VENV)/.tests: tests/requirements.lock $(READY)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.lock
	@sh tests/install-browser.sh
	@touch $@

$(PEERS)/.ready: benchmarks/requirements.lock benchmarks/requirements-old.lock
	@test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	@test -x $(PEERS)/old/bin/python || $(PYTHON) -m venv $(PEERS)/old
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/requirements.lock
	@$(PEERS)/old/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/requirements-old.lock
	@touch $@

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Claimbook needs Python 3.11 or newer; set PYTHON=python3.x")'
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements.lock
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

lock:  ## pin the newest versions (needs uv)
	for name in requirements requirements-old; do uv pip compile benchmarks/$$name.in --python-version 3.11 \
	  --generate-hashes --no-header --quiet --output-file benchmarks/$$name.lock; done
	uv pip compile pyproject.toml --extra all --group build --universal --python-version 3.11 --generate-hashes --no-header \
	  --quiet --output-file requirements.lock
	uv pip compile tests/requirements.in --group test -c requirements.lock --universal --python-version 3.11 \
	  --generate-hashes --no-header --quiet --output-file tests/requirements.lock

clean:  ## remove the environments and build/
	rm -rf $(VENV) $(PEERS) build

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/:/'
