"""The improvement plan of a concession: its pages, for both sides."""
