# What people and the checks run. `make run` and `make test` set up what they need; a second time they start at once.
#
#   make run      set up and serve the app with the demo community on 127.0.0.1:8501
#   make test     set up and run every test
#   make setup    only set up; leaves .venv/bin/coach
#   make gate     measure the playbook against its committed baseline
#   make check    formatting, lint, types, import directions, what must not be in the tree
#
# Needs Python 3.11 or newer, git, make and a package registry.

PYTHON ?= python3
PORT ?= 8501
PYTEST_ARGS ?=
UPGRADE ?=

UV := .tools/bin/uv
BIN := .venv/bin
IN := --python $(BIN)/python
EMBEDDER_SOURCES := tools/build_embedder.py $(wildcard tools/minilm_graph/*.py)
RECOGNISER_SOURCES := tools/build_recogniser.py tools/recogniser/learned.py tools/recogniser/learned.npz \
  $(wildcard tools/minilm_graph/*.py)
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DELETE_ON_ERROR:
.PHONY: run test setup check format bench gate lock wheel wheel-check clean

run: setup
	@$(BIN)/coach serve --demo --port $(PORT)

test: setup
	@$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

setup: .tools/installed coach/_minilm/manifest.json coach/_recogniser/manifest.json

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_tree.py

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup
	$(BIN)/python tools/bench.py

# The playbook over all evaluation cases, against the committed baseline; `coach eval gate --refresh` agrees to a change.
gate: setup
	@$(BIN)/coach eval gate

# -- setting up: each step leaves its mark only once it is done ---------------------------------------------------

.tools/bin/uv: requirements-tools.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Coach needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
	  echo "$(PYTHON) comes without venv. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up: the installer"
	@rm -rf .tools
	@$(PYTHON) -m venv .tools
	@.tools/bin/python -m pip install --quiet --only-binary :all: --require-hashes -r requirements-tools.lock || { \
	  rm -rf .tools; exit 1; }
	@touch $@

.venv/pyvenv.cfg: | .tools/bin/uv
	@$(UV) venv --quiet --clear --python .tools/bin/python .venv

.tools/installed: requirements.lock pyproject.toml coach/_version.py .venv/pyvenv.cfg | .tools/bin/uv
	@echo "Setting up: the packages (about 1.4 GB on disk)"
	@rm -f $@
	@$(UV) pip sync --quiet $(IN) --require-hashes requirements.lock
	@$(UV) pip install --quiet $(IN) --no-deps --no-build-isolation --offline --editable .
	@touch $@

coach/_minilm/manifest.json: $(EMBEDDER_SOURCES) | .tools/installed
	@echo "Setting up: the embedder"
	@$(BIN)/python tools/build_embedder.py --out coach/_minilm
	@touch $@

coach/_recogniser/manifest.json: $(RECOGNISER_SOURCES) | .tools/installed
	@echo "Setting up: the recogniser"
	@$(BIN)/python tools/build_recogniser.py --out coach/_recogniser
	@touch $@

# -- locking and packing ------------------------------------------------------------------------------------------

# Pins stay as they are unless asked: make lock UPGRADE=--upgrade
lock: .tools/bin/uv
	$(COMPILE) $(UPGRADE) --extra evals --group build --group dev -o requirements.lock pyproject.toml
	$(COMPILE) -c requirements.lock --no-annotate -o requirements-runtime.lock pyproject.toml
	$(COMPILE) $(UPGRADE) --group tools -o requirements-tools.lock

wheel: setup
	@rm -rf dist
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

# Installs the wheel into an empty environment and works with it from a folder that tries to get in the way.
wheel-check: setup
	@$(BIN)/python -m pytest -m wheel tests/packaging $(PYTEST_ARGS)

clean:
	rm -rf .tools .venv .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis \
	  .coverage htmlcov dist build test-results coach/_minilm coach/_recogniser
	find coach ui evals tests tools -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
