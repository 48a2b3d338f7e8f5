"""A supplier answers by its link, without an account: question by question, by file, or once more what it answered before."""

from portal.answering import (
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
    "answering",
    "earlier_views",
    "file_views",
    "given_views",
    "link_views",
    "other_views",
    "question_views",
    "sending_views",
]
