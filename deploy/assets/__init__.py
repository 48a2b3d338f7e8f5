"""Fonts for pages and documents, and the accessibility checker for the tests: fetched at build, never at run time."""
