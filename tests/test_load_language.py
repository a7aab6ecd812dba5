from pathlib import Path

import pytest

from communique.load import load_paths
from communique.load._language import language_code, language_name, language_of

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le Président de la République a reçu aujourd'hui son homologue du Sénégal au palais de l'Élysée pour un entretien."),
        ("es", "El presidente recibió al canciller de Perú en el Palacio Nacional y ambos acordaron fortalecer la cooperación bilateral."),
        ("zh", "习近平同哈萨克斯坦总统托卡耶夫会谈。两国元首一致同意深化合作。"),
        ("ru", "Президент России Владимир Путин провёл переговоры с Президентом Казахстана."),
        ("ja", "日本の岩屋外務大臣は、中国の王毅外交部長と会談を行いました。"),
        ("de", "Der Bundeskanzler empfing heute den Premierminister von Vietnam mit militärischen Ehren in Berlin und würdigte die Partnerschaft."),
        ("id", "Presiden menerima kunjungan kehormatan Menteri Luar Negeri Jepang di Istana Merdeka, Jakarta, Senin. Kedua pihak sepakat."),
    ],
)  # fmt: skip
def test_other_languages_are_told(code, text):
    assert language_of(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping met Kassym-Jomart Tokayev.",
        "Participants: Nguyen Phu Trong, To Lam, Luiz Inácio Lula da Silva, Recep Tayyip Erdoğan, Kassym-Jomart Tokayev, Shavkat Mirziyoyev",
        "PRESIDENT OF THE REPUBLIC OF ZAMBIA CONCLUDES STATE VISIT TO TANZANIA AND SIGNS EIGHT AGREEMENTS ON TRADE WITH HIS HOST",
        "The President of the Lao People's Democratic Republic, Thongloun Sisoulith (ທອງລຸນ ສີສຸລິດ), met President Xi Jinping (习近平) in Beijing.",
        "12 34 | 56 78 ... 2024-05-21",
        "",
    ],
)  # fmt: skip
def test_english_is_never_taken_for_another(text):
    assert language_of(text) in ("en", None)


def test_a_bilingual_text_is_read():
    french = "Le Président de la République a reçu aujourd'hui son homologue du Sénégal au palais de l'Élysée. " * 8
    english = "The President of the Republic received his counterpart of Senegal today at the Elysée Palace. " * 8
    assert language_of(french + english) == "en"


def test_codes_and_names():
    assert [language_code(word) for word in ("en-GB", "eng", "English", "ZH", "xx-unknown")] == [
        "en",
        "en",
        "en",
        "zh",
        None,
    ]
    assert [language_name(code) for code in ("fr", "el", "ceb")] == ["French", "Greek", "Cebuano"]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
def test_every_shared_report_is_english_whole_and_in_pieces():
    faults = []
    reports = list(load_paths([SHARED / "texts", SHARED / "seeds"], on_fault=faults.append))
    assert (len(reports), faults) == (37, [])
    for report in reports:
        assert report.language == "en"
        for start in range(0, len(report.text), 200):
            assert language_of(report.text[start : start + 200]) in ("en", None)
