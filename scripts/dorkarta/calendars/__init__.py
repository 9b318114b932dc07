"""Planned activities in time."""
