"""The brief as a Word document: real headings, lists and page numbers, A4, and the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from communique.brief.extra import needed
from communique.brief.model import Brief, BriefGroup, BriefLine, CitedReport, Kind
from communique.brief.saying import cut, last_day
from communique.brief.written import footer, keys, quoted, reference, subtitle

_FACE = "Cambria"
_INK, _ACCENT, _QUIET, _ALARM, _OLD, _NEW = "1C1F24", "1F3A5F", "5B626D", "9C1F1F", "8A4B4B", "1D5C3A"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip archive can tell: no clock is in the file."""
_PROPERTY = 250
"""What a file says of itself has no more than 255 letters each."""
_COLOURS: dict[Kind, str] = {"note": _QUIET, "alert": _ALARM, "warning": _ALARM, "old": _OLD, "new": _NEW}


def as_word(brief: Brief) -> bytes:
    """The brief as .docx. Raises ``ExtraMissing`` where ``communique[brief]`` is not installed."""
    docx = needed("docx", "a Word document")
    document = docx.Document()
    _page(docx, document, brief)
    _styles(docx, document)
    document.add_paragraph(brief.title, style="Title")
    document.add_paragraph(subtitle(brief), style="Subtitle")
    for sentence in brief.unknown:
        document.add_paragraph(sentence, style="Intense Quote")
    for section in brief.sections:
        document.add_heading(section.title, 1)
        if section.nothing:
            document.add_paragraph(section.nothing, style="Caption")
        for group in section.groups:
            _group(docx, document, group)
        if section.note:
            document.add_paragraph(section.note, style="Caption")
    if brief.sources:
        document.add_heading("Sources", 1)
        _columns(docx, document, 2)
        for source in brief.sources:
            _source(docx, document, source)
        _columns(docx, document, 1)  # the two before are made of one length where another section follows
    return _still(document)


def _group(docx: Any, document: Any, group: BriefGroup) -> None:
    if group.title:
        document.add_heading(group.title, 2)
    for line in group.lines:
        _line(docx, document.add_paragraph(style="List Bullet"), line)
    if group.more:
        document.add_paragraph(group.more, style="Caption")


def _line(docx: Any, paragraph: Any, line: BriefLine) -> None:
    for text, kind in quoted(line):
        run = paragraph.add_run(text)
        run.bold = True if kind in ("strong", "alert") else None
        run.font.strike = True if kind == "old" else None
        run.font.underline = True if kind == "new" else None
        if kind in ("note", "warning"):
            run.font.size = docx.shared.Pt(8)
        if kind in _COLOURS:
            run.font.color.rgb = docx.shared.RGBColor.from_string(_COLOURS[kind])
    cited = paragraph.add_run(f"\u00a0[{keys(line)}]")
    cited.font.size = docx.shared.Pt(7)
    cited.font.color.rgb = docx.shared.RGBColor.from_string(_ACCENT)


def _source(docx: Any, document: Any, source: CitedReport) -> None:
    paragraph = document.add_paragraph(style="Bibliography")
    paragraph.add_run(f"{source.number}\t").bold = True
    paragraph.add_run(f"{reference(source)}. {source.where}")
    for one in source.citations:
        if not one.told:
            key = paragraph.add_run(f" {one.key}\u00a0")
            key.font.color.rgb = docx.shared.RGBColor.from_string(_ACCENT)
            words = paragraph.add_run(f"“{one.quote}”")
            words.font.color.rgb = docx.shared.RGBColor.from_string(_QUIET)


