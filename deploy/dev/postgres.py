"""A private PostgreSQL cluster for development and tests: start, stop, kill, status, with the roles of production."""

import hashlib
import os
import pwd
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import click
import psutil
import psycopg
from psycopg import sql

from deploy.dev.process import VAR, MissingComponent, ServiceFailed, ended, free_port, poll

PORT = 15432
HOME = VAR / "dev" / "postgres"
PACKAGE = "postgresql"
SUPERUSER = "postgres"

SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
port = {port}
timezone = 'UTC'
max_connections = 100
log_min_duration_statement = 1000
"""
UNFLUSHED = "-c fsync=off -c full_page_writes=off"


class Role(StrEnum):
    """Who may connect: the owner migrates, the two sides hold what its grants give them."""

    OWNER = "ketenspiegel"
    PORTAL = "ketenspiegel_portal"
    WORKERS = "ketenspiegel_workers"


@dataclass(frozen=True)
class Postgres:
    """One cluster: its folder (data, log, password) and its port."""

    home: Path
    port: int

    @classmethod
    def at(cls, home: Path, *, port: int = 0) -> "Postgres":
        """The cluster of this folder; port 0 takes a free one the first time and keeps to it afterwards."""
        place = _reachable(home.resolve())
        return cls(place, port or _known_port(place) or free_port())

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "postgres.log"

    def url(self, role: str = Role.OWNER, *, database: str = "ketenspiegel") -> str:
        """The address for SQLAlchemy and psycopg, with the password in it."""
        return f"postgresql+psycopg://{role}:{self._password}@127.0.0.1:{self.port}/{database}"

    @property
    def pid(self) -> int | None:
        """The id of the living server, from the file that the server itself keeps; none if it does not run."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split()[0])
            ours = str(self.data) in psutil.Process(pid).cmdline()
        except (FileNotFoundError, IndexError, ValueError, psutil.NoSuchProcess):
            return None
        return pid if ours else None

    def start(self, *, flushing: bool = True) -> None:
        """Make the cluster if there is none, start it and wait until it answers; a running one is left alone.

        Without flushing nothing is lost when the server is killed, but all may be when the machine stops.
        """
        if self.pid is None:
            self._create_once()
            self._settle()
            extra = () if flushing else ("-o", UNFLUSHED)
            self._run("pg_ctl", "start", "-w", "-t", "60", "-D", str(self.data), "-l", str(self.log), *extra)
        self._create_roles_once()

    def stop(self) -> None:
        """End it in an orderly way; sessions that are open are cut."""
        if self.pid is not None:
            self._run("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(self.data))

    def kill(self) -> None:
        """End the server and all its sessions at once; the next start recovers from its journal."""
        if self.pid is None:
            return
        server = psutil.Process(self.pid)
        family = [server, *server.children(recursive=True)]
        server.send_signal(signal.SIGKILL)
        if not poll(lambda: all(ended(one) for one in family), within=30):
            raise ServiceFailed(f"PostgreSQL in {self.home} left processes behind.")
        # A dead server that nobody has buried yet still holds its lock in the eyes of the next one.
        (self.data / "postmaster.pid").unlink()

    def answers(self) -> bool:
        """Whether a session can be had and a question is answered."""
        try:
            with self._superuser() as session:
                return session.execute("SELECT 1").fetchone() == (1,)
        except psycopg.OperationalError:
            return False

    def _create_once(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        self.home.mkdir(parents=True, exist_ok=True)
        password = self.home / "password"
        password.touch(mode=0o600)
        password.write_text(secrets.token_urlsafe(18))
        _give_to_server(self.home)
        secret = ["-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile", str(password)]
        self._run("initdb", "-D", str(self.data), "-E", "UTF8", "--locale=C.UTF-8", *secret)

    def _settle(self) -> None:
        settings = self.data / "ketenspiegel.conf"
        settings.write_text(SETTINGS.format(port=self.port))
        main = self.data / "postgresql.conf"
        if settings.name not in main.read_text():
            main.write_text(f"{main.read_text()}\ninclude '{settings.name}'\n")
        _give_to_server(settings)

    def _create_roles_once(self) -> None:
        if not poll(self.answers, within=30):
            raise ServiceFailed(f"PostgreSQL in {self.home} does not answer; see {self.log}.")
        with self._superuser() as session:
            known = {name for (name,) in session.execute("SELECT rolname FROM pg_roles")}
            for role in (role for role in Role if role not in known):
                rights = sql.SQL("CREATEDB" if role is Role.OWNER else "NOCREATEDB")
                create = sql.SQL("CREATE ROLE {} LOGIN {} PASSWORD {}")
                session.execute(create.format(sql.Identifier(role), rights, sql.Literal(self._password)))
            # Without it the owner cannot drop a test's database while another role, or autovacuum, is still in it.
            session.execute(sql.SQL("GRANT pg_signal_backend TO {}").format(sql.Identifier(Role.OWNER)))
            if session.execute("SELECT 1 FROM pg_database WHERE datname = 'ketenspiegel'").fetchone() is None:
                session.execute("CREATE DATABASE ketenspiegel OWNER ketenspiegel")

    @property
    def _password(self) -> str:
        return (self.home / "password").read_text()

    def _superuser(self) -> psycopg.Connection[tuple[object, ...]]:
        address = self.url(SUPERUSER, database="postgres").replace("+psycopg", "")
        return psycopg.connect(address, connect_timeout=2, autocommit=True)

    def _run(self, name: str, *arguments: str) -> None:
        command = [*_as_server(), str(_binaries() / name), *arguments]
        # The server inherits our output: a file, since a pipe would stay open for as long as it lives.
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd="/", check=False)
            said.seek(0)
            if done.returncode != 0:
                raise ServiceFailed(f"'{name}' failed.\n{said.read()}{_tail(self.log)}")


def _binaries() -> Path:
    """Where Debian's newest server lives, else the place of whatever server is on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("postgres")
    if not found and on_path is None:
        raise MissingComponent(f"PostgreSQL's server is not on this machine (Debian package {PACKAGE}).")
    return found[-1].parent if found else Path(on_path or "").resolve().parent


def _server_account() -> pwd.struct_passwd | None:
    """The account that the server runs as when we are root, for it refuses root; none when we are somebody already."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError as absent:
        raise MissingComponent(f"The account 'postgres' is not on this machine (Debian package {PACKAGE}).") from absent


def _as_server() -> list[str]:
    account = _server_account()
    return ["runuser", "-u", account.pw_name, "--"] if account else []


def _give_to_server(path: Path) -> None:
    account = _server_account()
    if account is not None:
        for each in (path, *path.rglob("*")):
            os.chown(each, account.pw_uid, account.pw_gid)


def _reachable(home: Path) -> Path:
    """The folder itself, or a twin under /var/tmp where the server's account may not enter one of its parents."""
    closed = [parent for parent in home.parents if parent.exists() and not parent.stat().st_mode & 0o001]
    if os.geteuid() != 0 or not closed:
        return home
    return Path("/var/tmp") / f"ketenspiegel-{hashlib.sha256(str(home).encode()).hexdigest()[:16]}"  # noqa: S108


def _known_port(home: Path) -> int | None:
    settings = home / "data" / "ketenspiegel.conf"
    port = re.search(r"^port = (\d+)", settings.read_text(), re.MULTILINE) if settings.exists() else None
    return int(port[1]) if port else None


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-20:]) if log.exists() else ""


