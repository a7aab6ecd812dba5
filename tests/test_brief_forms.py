"""The forms of a brief: whole, the same each time, and deaf to what a report would have them do."""

import io
import re
import sys
import zipfile
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from brief_pages import first, hostile, ledger, many, met, report, second, stances
from communique.brief import Brief, BriefGroup, BriefLine, BriefRun, BriefSection, Citation, make_brief, pdf
from communique.brief.pdf import uncovered
from communique.errors import ExtraMissing

docx = pytest.importorskip("docx")
typst = pytest.importorskip("typst")
ALLOWED = {
    "article", "header", "section", "h1", "h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "strong", "b", "bdi", "span", "del",
    "ins", "a",
}  # fmt: skip
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def brief():
    with ledger(first(), second(), hostile()) as opened:
        return make_brief(opened, "PER", "NOR")


class Seen(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.attributes, self.words, self.ids, self.links = [], set(), "", [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.words += data


def test_a_fragment_has_classes_only_and_nothing_of_a_report_is_markup_in_it(brief):
    seen = Seen(brief.to_fragment())
    assert set(seen.elements) <= ALLOWED
    assert seen.attributes <= {"class", "id", "href", "lang", "aria-labelledby"}
    assert SCRIPT in seen.words
    assert "{{ 7*7 }}" in seen.words
    assert "49" not in seen.words
    assert len(set(seen.ids)) == len(seen.ids)
    assert {link.removeprefix("#") for link in seen.links} <= set(seen.ids)


def test_a_fragment_links_to_reports_where_it_is_told_how_and_starts_at_a_level(brief):
    fragment = brief.to_fragment(level=2, href=lambda report: f"/reports/{report}?a=1&b=2")
    links = [link for link in Seen(fragment).links if not link.startswith("#")]
    assert links == [f"/reports/{one.report}?a=1&b=2" for one in brief.sources]
    assert "<h2" in fragment
    assert "<h1" not in fragment


def test_a_page_is_whole_by_itself_and_loads_and_runs_nothing(brief):
    page = brief.to_html()
    seen = Seen(page)
    assert set(seen.elements) <= ALLOWED | {"html", "head", "meta", "title", "style", "body"}
    assert page.count("<style>") == 1
    assert "default-src 'none'" in page
    assert not re.search(r"@import|url\(", page)
    assert "@page { size: A4" in page


def test_markdown_says_what_a_report_says_and_does_nothing_of_it(brief):
    text = brief.to_markdown()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    inline = [part for token in tokens for part in token.children or ()]
    assert {token.type for token in tokens} <= {
        "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "bullet_list_open", "list_item_open",
        "list_item_close", "bullet_list_close", "ordered_list_open", "ordered_list_close",
    }  # fmt: skip
    assert not {part.type for part in inline} & {"link_open", "html_inline", "image"}
    shown = "".join(part.content for part in inline)
    assert "*bold* _it_ ~~no~~ [link](javascript:alert(3)) {{ 7*7 }}" in shown
    assert "`code`" in shown
    assert SCRIPT in shown


@pytest.mark.parametrize("outlet", ["- a list", "1. a list", "+ a list", "# a head", "> a quote", "=== a head"])
def test_an_outlet_begins_no_list(outlet):
    with ledger(report("2031-01-01", "PER", [met("They met", "2031-01-01")], outlet=outlet)) as opened:
        text = make_brief(opened, "PER", "NOR").to_markdown()
    tokens = MarkdownIt().parse(text)
    assert [one.type for one in tokens].count("ordered_list_open") == 1
    assert f"{outlet} (PER), 1 January 2031" in "".join(part.content for one in tokens for part in one.children or ())


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        ((("8 June", "strong"), (". In Lima - again", "plain")), "- **8 June**. In Lima - again [1a]"),
        ((("16", "plain"), (". item", "plain")), "- 16\\. item [1a]"),
        ((("2031", "strong"), ("-32", "plain")), "- **2031**-32 [1a]"),
    ],
)
def test_only_what_begins_a_line_is_kept_from_beginning_a_list(runs, written):
    citation = Citation("1a", 1, "r", None, None, None, "words", 0, 5, told=True)
    line = BriefLine(tuple(BriefRun(*one) for one in runs), (citation,))
    section = BriefSection("x", "X", (BriefGroup(None, (line,)),))
    brief = Brief("PER", "NOR", ("Peru", "Norway"), "2031", None, "", (), (section,), ())
    assert written in brief.to_markdown().splitlines()


def test_what_has_no_end_is_cut_and_what_has_no_date_is_told():
    endless = "Very " * 50_000 + "Long"
    opened = ledger(report(None, "PER", [met(f"{endless} met", None, participants=(endless, "Ana Quispe"))],
                           title=endless, outlet=endless, path=f"/{endless}"))  # fmt: skip
    with opened:
        brief = make_brief(opened, "PER", "NOR")
        assert len(brief.to_markdown()) < 5_000
        assert brief.to_word()
        assert brief.to_html()
        assert brief.to_pdf()


