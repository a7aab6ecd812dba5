"""Read texts with the communique that PYTHONPATH leads to: the child process of `tools.gains`.

Paths come on standard input, one a line as JSON; for each goes out one line of JSON with its text and records, or its
fault. Stands alone, since it also runs beside older revisions. Exit code 3: this revision has no reader.
"""

import json
import sys
from pathlib import Path

NO_READER = 3


def main() -> int:
    """Read what standard input names."""
    try:
        from communique.load import load_path
        from communique.read import Reader
    except ImportError as fault:
        print(fault, file=sys.stderr)
        return NO_READER
    reader = Reader()
    print(json.dumps({"reader": str(Path(sys.modules["communique.read"].__file__ or ""))}))
    for line in sys.stdin:
        path = json.loads(line)
        try:
            report = load_path(Path(path))
            reading = reader.read_report(report)
            records = [record.model_dump(mode="json") for record in reading.records()]
            partly = "; ".join(fault.problem for fault in getattr(reading, "faults", ()))
            told = {"path": path, "text": report.text, "records": records, "fault": partly or None}
        except Exception as fault:  # noqa: BLE001 - told for this report, and the rest goes on
            told = {"path": path, "fault": f"{type(fault).__name__}: {fault}"}
        print(json.dumps(told), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