@click.group(help=__doc__)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=HOME, help="Folder it lives in.")
@click.option(
    "--port", type=int, default=None, help=f"Port to listen on ({PORT} in its own folder); 0 takes a free one."
)
@click.pass_context
def main(context: click.Context, data: Path, port: int | None) -> None:
    default = PORT if data == HOME else 0
    context.obj = Postgres.at(data, port=default if port is None else port)


@main.command()
@click.option(
    "--unflushed", is_flag=True, help="Wait for no disk: for data that need not outlive this machine's uptime."
)
@click.pass_obj
def start(postgres: Postgres, *, unflushed: bool) -> None:
    """Start it and print the owner's address once it answers."""
    postgres.start(flushing=not unflushed)
    click.echo(postgres.url())


@main.command()
@click.pass_obj
def stop(postgres: Postgres) -> None:
    """End it in an orderly way."""
    postgres.stop()


@main.command()
@click.pass_obj
def kill(postgres: Postgres) -> None:
    """End it at once; a next start recovers the data."""
    postgres.kill()


@main.command()
@click.pass_obj
def status(postgres: Postgres) -> None:
    """Print the address of each role if it answers; exit 1 if not."""
    answers = postgres.pid is not None and postgres.answers()
    click.echo("\n".join(postgres.url(role) for role in Role) if answers else "not running")
    sys.exit(0 if answers else 1)


if __name__ == "__main__":
    try:
        main()
    except (MissingComponent, ServiceFailed) as trouble:
        print(trouble, file=sys.stderr)
        sys.exit(3 if isinstance(trouble, MissingComponent) else 1)
