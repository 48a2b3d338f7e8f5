"""A supplier answers by its link or from its account: question by question, by file, or once more what it answered before."""

from portal.answering import (
    account_views,
    asks_views,
    earlier_views,
    file_views,
    given_views,
    link_views,
    other_views,
    question_views,
    sending_views,
)
from portal.answering.blueprint import answering

__all__ = [
    "account_views",
    "answering",
    "asks_views",
    "earlier_views",
    "file_views",
    "given_views",
    "link_views",
    "other_views",
    "question_views",
    "sending_views",
]
