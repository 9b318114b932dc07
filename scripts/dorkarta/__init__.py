"""Dorkarta: roadmaps of support for schools, from YAML in git to a searchable site."""
