import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import InputError, UnreadableInput
from communique.load import load_path
from communique.load._decode import decode

LATIN = "President Luiz Inácio da Silva met Ms. Buenviaje at Malacañang — “a milestone” in the two countries’ ties, he said."
CHINESE = (
    "President Xi Jinping (习近平) met “friends” in Beijing. The two sides agreed to uphold the one-China principle."
)
LONG_CHINESE = "国家主席在北京同哈萨克斯坦总统举行会谈。两国元首一致同意深化合作。" * 5
LONG_RUSSIAN = (
    "Президент России провёл переговоры с Президентом Казахстана. Стороны договорились о сотрудничестве. " * 3
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (LATIN, "utf-8"), (LATIN, "utf-8-sig"), (LATIN, "utf-16"), (LATIN, "utf-16-le"), (LATIN, "utf-16-be"),
        (LATIN, "utf-32"), (LATIN, "utf-32-le"), (LATIN, "utf-32-be"), (LATIN, "cp1252"), (LATIN, "gb18030"),
        (CHINESE, "utf-8"), (CHINESE, "utf-16"), (CHINESE, "gb18030"), (CHINESE, "gbk"),
        (LONG_CHINESE, "gb18030"), (LONG_CHINESE, "utf-16-be"), (LONG_RUSSIAN, "cp1251"),
    ],
)  # fmt: skip
def test_right_letter_by_letter(text, encoding):
    data = text.encode(encoding)
    if encoding == "utf-16-be" and text is LONG_CHINESE:
        data = b"\xfe\xff" + data
    assert decode(data, "x") == text


def test_letters_that_could_be_of_two_encodings_are_refused_not_guessed():
    text = (
        "Minister Radosław Sikorski and Mr. Paweł Żółkiewski met in Warsaw and agreed to deepen cooperation in trade."
    )
    with pytest.raises(UnreadableInput, match="UTF-8"):
        decode(text.encode("cp1250"), "x")


@pytest.mark.parametrize("cut", [b"\xe2\x80", b"\xff\xff"])
def test_damaged_utf8_is_not_taken_for_something_else(cut):
    with pytest.raises(UnreadableInput, match="broken letter at byte"):
        decode(LATIN.encode() + cut, "x")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (b"PK\x03\x04\x14\x00\x08\x00word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\x00\x08\x00data.bin", "a zip archive"),
        (b"{\\rtf1\\ansi hello}", "an RTF document"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"The President\x00\x01\x02met him" * 9, "program's data"),
        (bytes(range(1, 32)) * 20, "program's data"),
        (b"\xff\xfe" + b"a\x00\x00\x00b\x00", "NUL"),
    ],
)
def test_a_binary_file_is_refused_by_what_it_looks_like(tmp_path, data, name):
    file = tmp_path / "report.txt"
    file.write_bytes(data)
    with pytest.raises(UnreadableInput, match=name):
        load_path(file)


def test_the_text_is_as_stored(tmp_path):
    body = "Astana\r\n\r\nThe President met the Minister.\rThey agreed.\n\n"
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + body.encode())
    assert load_path(file).text == body


@given(st.binary(max_size=600) | st.text(max_size=200).map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_bytes_give_a_text_or_an_input_error(data):
    try:
        text = decode(data, "x")
    except InputError:
        return
    text.encode("utf-8")
    assert "\x00" not in text
