"""What the integration tests can ask for: an installation apart, one for each module."""

from collections.abc import Iterator

import pytest

from deploy.dev.broker import Broker
from tests.components import _create_database, _drop_database, _with_database
from tests.integration.history import History
from tests.integration.parts import Parts, installed_apart
from tests.mail_server import a_guarded_mail_server


@pytest.fixture(scope="module")
def parts(
    tmp_path_factory: pytest.TempPathFactory, postgres_owner: str, broker_of_this_module: Broker
) -> Iterator[Parts]:
    """An installation apart with a broker, database and mail server of this module alone."""
    folder = tmp_path_factory.mktemp("apart")
    name = _create_database(postgres_owner)
    with (
        a_guarded_mail_server(folder) as mail,
        installed_apart(_with_database(postgres_owner, name), broker_of_this_module, mail, folder) as made,
    ):
        yield made
    _drop_database(postgres_owner, name)


@pytest.fixture(scope="module")
def history(parts: Parts) -> History:
    """What this module's people asked, and were told."""
    return History(parts)
