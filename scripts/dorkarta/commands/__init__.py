"""The commands of `dorkarta`, a file each: they read what was asked for and say what came of it; no logic."""
