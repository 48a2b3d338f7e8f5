# What one does with Ketenspiegel; `make help` lists it.
.DEFAULT_GOAL := help
BIN := .venv/bin
TESTS ?= tests

.PHONY: help setup run test lint format look bench faults lock wheel services services-stop clean-safe

help: ## list all targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | while IFS="$$(printf '\t')" read -r name what; do printf '  make %-14s %s\n' "$$name" "$$what"; done

setup: ## install everything into .venv and build the static assets; fast when done already
	@deploy/dev/setup

run: setup ## start Ketenspiegel on this machine with demo data; prints the address and the accounts
	$(BIN)/ketenspiegel run

test: setup ## lint, start a broker and a database, run all tests on them, stop them (TESTS=path for some)
	@deploy/dev/test "$(TESTS)"

lint: setup ## check format, style, types and the laws between the rooms
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/reuse lint --quiet
	$(BIN)/hadolint deploy/Dockerfile
	PATH="$$PATH:$(CURDIR)/$(BIN)" deploy/dev/lint/node_modules/.bin/dclint --max-warnings 0 -c deploy/dev/lint/dclint.json deploy/compose.yaml

format: setup ## put the code in the agreed format and mend what can be mended safely
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

look: setup ## write contact sheets of every page, document and mail to var/look
	$(BIN)/python -m tests.look

bench: setup ## measure, beside the peers, and print
	$(BIN)/python -m tests.bench

faults: setup ## the long faults, on a real broker and database
	@MARK=slow deploy/dev/test "$(TESTS)"

lock: setup ## resolve the lock files anew; those for development and for checking offline keep to the one for production
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --extra server --extra s3 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --extra server --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 -c requirements.lock pyproject.toml -o requirements-offline.lock

wheel: setup ## build what checks reports without an installation, for the portal to offer
	$(BIN)/python -m deploy.assets.offline

services: setup ## start a broker and a database that stay, for running single tests
	$(BIN)/python -m deploy.dev.broker start
	$(BIN)/python -m deploy.dev.postgres start

services-stop: setup ## stop them again
	$(BIN)/python -m deploy.dev.broker stop
	$(BIN)/python -m deploy.dev.postgres stop

clean-safe: ## remove the tools' caches; data, downloads and .venv stay
	rm -rf .mypy_cache .ruff_cache .import_linter_cache .hypothesis
