"""What records must be, one rule a file; a rule yields diagnostics, printing is elsewhere."""
