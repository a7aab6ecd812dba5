"""The codebook: ours with the user's files over it, section by section, each checked against its model.

A file holds sections, a section entries by id::

    offices:
      prime-minister: {words: [Prime Minister, Premier], rank: head-of-government}
      +foreign-minister: {words: [Chief Diplomat]}      # adds to ours
      governor: off                                     # switches ours off

An entry of a later file replaces the entry of the same id as a whole; ``+id`` adds to it (lists grow, mappings are
joined, anything else is replaced); ``off`` takes it away. Ours are read when a section is first asked for, a user's
at once, so that they hear of all that is wrong before any report is read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from communique.errors import CodebookError
from communique.knowledge import yaml_nodes
from communique.knowledge.complaints import Problem, duplicates, repeated, sentences
from communique.knowledge.sections import SECTIONS, model_of, nearest

OURS = Path(__file__).resolve().parent.parent / "codebook"
"""The folder of our own files."""

_TOP_LEVEL = re.compile(r"^([^\s#:'\"\[\]{}-][^:\n]*):(?=\s|$)", re.MULTILINE)


class _File:
    """One file, parsed when first needed. ``faults`` are (line, sentence)."""

    def __init__(self, path: Path, ours: bool) -> None:
        self.path, self.ours = path, ours
        self.name = path.name
        self.shown = path.name if ours else str(path)
        self.faults: list[yaml_nodes.Problem] = []
        self._tree: tuple[yaml.Node | None, dict[str, Any]] | None = None
        try:
            self.raw = path.read_bytes()
            self.text = self.raw.decode("utf-8-sig")
        except OSError as error:
            self.raw, self.text = b"", ""
            self.faults.append((1, f"the file cannot be read: {error.strerror or error}"))
        except UnicodeDecodeError as error:
            self.text = ""
            self.faults.append((self.raw[: error.start].count(b"\n") + 1, "the file is not in UTF-8"))
        self.sections = [name.strip() for name in _TOP_LEVEL.findall(self.text)]

    def tree(self) -> tuple[yaml.Node | None, dict[str, Any]]:
        """The root node and its value; what is wrong with the file as YAML is in ``faults`` afterwards."""
        if self._tree is None:
            self._tree = None, {}
            try:
                with yaml_nodes.uncollected():
                    root, faults = yaml_nodes.compose(self.text)
                    self.faults += faults
                    value = yaml_nodes.value_of(root, self.faults) if root is not None else {}
            except RecursionError:
                root, value = None, {}
                self.faults.append((1, "this YAML is nested too deeply, or contains itself"))
            if isinstance(value, dict):
                self._tree = root, value
            elif value is not None:
                self.faults.append((1, "a codebook file holds sections: `offices:` and below it entries by id"))
        return self._tree


class Codebook:
    """All that the reader knows. ``section`` gives the entries, ``rule`` the name that records carry."""

    def __init__(self, files: Sequence[_File], paths: tuple[Path, ...]) -> None:
        self._files = files
        self._paths = paths
        self._sections: dict[str, Mapping[str, Any]] = {}
        self._homes: dict[str, dict[str, _File]] = {}
        self._memo: dict[str, Any] = {}

    @property
    def theirs(self) -> list[_File]:
        """The user's own files."""
        return [file for file in self._files if not file.ours]

    def __reduce__(self) -> tuple[Any, ...]:
        return load_codebook, (self._paths,)

    @property
    def digest(self) -> str:
        """A hash of the files' names and contents: the same codebook has the same digest on every machine."""
        if "digest" not in self._memo:
            whole = hashlib.sha256()
            for file in self._files:
                whole.update(hashlib.sha256(file.name.encode() + b"\0" + file.raw).digest())
            self._memo["digest"] = whole.hexdigest()[:16]
        return str(self._memo["digest"])

    def section(self, name: str) -> Mapping[str, Any]:
        """The entries of a section by id, in the files' order; each is an instance of the section's model.

        ``KeyError`` where there is no such section, ``CodebookError`` where its entries are wrong.
        """
        if name not in self._sections:
            model_of(name)
            problems: list[Problem] = []
            self._read_section(name, problems)
            if problems:
                raise CodebookError(sorted(set(problems)))
        return self._sections[name]

    def rule(self, section: str, entry: str) -> str:
        """The name by which a record's ``rule`` tells that this entry made it: ``file.yaml/id``."""
        self.section(section)
        return f"{self._homes[section][entry].name}/{entry}"

    def memo(self, key: str, make: Any) -> Any:
        """``make(self)``, made once: for tables that a layer builds from the codebook (tries, matchers)."""
        if key not in self._memo:
            self._memo[key] = make(self)
        return self._memo[key]

    def problems(self) -> list[Problem]:
        """What is wrong: with the YAML, the sections' names, and the entries of all sections that the user's files
        have; of all there are where there are no such files.
        """
        problems: list[Problem] = []
        wanted = {name for file in self.theirs for name in file.sections} if self._paths else set(SECTIONS)
        for file in self._files:
            if not file.ours or wanted.intersection(file.sections) or not set(file.sections) <= set(SECTIONS):
                problems += self._unknown_sections(file)
        for name in SECTIONS:
            if name in wanted and any(name in file.sections for file in self._files):
                self._read_section(name, problems)
        return sorted(set(problems))

    def repetitions(self) -> list[Problem]:
        """Words that stand twice in one list: nothing is read otherwise for it, so a codebook that has them is taken.

        As with ``problems`` of the sections that the user's files have; of all where there are no such files. Sections
        with problems are left out.
        """
        wanted = {name for file in self.theirs for name in file.sections} if self._paths else set(SECTIONS)
        out: list[Problem] = []
        for name in SECTIONS:
            if name in wanted and name in self._sections:
                homes = self._homes[name]
                for key, path, text in repeated(self._sections[name]):
                    out.append((homes[key].shown, _line(homes[key], name, key, path), text))
        return sorted(set(out))

    @staticmethod
    def _unknown_sections(file: _File) -> list[Problem]:
        root, value = file.tree()
        out: list[Problem] = [(file.shown, line, text) for line, text in file.faults]
        for name in value:
            if name not in SECTIONS and root is not None:
                line = yaml_nodes.line_at(root, [name])
                out.append((file.shown, line, f"there is no section `{name}`{nearest(name, list(SECTIONS))}"))
        return out

    def _read_section(self, name: str, problems: list[Problem]) -> None:
        raw: dict[str, Any] = {}
        homes: dict[str, _File] = {}
        for file in self._files:
            if name in file.sections or file.faults:
                self._lay(name, file, raw, homes, problems)
        model = model_of(name)
        adapter = TypeAdapter(model)
        entries: dict[str, Any] = {}
        for key, value in raw.items():
            try:
                entries[key] = adapter.validate_python(value)
            except ValidationError as error:
                home = homes[key]
                problems += [
                    (home.shown, _line(home, name, key, at), text) for at, text in sentences(error, key, model)
                ]
        for key, path, text in duplicates(model, entries):
            problems.append((homes[key].shown, _line(homes[key], name, key, path), text))
        self._sections[name] = MappingProxyType(entries)
        self._homes[name] = homes
        if problems:
            del self._sections[name]

    @staticmethod
    def _lay(name: str, file: _File, raw: dict[str, Any], homes: dict[str, _File], problems: list[Problem]) -> None:
        """Lay one file's entries over what the files before it said."""
        root, value = file.tree()
        problems += [(file.shown, line, text) for line, text in file.faults]
        entries = value.get(name)
        if root is None or entries is None:
            return
        if not isinstance(entries, dict):
            problems.append((file.shown, yaml_nodes.line_at(root, [name]), f"`{name}` must hold entries by id"))
            return
        for key, entry in entries.items():
            line = yaml_nodes.line_at(root, [name, key])
            plain = key[1:] if key.startswith("+") else key
            switched_off = entry is None or entry is False or entry == "off"
            if (switched_off or plain != key) and plain not in raw:
                problems.append((file.shown, line, f"`{name}` has no entry `{plain}`{nearest(plain, list(raw))}"))
            elif switched_off:
                del raw[plain], homes[plain]
            elif plain in raw and homes[plain].ours and file.ours:
                problems.append((file.shown, line, f"`{plain}` is already in {homes[plain].name}"))
            else:
                raw[plain] = _joined(raw[plain], entry) if plain != key else entry
                homes[plain] = file


