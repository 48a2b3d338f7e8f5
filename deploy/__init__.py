"""Composition: the command line, the embedded run and the parts for production."""
