# Everything a newcomer or a gate needs. `make` alone lists it.
# GNU make 4, a POSIX shell, Python 3.11 or newer; the rest is installed in .venv/ from the locks.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/sh
.SHELLFLAGS := -eu -c

PYTHON ?= python3
PORT ?= 8000
WORKERS ?= auto
FUZZ_SECONDS ?= 60

VENV := .venv
BIN := $(VENV)/bin
DOSSIER = $(patsubst %/dossier.toml,%,$(wildcard examples/*/dossier.toml))
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links

.PHONY: help demo serve test check eval bench soak lock clean

help: ## list what can be made
	@printf 'Rode Draad: every promise of a municipality, from budget to report.\n\n'
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS='	' read -r target text; do \
		printf '  make %-7s %s\n' "$$target" "$$text"; done
	@printf '\nSettings: PYTHON=%s PORT=%s WORKERS=%s FUZZ_SECONDS=%s\n' \
		'$(PYTHON)' '$(PORT)' '$(WORKERS)' '$(FUZZ_SECONDS)'

demo: $(VENV)/.run ## build the example dossier, print its summary and serve its site until stopped
	$(BIN)/rodedraad build '$(DOSSIER)'
	$(BIN)/rodedraad serve '$(DOSSIER)' --port $(PORT)

serve: $(VENV)/.run ## serve the site of the example dossier as it was last built
	$(BIN)/rodedraad serve '$(DOSSIER)' --port $(PORT)

test: check ## run every check and every test, in a browser too
	$(BIN)/python tools/chromium.py
	$(BIN)/pytest -n $(WORKERS) --dist worksteal --cov

check: $(VENV)/.dev ## run the linters only: style, format, types, the table of rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --num-workers auto
	$(BIN)/lint-imports --no-cache

eval: $(VENV)/.dev ## measure the recognition and the links against people's judgements
	$(BIN)/python -m tests.evaluation.run

eval-threads: $(VENV)/.dev ## measure the links alone, beside plain ways to rank
	$(BIN)/python -m tests.evaluation.threads.run

bench: $(VENV)/.dev ## measure the speed beside that of others, and what much input takes
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.scale
	$(BIN)/python -m benchmarks.corpus
	$(BIN)/python -m benchmarks.printing
	$(BIN)/python -m benchmarks.site
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.disclosure

soak: $(VENV)/.dev ## run the tests that take minutes: large input, files changed at random
	FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/pytest -n $(WORKERS) -m slow

lock: $(VENV)/.dev ## refresh the locks to the newest versions that pyproject.toml allows
	$(LOCK) --upgrade --group build pyproject.toml --output-file requirements/run.lock
	$(LOCK) --upgrade --group dev pyproject.toml --constraint requirements/run.lock --output-file requirements/dev.lock
	$(LOCK) --upgrade --group build --extra semantic pyproject.toml --constraint requirements/run.lock --output-file requirements/semantic.lock
	$(LOCK) --upgrade --group build --extra corpus pyproject.toml --constraint requirements/run.lock --constraint requirements/dev.lock --output-file requirements/corpus.lock
	$(LOCK) --upgrade --group build --extra cluster pyproject.toml --constraint requirements/run.lock --constraint requirements/dev.lock --output-file requirements/cluster.lock

clean: ## remove what was made: the virtual environment, builds and caches
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* src/*.egg-info
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .cache
	rm -rf examples/*/build
	find src tests benchmarks examples tools -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# A stamp is newer than its lock, so a second run installs nothing and a changed lock installs again.
$(VENV)/.python:
	@PYTHON='$(PYTHON)' tools/venv.sh $(VENV)
	@touch $@

$(VENV)/.run: requirements/run.lock pyproject.toml $(VENV)/.python
	@echo 'Installing what Rode Draad runs on (requirements/run.lock) …'
	@$(PIP) install --require-hashes --requirement requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.run
	@echo 'Installing what its tests need (requirements/dev.lock) …'
	@$(PIP) install --require-hashes --requirement requirements/dev.lock
	@touch $@
