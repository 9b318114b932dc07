"""Laws of Russian typing and the damage that scans do to texts; pure."""
