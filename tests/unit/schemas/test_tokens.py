"""Secrets of tokens: long, bound to the token and the key, and kept as a hash only."""

from uuid import UUID

from schemas.tokens import hash_of, secret_of

TOKEN = UUID(int=7)


def test_a_secret_is_the_same_each_time_and_differs_by_token_and_by_key() -> None:
    secret = secret_of(TOKEN, "key")

    assert secret == secret_of(TOKEN, "key")
    assert secret not in {secret_of(UUID(int=8), "key"), secret_of(TOKEN, "other")}


def test_a_secret_has_256_bits_and_stands_in_a_link_as_it_is() -> None:
    secret = secret_of(TOKEN, "key")

    assert len(secret) == 43
    assert secret.replace("-", "").replace("_", "").isalnum()


def test_the_hash_does_not_tell_the_secret() -> None:
    secret = secret_of(TOKEN, "key")

    assert len(hash_of(secret)) == 64
    assert secret not in hash_of(secret)
