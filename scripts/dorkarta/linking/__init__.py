"""Which planned activity an entry of a report means: proposals with a score; nothing is decided here."""