def _joined(old: Any, new: Any) -> Any:
    """``new`` added to ``old``: lists grow, mappings are joined, anything else is replaced."""
    if isinstance(old, list) and isinstance(new, list):
        return old + [item for item in new if item not in old]
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: _joined(old[key], value) if key in old else value for key, value in new.items()}}
    return new


def _line(file: _File, section: str, entry: str, path: Sequence[Any]) -> int:
    """The line of what ``path`` leads to in an entry, or of its key where there is no such thing in it."""
    root = file.tree()[0]
    entries = yaml_nodes.child(root, section)[1] if root is not None else None
    for key in (entry, f"+{entry}"):
        key_node, value = yaml_nodes.child(entries, key) if entries is not None else (None, None)
        if key_node is not None and value is not None:
            found = bool(path) and yaml_nodes.child(value, path[0])[0] is not None
            return yaml_nodes.line_at(value, path) if found else yaml_nodes.line_of(key_node)
    return 1


@lru_cache(maxsize=1)
def _ours() -> tuple[_File, ...]:
    return tuple(_File(path, ours=True) for path in sorted(OURS.glob("*.yaml")))


@lru_cache(maxsize=8)
def _load(paths: tuple[Path, ...]) -> Codebook:
    book = Codebook([*_ours(), *(_File(path, ours=False) for path in paths)], paths)
    if book.theirs:
        problems = book.problems()
        if problems:
            raise CodebookError(problems)
    return book


def load_codebook(files: Sequence[Path | str] = ()) -> Codebook:
    """Our codebook with the user's ``files`` over it, each over those before. ``CodebookError`` lists all problems."""
    return _load(tuple(Path(file) for file in files))


def check_codebook(files: Sequence[Path | str] = ()) -> list[Problem]:
    """What is wrong with the user's ``files`` laid over ours, or with ours where there are none: (file, line, text)."""
    paths = tuple(Path(file) for file in files)
    book = Codebook([*_ours(), *(_File(path, ours=False) for path in paths)], paths)
    return sorted({*book.problems(), *book.repetitions()})
