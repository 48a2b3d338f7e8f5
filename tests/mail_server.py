"""A real SMTP server for tests: it keeps what it takes, can ask for STARTTLS and a login, and can do what servers do wrong."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import Enum, auto
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from deploy.dev.process import free_port
from schemas.clock import now

HOST = "localhost"
USER = "ketenspiegel"
PASSWORD = "right-password"


class Fault(Enum):
    """What goes wrong with the next mail."""

    HANGS = auto()
    DROPS_BEFORE_DATA = auto()
    DROPS_AFTER_DATA = auto()
    SENDER_REFUSED = auto()
    TOO_LARGE = auto()
    CONTENT_REFUSED = auto()
    BAD_GOODBYE = auto()
    NO_GOODBYE = auto()


@dataclass(frozen=True)
class Received:
    """One mail as the server took it: the addresses of the envelope and the message."""

    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage


@dataclass
class MailServer:
    """What a test holds: where the server is, what it took, and which addresses it refuses with which answer."""

    port: int
    certificate: Path | None = None
    received: list[Received] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    greylists: bool = False
    known: set[str] = field(default_factory=set)
    host: str = HOST

    def refuse(self, address: str, *, answer: str = "550 5.1.1 No such mailbox") -> None:
        """Answer this recipient so from now on; a 4xx answer asks for a later try."""
        self.refusals[address] = answer

    def accept(self, address: str) -> None:
        """Take mail for this recipient again."""
        self.refusals.pop(address, None)

    def to(self, address: str) -> list[EmailMessage]:
        """The messages for one recipient, oldest first."""
        return [mail.message for mail in self.received if address in mail.recipients]

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Called by aiosmtpd for the sender of each mail."""
        if self._is_now(Fault.SENDER_REFUSED):
            return "550 5.7.1 Sender not allowed"
        if self._is_now(Fault.TOO_LARGE):
            return "552 5.3.4 Message too big"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Called by aiosmtpd for each recipient."""
        if address in self.refusals:
            return self.refusals[address]
        if self.greylists and address not in self.known:
            self.known.add(address)
            return "451 4.7.1 Greylisted, come back later"
        if self._is_now(Fault.HANGS):
            await _for_ever()
        if self._is_now(Fault.DROPS_BEFORE_DATA):
            _drop(server)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Called by aiosmtpd for each mail."""
        if self._is_now(Fault.CONTENT_REFUSED):
            return "554 5.6.0 Content refused"
        message = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.received.append(Received(envelope.mail_from or "", tuple(envelope.rcpt_tos), message))
        if self._is_now(Fault.DROPS_AFTER_DATA):
            _drop(server)
        return "250 OK"

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Called by aiosmtpd when the client leaves."""
        if self._is_now(Fault.NO_GOODBYE):
            await _for_ever()
        return "421 4.3.2 Shutting down" if self._is_now(Fault.BAD_GOODBYE) else "221 Bye"

    def _is_now(self, fault: Fault) -> bool:
        if self.faults[:1] != [fault]:
            return False
        self.faults.pop(0)
        return True


async def _for_ever() -> None:
    """Answer nothing until the client gives up: aiosmtpd ends this when the connection is lost."""
    await asyncio.get_running_loop().create_future()


def _drop(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


@contextmanager
def a_mail_server() -> Iterator[MailServer]:
    """A server that takes mail from anybody on this machine."""
    server = MailServer(free_port())
    controller = Controller(server, hostname=HOST, port=server.port)
    controller.start()
    yield server
    controller.stop()


@contextmanager
def a_guarded_mail_server(folder: Path) -> Iterator[MailServer]:
    """A server that wants STARTTLS first and then USER and PASSWORD; its certificate is in the folder."""
    certificate, key = _a_certificate(folder)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    server = MailServer(free_port(), certificate=certificate)
    controller = Controller(
        server,
        hostname=HOST,
        port=server.port,
        tls_context=tls,
        require_starttls=True,
        authenticator=_known,
        auth_required=True,
    )
    controller.start()
    yield server
    controller.stop()


def _known(server: SMTP, session: Session, envelope: Envelope, mechanism: str, login: LoginPassword) -> AuthResult:
    return AuthResult(success=login == LoginPassword(USER.encode(), PASSWORD.encode()), handled=False)


def _a_certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now() - timedelta(days=1))
        .not_valid_after(now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "mail.crt", folder / "mail.key"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    pkcs8 = serialization.PrivateFormat.PKCS8
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, pkcs8, plain))
    return paths
