"""The day and place a report was written. All texts are invented."""

import pytest

from communique.read.analyse import analyse
from communique.records import Report

LEAD = "Ukrainian Foreign Minister Pavel Orlenko met Danish Foreign Minister Mette Lykkegaard. They will meet again on 7 June 2030."


def scene(text, **known):
    return analyse(Report(text=text, path="invented.txt", **{"title": "Ministers meet", **known}))


@pytest.mark.parametrize(
    ("line", "published", "day", "place"),
    [
        ("KYIV, May 3 (Ukrinform) -- ", "2011-05-04", "2011-05-03", "Kyiv"),
        ("KYIV, May 3, 2011 -- ", None, "2011-05-03", "Kyiv"),
        ("KYIV, 3 May 2011 – ", None, "2011-05-03", "Kyiv"),
        ("Kyiv, 3rd May 2011 – ", None, "2011-05-03", "Kyiv"),
        ("Kyiv, 03.05.2011 - ", None, "2011-05-03", "Kyiv"),
        ("(Kyiv, 3 May 2011) ", None, "2011-05-03", "Kyiv"),
        ("Hanoi (VNA) – ", "2011-05-04", "2011-05-04", "Hanoi"),
        ("HANOI: ", "2011-05-04", "2011-05-04", "Hanoi"),
        ("New Delhi, May 3 (ANI): ", "2011-05-04", "2011-05-03", "New Delhi"),
        ("New Delhi [India], May 3 (ANI): ", "2011-05-04", "2011-05-03", "New Delhi"),
        ("NEW YORK, September 21, 2004 -- ", None, "2004-09-21", "New York"),
        ("(ANSA) - ROME, MAY 3 - ", "2011-05-04", "2011-05-03", "Rome"),
        ("MOSCOW, September 12. /TASS/. ", "2011-09-13", "2011-09-12", "Moscow"),
        ("ABU DHABI, 4th November, 2020 (WAM) -- ", None, "2020-11-04", "Abu Dhabi"),
        ("Riyadh, March 28, 2023, SPA -- ", None, "2023-03-28", "Riyadh"),
        ("BEIJING, Dec. 31 (Xinhua) -- ", "2012-01-01", "2011-12-31", "Beijing"),
        ("Accra, Thursday – ", "2011-05-06", "2011-05-05", "Accra"),
        ("Tuesday, 3 May 2011 – ", None, "2011-05-03", None),
        ("May 3, 2011 – ", None, "2011-05-03", None),
        ("BAKU, Azerbaijan, June 1. ", "2011-06-02", "2011-06-01", "Baku"),
        ("ASTANA. March 3. ", "2011-03-04", "2011-03-03", "Astana"),
        ("Sochi, 3 May 2011 – ", None, "2011-05-03", "Sochi"),
        ("Lilongwe, 3 May 2011: ", None, "2011-05-03", "Lilongwe"),
        ("SHARM EL-SHEIKH, Egypt, 3 May 2011 (MENA) - ", None, "2011-05-03", "Sharm El-Sheikh"),
        ("Washington, D.C., May 3, 2011 – ", None, "2011-05-03", "Washington"),
        ("GENEVA (3 May 2011) – ", None, "2011-05-03", "Geneva"),
        ("DUSHANBE, 3.05.2011 /Khovar/. ", None, "2011-05-03", "Dushanbe"),
    ],
)
def test_of_a_dateline(line, published, day, place):
    found = scene(line + LEAD, published=published)
    assert (found.anchor, found.place) == (day, place)


@pytest.mark.parametrize(
    ("line", "day", "place"),
    [
        ("Kyiv, 3 May 2011", "2011-05-03", "Kyiv"),
        ("3 May 2011", "2011-05-03", None),
        ("2011-05-03", "2011-05-03", None),
        ("Published: 3 May 2011", "2011-05-03", None),
        ("May 3, 2011 14:30", "2011-05-03", None),
        ("Tuesday, May 3, 2011", "2011-05-03", None),
        ("KYIV, UKRAINE, May 3, 2011", "2011-05-03", "Kyiv"),
        ("Washington, DC\nMay 3, 2011", "2011-05-03", None),
        ("03/05/2011", "2011-05-03", None),
    ],
)
def test_of_a_line_of_its_own(line, day, place):
    found = scene("Ministers meet\n\n" + line + "\n\n" + LEAD)
    assert (found.anchor, found.place) == (day, place)


def test_day_at_the_foot():
    found = scene("Ministers meet\n\n" + LEAD + "\n\nKyiv, 3 May 2011\n")
    assert (found.anchor, found.place) == ("2011-05-03", "Kyiv")


def test_the_day_of_publication_where_nothing_is_told():
    assert scene(LEAD, published="2011-05-04").anchor == "2011-05-04"
    assert scene(LEAD, published="2011-05").anchor == "2011-05"


def test_seed_title_line():
    assert scene(" date 2014-06-03 Orlenko meets Lykkegaard\n" + LEAD, title=None).anchor == "2014-06-03"


def test_a_day_in_the_text_is_the_last_resort():
    text = "Ukrainian Foreign Minister Pavel Orlenko met Danish Foreign Minister Mette Lykkegaard on 3 May 2011."
    assert scene(text).anchor == "2011-05-03"
    assert (
        scene("Ukrainian Foreign Minister Pavel Orlenko met Danish Foreign Minister Mette Lykkegaard.").anchor is None
    )


def test_no_such_day():
    assert scene("KYIV, Feb. 31, 2011 -- " + LEAD, published="2011-03-01").anchor == "2011-03-01"
