"""News: a worker that waits hears of a commit by somebody else, and is not woken for nothing."""

from collections.abc import Iterator

import pytest

from schemas.settings import Settings
from schemas.store import engine_of, reading
from tests.installations import a_duty
from workers.adapters.news import News


@pytest.fixture
def news(installation: Settings) -> Iterator[News]:
    made = News(engine_of(installation.database))
    yield made
    made.close()


def test_the_first_time_there_may_be_something(news: News) -> None:
    assert news.came()


def test_nothing_came_while_nobody_wrote(news: News) -> None:
    news.came()

    assert not news.came()


def test_who_only_reads_makes_no_news(news: News) -> None:
    news.came()

    with reading() as session:
        session.connection()

    assert not news.came()


def test_a_commit_is_news_once(news: News) -> None:
    news.came()

    a_duty()

    assert (news.came(), news.came()) == (True, False)


def test_there_may_be_something_again_after_the_connection_was_let_go(news: News) -> None:
    news.came()
    news.close()

    assert news.came()


@pytest.mark.postgres
def test_a_database_that_does_not_tell_is_looked_at_every_time(on_postgres: Settings) -> None:
    news = News(engine_of(on_postgres.database))

    assert (news.came(), news.came()) == (True, True)
