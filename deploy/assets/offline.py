"""Build what checks reports without an installation, for the portal to offer: `python -m deploy.assets.offline [FOLDER]`.

That is the wheel, and the lock file with the hash of every package, the wheel's own included: one command installs all.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements-offline.lock"
OFFERED = ROOT / "portal" / "static" / "offline"


def build(folder: Path) -> Path:
    """The wheel and its lock file in this folder, instead of earlier ones; the wheel's place is given back."""
    for earlier in folder.glob("ketenspiegel-*.whl"):
        earlier.unlink()
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    own = f"./{wheel.name} \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    (folder / LOCK.name).write_text(LOCK.read_text(encoding="utf-8") + own, encoding="utf-8")
    return wheel


if __name__ == "__main__":
    print(build(Path(sys.argv[1]) if len(sys.argv) > 1 else OFFERED))
