"""Mail: what is asked of whom and by when; written once per event and person, then posted."""
