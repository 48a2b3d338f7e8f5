"""The demo: two invented provinces, two holders, a chain of six suppliers and their reports, made by code."""
