"""Secrets of invitations and resets: derived from the token's id, so that no event, log or table ever holds one."""

import base64
import hashlib
import hmac
from uuid import UUID


def secret_of(token_id: UUID, secret_key: str) -> str:
    """The 256-bit secret that stands in the mailed link: HMAC-SHA256 of the token's id, URL-safe."""
    digest = hmac.new(secret_key.encode(), b"token:" + token_id.bytes, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def hash_of(secret: str) -> str:
    """What is stored of a secret (a token's, or a session's): its SHA-256 in hexadecimals."""
    return hashlib.sha256(secret.encode()).hexdigest()
