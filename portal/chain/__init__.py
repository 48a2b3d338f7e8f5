"""The chain of a report year: who supplies whom, who answered, what is missing, and how far the data covers it."""

from portal.chain import answer_views, views
from portal.chain.blueprint import chain

__all__ = ["answer_views", "chain", "views"]
