# `make help` lists what a person may want; everything else is a step of those.
PYTHON ?= python3
WORKERS ?=
BASE_URL ?=
PORT ?= 8000
BIN := .venv/bin
PROFILES := $(BIN)/python -m generator
unexport PYTHONDONTWRITEBYTECODE # else every process of a test compiles the whole program
CORES := $(shell getconf _NPROCESSORS_ONLN)
PYTEST := TMPDIR="$$(sh scripts/find_tmpdir.sh)" $(BIN)/pytest --dist worksteal
QUICK := -m "not browser and not slow"
SLOW := -m "browser or slow" $$(grep -rlE "mark\.(browser|slow)" --include="test_*.py" tests) # others are not even imported
ADDRESS := $(if $(BASE_URL),--base-url $(BASE_URL))

.DEFAULT_GOAL := help
.PHONY: help site serve check test counted beside lines slow test-fast lint style format golden edits drawings messages \
  reference bench bench-short clean lock

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

site: .venv/runtime ## Build the site into site/ (BASE_URL=https://… for another address; with CI set, bytes are compared)
	$(PROFILES) build $(ADDRESS) $(if $(WORKERS),--workers $(WORKERS)) $(if $(CI),--verify)

serve: .venv/runtime ## Preview while you write: every save appears in the browser
	$(PROFILES) serve --port $(PORT) $(ADDRESS)

check: .venv/runtime ## Check data and prose without writing anything
	$(PROFILES) check $(ADDRESS)

lint: style ## Run the linters, the layer check and the type checker
	$(BIN)/mypy

style: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

test: style ## Lint and run every test, browser included: first the quick ones, whose lines are counted, then the slow
	@$(MAKE) --no-print-directory -j 2 counted beside
	@$(MAKE) --no-print-directory -j 2 slow lines

counted:
	$(PYTEST) -n $(CORES) $(QUICK) --cov --cov-report= --cov-fail-under=0

beside: # types are checked and the world is built, for the tests that need it, while others run; said in one piece
	@told="$$($(BIN)/mypy 2>&1 && $(PROFILES) build 2>&1)"; code=$$?; printf '%s\n' "$$told"; exit $$code

lines:
	@$(BIN)/coverage report

slow:
	CHROMIUM="$$(sh scripts/find_chromium.sh)" && export CHROMIUM && \
	$(PYTEST) -n $$(($(CORES) + 1)) --durations=25 $(SLOW) # a browser is often waited for

test-fast: .venv/dev ## Run the quick tests: those that need neither browser nor the whole site
	$(PYTEST) -n $(CORES) $(QUICK)

golden: .venv/dev ## Write the golden files anew; read the diff before you commit it
	UPDATE_GOLDEN=1 $(BIN)/pytest -m "not browser and not slow" tests

edits: .venv/dev ## Edit, kill and build at random, and compare with clean builds (EDITS=500, SEED=7)
	EDITS=$(or $(EDITS),200) SEED=$(or $(SEED),1) $(BIN)/pytest tests/property/test_random_edits.py -n 0 -s

drawings: .venv/dev ## Draw every chart directly and by way of Vega, and compare the bytes
	$(BIN)/python -m scripts.compare_drawings

messages: .venv/dev ## Collect the strings for readers into generator/locale/messages.pot
	sh scripts/extract_messages.sh

reference: .venv/dev ## Write docs/reference/ from the program
	$(BIN)/python -m scripts.write_reference

bench: .venv/runtime ## Time builds and previews within one run (ARGS="--countries 50 217 1000 --world --peers --against REVISION")
	$(BIN)/python -m scripts.bench $(ARGS)

bench-short: .venv/runtime
	$(BIN)/python -m scripts.bench --short

format: .venv/dev ## Format the code
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

lock: .venv/dev ## Resolve requirements/*.in anew, with hashes
	$(BIN)/python -m pip install --quiet uv
	for name in runtime dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --upgrade requirements/$$name.in --output-file requirements/$$name.txt; done

clean: ## Remove the environment, the caches and the site
	rm -rf .venv .cache site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .build.lock .site.* .coverage*

.venv/runtime: requirements/runtime.txt
	sh scripts/make_environment.sh "$(PYTHON)" requirements/runtime.txt && touch $@

.venv/dev: requirements/dev.txt
	sh scripts/make_environment.sh "$(PYTHON)" requirements/dev.txt && touch $@ .venv/runtime
