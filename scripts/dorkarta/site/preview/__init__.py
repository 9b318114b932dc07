"""The site while it is edited: every page is made when it is asked for, and again after a change."""
