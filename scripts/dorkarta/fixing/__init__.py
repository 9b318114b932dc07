"""Mending what is safe to mend: every change of a text is checked by reading it again."""