def test_a_word_document_has_headings_lists_page_numbers_and_a4(brief):
    document = docx.Document(io.BytesIO(brief.to_word()))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    heads = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert heads == [*(part.title for part in brief.sections), "Sources"]
    assert {"Title", "Subtitle", "Heading 2", "List Bullet", "Bibliography"} <= set(styles)
    assert (round(document.sections[0].page_width.mm), round(document.sections[0].page_height.mm)) == (210, 297)
    foot = document.sections[0].footer._element.xml
    assert "PAGE" in foot
    assert "NUMPAGES" in foot
    assert document.core_properties.created == datetime(2031, 3, 1, tzinfo=UTC)
    assert any(SCRIPT in paragraph.text for paragraph in document.paragraphs)


def test_all_forms_are_the_same_bytes_each_time(brief, monkeypatch):
    import time

    forms = (Brief.to_markdown, Brief.to_html, Brief.to_word, Brief.to_pdf)
    made = [form(brief) for form in forms]
    later = time.time() + 86_400 * 400
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(later))
    assert [form(brief) for form in forms] == made
    parts = zipfile.ZipFile(io.BytesIO(made[2])).infolist()
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}


def test_the_pdf_evaluates_nothing_and_has_two_pages_however_much_there_is(brief):
    assert brief.to_pdf().startswith(b"%PDF-"), "#panic in a report would end it"
    much = ledger(
        first(), second(), many(), stances("2031-05-01", "PER", "supports"), stances("2031-05-02", "NOR", "backs")
    )
    with much as opened:
        assert pages(make_brief(opened, "PER", "NOR")) == 2
    assert pages(brief) <= 2


def pages(brief):
    template = (pdf.files("communique.brief") / "templates" / "brief.typ").read_bytes()
    inputs = {"brief": pdf.json.dumps(pdf._data(brief))}
    return pdf._pages(typst, template, inputs, pdf._SIZES[0])


WORDS = {
    "vi": "Nguyễn Phú Trọng, Đặng Thị Ngọc Thịnh, ữ ệ ặ", "tr": "Erdoğan, Işık, Şimşek, Çiğdem, İnönü",
    "pl": "Łódź, Małgorzata, Zażółć gęślą jaźń", "kk": "Қазақстан Республикасы, әғқңөұүһі", "ka": "x",
}  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "tr", "pl", "kk"])
def test_the_letters_of_many_languages_are_in_the_fonts_that_come_along(language):
    with ledger(spoken(WORDS[language])) as opened:
        brief = make_brief(opened, "PER", "NOR")
    assert WORDS[language] in brief.to_markdown()
    assert uncovered(brief) == ()
    assert brief.to_pdf().startswith(b"%PDF-")


def test_letters_that_no_font_has_are_told_not_hidden(monkeypatch):
    with ledger(spoken("会谈 was held, ไทย")) as opened:
        brief = make_brief(opened, "PER", "NOR")
    real = pdf._covered
    monkeypatch.setattr(pdf, "_covered", lambda letters: letters.isascii() or ("会" not in letters and real(letters)))
    assert "CJK" in uncovered(brief)
    data = pdf._without(pdf._data(brief), pdf._lacking(pdf._letters(pdf._data(brief))))
    assert "会" not in pdf.json.dumps(data, ensure_ascii=False)
    assert "\ufffd" in pdf.json.dumps(data, ensure_ascii=False)
    assert brief.to_pdf().startswith(b"%PDF-")
    assert "会谈" in brief.to_markdown()


def spoken(words):
    return report("2031-01-01", "PER", [met(f"{words} in Lima", "2031-01-01", participants=("Ana Quispe",))])


@pytest.mark.parametrize(
    ("form", "module"), [(Brief.to_pdf, "typst"), (Brief.to_word, "docx"), (Brief.to_html, "markupsafe")]
)
def test_without_the_extra_it_says_what_to_install(brief, form, module, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExtraMissing, match=r"pip install 'communique\[brief\]'; Markdown"):
        form(brief)
    assert brief.to_markdown()


def test_an_empty_brief_is_written_in_every_form():
    with ledger(
        second(), report("2031-01-01", "TCD", [met("They met", "2031-01-01", parties=("TCD", "FRA"))])
    ) as opened:
        brief = make_brief(opened, "NOR", "TCD")
    assert "No meeting of the two is in the ledger." in brief.to_markdown()
    assert "No meeting of the two is in the ledger." in brief.to_html()
    assert brief.to_word()
    assert brief.to_pdf().startswith(b"%PDF-")
