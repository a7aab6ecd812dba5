# What a person needs: `make demo`, `make test`. Everything runs in .venv, made from the lock the first time.
PYTHON ?= python3
VENV   ?= .venv
# What `make gains` compares with.
BASE   ?= HEAD

BIN    := $(VENV)/bin
LOCK   := requirements/lock.txt
STAMP  := $(VENV)/.made-from-$(shell cat $(LOCK) pyproject.toml 2>/dev/null | cksum | cut -d ' ' -f 1)

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types pytest gains score score-heldout storylines bench bench-ledger bench-kills bench-web docs lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(STAMP): $(LOCK) pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	rm -f $(VENV)/.made-from-*
	touch $@

demo: $(STAMP) ## read the samples: one report with its evidence marked, tables, what a ledger of them tells, what to try next
	@BIN=$(BIN) $(BIN)/python -m tools.demo

test: lint types pytest ## all checks, as CI runs them

lint: $(STAMP) ## style and common mistakes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(STAMP) ## put the code into the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(STAMP) ## types
	$(BIN)/mypy

pytest: $(STAMP)
	$(BIN)/pytest -q -n auto --dist loadfile

gains: $(STAMP) ## records gained, lost and changed against BASE (default: the last commit)
	$(BIN)/python -m tools.gains --base $(BASE)

score: $(STAMP) ## the figures on the reports that rules may be made from
	$(BIN)/python -m tools.score --groups seeds,worked-on

score-heldout: $(STAMP) ## the figures of all groups, the held-out one too: rarely (HELDOUT.md)
	$(BIN)/python -m tools.score

storylines: $(STAMP) ## what the ledger makes of connected reports, against what people expect
	-$(BIN)/python -m tools.storylines --set shared
	@for set in dev later elsewhere ordinary plain wide fresh unread further dense open sealed kept full; do $(BIN)/python -m tools.storylines --set $$set || exit 1; done

bench: $(STAMP) ## speed and memory against the bare spaCy pipeline
	$(BIN)/python -m benchmarks

bench-ledger: $(STAMP) ## every question of a ledger with 100,000 and 1,000,000 statements (an hour or more, 3 GB in build/)
	$(BIN)/python -m benchmarks.ledger --statements 100000 1000000 --where build/ledgers

bench-kills: $(STAMP) ## 100 kills at random instants of adding 300 reports
	$(BIN)/python -m benchmarks.kills

bench-web: $(STAMP) ## fifty readers and five editors for a minute; server time of each page (LEDGER=FILE)
	$(BIN)/python -m benchmarks.web crowd
	test -z "$(LEDGER)" || $(BIN)/python -m benchmarks.web pages $(LEDGER)

docs: $(STAMP) ## write docs/cli.md, docs/records.md, the schema and the README's examples anew
	$(BIN)/python docs/generate.py

lock: ## resolve the dependencies anew and write the lock with hashes
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --upgrade --python-version 3.11 \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" \
		--extra all --group pyproject.toml:dev --output-file $(LOCK) pyproject.toml

clean: ## remove what can be made again, .venv too
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} +
