# Two commands on a fresh machine: `make demo` and `make test`. Both set up everything they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
OUT := demo

.PHONY: setup demo serve test check format lint types gate lock browser clean

setup: $(STAMP)

$(STAMP): requirements.lock bootstrap.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bootstrap.lock
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip sync --quiet --require-hashes requirements.lock bootstrap.lock
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -c 'import spacy, natasha, datasette, networkx, sqlite_utils, trafilatura, pypdfium2, docx, vl_convert'
	touch $(STAMP)

demo: setup
	mkdir -p $(OUT)
	$(BIN)/kb build --db $(OUT)/kb.db
	$(BIN)/kb indicators load --shipped --db $(OUT)/kb.db
	$(BIN)/kb graph --db $(OUT)/kb.db --format gexf -o $(OUT)/memberships.gexf
	$(BIN)/kb timeline --db $(OUT)/kb.db --format csv > $(OUT)/timeline.csv
	$(BIN)/kb summary --db $(OUT)/kb.db
	@echo "Open it:  make serve"

serve: setup
	test -f $(OUT)/kb.db || $(MAKE) demo
	$(BIN)/kb serve --db $(OUT)/kb.db

browser: setup
	$(BIN)/python tests/chromium.py

test: browser
	$(BIN)/python -m pytest

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

# What .ci/run runs, and nothing else.
check: lint types test

# Rewrites the lock; names no registry host, so any mirror serves it.
lock: setup
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --extra dev --no-emit-index-url --no-header -o requirements.lock pyproject.toml
	echo "uv==0.13.8" | $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header -o bootstrap.lock -

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .pytest_cache .ruff_cache
