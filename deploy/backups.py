"""Backup and restore: the database first, then the files that it names, so that no row is without its file."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from schemas.settings import Settings
from schemas.store import Files, reading
from schemas.store.sweep import missing_files

SQLITE_COPY = "ketenspiegel.db"
POSTGRES_COPY = "ketenspiegel.dump"
FILES = "files"


class BackupRefused(Exception):
    """Why nothing was written."""


def back_up(settings: Settings, files: Files, folder: Path) -> str:
    """Write database and files to a new folder; tells in both languages what was written."""
    if folder.exists() and any(folder.iterdir()):
        raise BackupRefused(f"{folder} is niet leeg; er is niets geschreven. / is not empty; nothing was written.")
    (folder / FILES).mkdir(parents=True, exist_ok=True)
    if settings.database.startswith("sqlite"):
        _copy_sqlite(_path(settings.database), folder / SQLITE_COPY)
    else:
        _postgres("pg_dump", "--format=custom", f"--file={folder / POSTGRES_COPY}", _libpq(settings.database))
    number = 0
    for lying in files.lying():
        with files.open(lying.sha256) as original, (folder / FILES / lying.sha256).open("wb") as copy:
            shutil.copyfileobj(original, copy)
        number += 1
    return f"{number} bestanden en de database staan in {folder}. / {number} files and the database are in {folder}."


def bring_back(settings: Settings, files: Files, folder: Path) -> str:
    """Bring a backup back into an empty installation; each file is checked against its name, which is its sha256."""
    if settings.database.startswith("sqlite"):
        _restore_sqlite(folder / SQLITE_COPY, _path(settings.database))
    else:
        source = folder / POSTGRES_COPY
        _postgres("pg_restore", "--no-owner", f"--dbname={_libpq(settings.database)}", str(source))
    damaged = [path.name for path in sorted((folder / FILES).iterdir()) if not _kept(files, path)]
    with reading() as session:
        missing = missing_files(session, files)
    if damaged or missing:
        listed = ", ".join([*damaged, *missing])
        raise BackupRefused(f"Beschadigd of weg: {listed} / Damaged or missing: {listed}")
    return "Alles staat terug en is heel. / All is back and whole."


def _kept(files: Files, path: Path) -> bool:
    with path.open("rb") as stream:
        return files.keep(stream).sha256 == path.name


def _copy_sqlite(source: Path, target: Path) -> None:
    """SQLite's own online copy: whole, also while people are at work."""
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)


def _restore_sqlite(source: Path, target: Path) -> None:
    if not source.exists():
        raise BackupRefused(f"{source} ontbreekt. / is missing.")
    if target.exists():
        raise BackupRefused(f"{target} bestaat al; er is niets veranderd. / exists; nothing was changed.")
    target.parent.mkdir(parents=True, exist_ok=True)
    _copy_sqlite(source, target)


def _path(database: str) -> Path:
    return Path(make_url(database).database or "")


def _libpq(database: str) -> str:
    """The address as PostgreSQL's own programs take it."""
    return make_url(database).set(drivername="postgresql").render_as_string(hide_password=False)


def _postgres(program: str, *arguments: str) -> None:
    if shutil.which(program) is None:
        raise BackupRefused(f"{program} ontbreekt op deze machine. / is not on this machine.")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackupRefused(f"{program}: {done.stderr.strip()}")
