"""YAML files ⇄ the model, with file, line and column of every field."""
