"""What a file that is no text looks like, so that its refusal can say so."""

from __future__ import annotations

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM\x00", "a BMP picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"(\xb5/\xfd", "a zstandard archive"),
    (b"7z\xbc\xaf'\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"OggS", "a sound or film"),
    (b"ID3", "an MP3 sound"),
    (b"%!PS", "a PostScript file"),
)
_ZIPPED = ((b"word/", "a Word document"), (b"xl/", "an Excel table"), (b"ppt/", "a PowerPoint file"),
           (b"opendocument.text", "an OpenDocument text"), (b"epub", "an e-book"))  # fmt: skip
_HTML = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)
_CONTROLS = bytes(set(range(32)) - {*b"\t\n\v\f\r\x1b\x08\x1a"}) + b"\x7f"


def known_kind(data: bytes) -> str | None:
    """``a PDF`` and so on, by the first bytes; ``None`` for what may be text."""
    if data.startswith(b"PK\x03\x04"):
        head = data[:20_000]
        return next((name for mark, name in _ZIPPED if mark in head), "a zip archive")
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        return "a picture, sound or film"
    return next((name for mark, name in _MAGIC if data.startswith(mark)), None)


def looks_like_html(data: bytes) -> bool:
    """Whether it begins as an HTML page does."""
    return _HTML.match(data[:4000].removeprefix(b"\xef\xbb\xbf")) is not None


def is_binary(data: bytes) -> bool:
    """Whether bytes in an encoding of one or more bytes a letter (not UTF-16 or 32) can be no text."""
    sample = data[:65_536]
    if b"\x00" in data:
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(2, len(sample) // 100)
