"""The load room: paths in, ``Report``s out. It decodes and unpacks, and never interprets what a text says.

load_path(path)                     one file, or raises an InputError
load_paths(paths, on_fault=...)     files, folders, "-" for standard input; faults are handed over, the rest goes on
load_text(text, **metadata)         a text that is already in memory
load_bytes(data, name, **metadata)  a file that is not on this disk: an upload
"""

from communique.load._limits import MAX_SIZE
from communique.load._paths import find_sources
from communique.load._reports import load_bytes, load_path, load_paths, load_source, load_text

__all__ = ["MAX_SIZE", "find_sources", "load_bytes", "load_path", "load_paths", "load_source", "load_text"]
