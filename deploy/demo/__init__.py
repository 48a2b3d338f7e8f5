"""The demo: two invented provinces, two holders, a chain of seventeen suppliers and their reports, made by code."""
