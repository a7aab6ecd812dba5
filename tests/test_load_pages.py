import pytest

from communique.errors import EmptyInput, UnreadableInput
from communique.load import load_path

PARAGRAPH = "The President of Kazakhstan met the Foreign Minister of China in Astana, and the two agreed to cooperate further in trade."
HTML = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks in Astana</title>
<meta property="og:site_name" content="Steppe Herald"><meta property="article:published_time" content="2024-05-21T10:00:00+05:00">
</head><body><nav><a href="/">Home</a> <a href="/about">About us</a></nav><article><h1>Talks in Astana</h1>
<p>{PARAGRAPH}</p><p>He said that “Malacañang” and 北京 were ready &amp; willing to do so, and that ties were good.</p>
<p>{PARAGRAPH}</p></article><footer>Copyright, cookies, privacy</footer></body></html>"""


def write(folder, name, text):
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_html_gives_the_article_and_what_the_page_says_of_itself(tmp_path):
    report = load_path(write(tmp_path, "a.html", HTML))
    assert PARAGRAPH in report.text
    assert "ready & willing" in report.text
    assert "About us" not in report.text
    assert (report.title, report.outlet, report.published) == ("Talks in Astana", "Steppe Herald", "2024-05-21")


def test_a_sidecar_wins_over_the_page(tmp_path):
    (tmp_path / "a.meta.json").write_text('{"title": "Mine"}')
    assert load_path(write(tmp_path, "a.htm", HTML)).title == "Mine"


@pytest.mark.parametrize("encoding", ["gb18030", "cp1252"])
def test_the_charset_that_a_page_declares(tmp_path, encoding):
    page = HTML.replace("utf-8", encoding).replace("北京", "Beijing")
    assert "“Malacañang”" in load_path(write(tmp_path, "a.html", page.encode(encoding))).text


def test_a_page_without_an_article(tmp_path):
    with pytest.raises(EmptyInput, match="no article"):
        load_path(write(tmp_path, "a.html", "<html><body></body></html>"))


def test_html_under_another_name_is_said(tmp_path):
    with pytest.raises(UnreadableInput, match=r"ends in \.html"):
        load_path(write(tmp_path, "a.txt", HTML))


def test_the_same_page_gives_the_same_report(tmp_path):
    file = write(tmp_path, "a.html", HTML)
    assert load_path(file) == load_path(file)


def test_markdown_gives_plain_text(tmp_path):
    text = f"# Talks *in* Astana\n\n{PARAGRAPH}\nHe **thanked** [China](http://x.test) for `it`.\n\n- one <b>thing</b>\n- another\n"
    report = load_path(write(tmp_path, "a.md", text))
    assert report.title == "Talks in Astana"
    assert report.text == f"Talks in Astana\n\n{PARAGRAPH}\nHe thanked China for it.\n\none thing\n\nanother"


def test_front_matter_is_metadata(tmp_path):
    text = f'---\ntitle: "Front: matter"\ndate: 2024-05-21\nlang: en\ntags:\n  - a\n---\n# Head\n\n{PARAGRAPH}\n'
    report = load_path(write(tmp_path, "a.md", text))
    assert (report.title, report.published, report.language) == ("Front: matter", "2024-05-21", "en")
    assert report.text.startswith("Head")