def _page(docx: Any, document: Any, brief: Brief) -> None:
    """A4, its foot with the number of the page, and what the file says of itself."""
    section = document.sections[0]
    section.page_width, section.page_height = docx.shared.Mm(210), docx.shared.Mm(297)
    section.left_margin = section.right_margin = docx.shared.Mm(17)
    section.top_margin = section.bottom_margin = docx.shared.Mm(14)
    section.footer_distance = docx.shared.Mm(7)
    foot = section.footer.paragraphs[0]
    foot.paragraph_format.tab_stops.add_tab_stop(docx.shared.Mm(176), docx.enum.text.WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{footer(brief)}\t")
    _field(docx, foot, "PAGE")
    foot.add_run(" / ")
    _field(docx, foot, "NUMPAGES")
    about, day = document.core_properties, datetime.fromisoformat(last_day(brief.as_of or "1970-01-01"))
    about.title, about.author, about.language = cut(brief.title, _PROPERTY), "communique", "en-GB"
    about.comments = cut(subtitle(brief), _PROPERTY)
    about.created = about.modified = day
    about.last_modified_by, about.revision = "communique", 1


def _columns(docx: Any, document: Any, number: int) -> None:
    """What follows stands in so many columns, on the same page."""
    section = document.add_section(docx.enum.section.WD_SECTION.CONTINUOUS)
    columns = section._sectPr.find(docx.oxml.ns.qn("w:cols"))
    columns.set(docx.oxml.ns.qn("w:num"), str(number))
    columns.set(docx.oxml.ns.qn("w:space"), "340")


def _field(docx: Any, paragraph: Any, name: str) -> None:
    """A number that Word counts itself."""
    run = paragraph.add_run()
    for tag, words in (("begin", None), (None, name), ("end", None)):
        if tag:
            part = docx.oxml.OxmlElement("w:fldChar")
            part.set(docx.oxml.ns.qn("w:fldCharType"), tag)
        else:
            part = docx.oxml.OxmlElement("w:instrText")
            part.text = words
        run._r.append(part)


def _styles(docx: Any, document: Any) -> None:
    """The look of the built-in styles, so that whoever edits the document finds what they know."""
    bibliography = document.styles.add_style("Bibliography", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    bibliography.base_style = document.styles["Normal"]
    for name, size, colour, before, after in (
        ("Normal", 9, _INK, 0, 2), ("Title", 17, _ACCENT, 0, 2), ("Subtitle", 9, _QUIET, 0, 3),
        ("Heading 1", 10.5, _ACCENT, 6, 1.5), ("Heading 2", 9, _ACCENT, 2, 0.5), ("List Bullet", 9, _INK, 0, 1),
        ("Caption", 7.5, _QUIET, 0, 1), ("Intense Quote", 9, _ALARM, 2, 2), ("Bibliography", 7, _INK, 0, 2),
        ("Footer", 7.5, _QUIET, 0, 0),
    ):  # fmt: skip
        style = document.styles[name]
        style.font.name, style.font.size = _FACE, docx.shared.Pt(size)
        style.font.color.rgb = docx.shared.RGBColor.from_string(colour)
        _faces(docx, style)
        style.paragraph_format.space_before, style.paragraph_format.space_after = map(docx.shared.Pt, (before, after))
        style.paragraph_format.line_spacing = 1.0
    spacing = document.styles["Subtitle"].element.rPr.find(docx.oxml.ns.qn("w:spacing"))
    if spacing is not None:  # the template's wide letters
        document.styles["Subtitle"].element.rPr.remove(spacing)
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    bullets = document.styles["List Bullet"].paragraph_format
    bullets.left_indent, bullets.first_line_indent = docx.shared.Mm(4), docx.shared.Mm(-4)
    bullets.tab_stops.add_tab_stop(docx.shared.Mm(4))
    document.styles["Subtitle"].font.italic = document.styles["Caption"].font.bold = False
    document.styles["Heading 2"].font.italic, document.styles["Heading 2"].font.bold = True, False
    document.styles["Intense Quote"].paragraph_format.left_indent = docx.shared.Mm(0)
    bibliography.paragraph_format.left_indent = docx.shared.Mm(6)
    bibliography.paragraph_format.first_line_indent = docx.shared.Mm(-6)


def _faces(docx: Any, style: Any) -> None:
    """The face for all scripts but those of East Asia, which Word finds its own for; none of the template's theme."""
    qn = docx.oxml.ns.qn
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), _FACE)


def _still(document: Any) -> bytes:
    """The file without the times at which its parts were packed."""
    packed, still = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, parts.read(name))
    return still.getvalue()
