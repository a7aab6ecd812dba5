"""What developers run: `python -m tools.score`, `python -m tools.gains`. No part of the package."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# The tools speak of this tree, whichever is installed.
if str(ROOT / "src") not in sys.path:
    sys.path.insert(0, str(ROOT / "src"))
