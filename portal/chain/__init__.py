"""The chain of a report year: who supplies whom, who answered, what is missing, and how far the data covers it."""

from portal.chain.views import chain

__all__ = ["chain"]
