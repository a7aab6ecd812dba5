"""``python -m communique.cli``, for when the script is not on the path."""

import sys

from communique.cli import main

sys.exit(main())
