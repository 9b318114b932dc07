"""Records → view models → blocks of HTML."""
