"""Drafts: the text of new records, written for an editor who goes on from there."""
