"""What happened to a report, in order: every step dated and attributed."""
