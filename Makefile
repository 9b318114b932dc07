# Everything sets up what it needs by itself: Python 3.11+, git and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint unit bench lock clean

help: ## Что можно сделать
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

site: $(READY) ## Собрать сайт в папку site/
	@$(BIN)/dorkarta build
	@echo "Посмотреть: $(PYTHON) -m http.server -d site, затем открыть http://127.0.0.1:8000/"

serve: $(READY) ## Показывать сайт и обновлять его при каждой правке
	@$(BIN)/dorkarta serve

check: $(READY) ## Проверить записи
	@$(BIN)/dorkarta check

test: lint unit ## Проверить всё: стиль, типы, стрелки, тесты

lint: $(READY)
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

unit: $(READY)
	@$(BIN)/pytest -q -n auto

bench: $(READY) ## Измерить скорость
	@$(BIN)/python scripts/benchmarks/deadlines.py

lock: ## Обновить requirements.lock
	@uv pip compile pyproject.toml --group dev --generate-hashes --no-emit-index-url --universal \
	  --python-version 3.11 --upgrade --quiet --custom-compile-command "make lock" -o requirements.lock

clean: ## Удалить всё собранное
	rm -rf $(VENV) .cache site .site.new .site.old .mypy_cache .ruff_cache .pytest_cache .hypothesis scripts/*.egg-info

$(READY): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
