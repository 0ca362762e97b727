"""A desk code closes the last paragraph; references and dates in brackets are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.desk_codes import partition_desk_code, partition_end_mark

CODES = {
    "(T/RI-1/P1)": "T/RI-1/P1",
    "(T/RE1)": "T/RE1",
    "(T/Sj/R04)": "T/Sj/R04",
    "(T/P011/P001)": "T/P011/P001",
    "( T/B05/P1 )": "T/B05/P1",
    "(L/Ast/P2)": "L/Ast/P2",
    "(L/hrn/B03/R1)": "L/hrn/B03/R1",
    "( L / M09 / R05/R03)": "L/M09/R05/R03",
    "(LKG/RE1)": "LKG/RE1",
    "(TL/Sj/P2)": "TL/Sj/P2",
    "(L/RI-1/RS3)": "L/RI-1/RS3",
    "(L/R1/IR)": "L/R1/IR",
    "[L/R1/P1]": "L/R1/P1",
    "(R/R05/P3)": "R/R05/P3",
    "(P4/R03)": "P4/R03",
    "(R03/P011/P001)": "R03/P011/P001",
}
NO_CODES = (
    "(HR. Ahmad)",
    "(HR Ahmad/Muslim)",
    "(Q.S. Ali Imran [3]: 110)",
    "(MINA)",
    "(AFP/MINA)",
    "(Al Qassam/MINA)",
    "(T/AFP/MINA)",
    "(PBB/UNRWA)",
    "(21/7)",
    "(24-25/7)",
    "(28/3/2016)",
    "(km/jam)",
    "(L/P)",
    "(P3K/R)",
    "(F16/F35)",
    "()",
    "/",
    "",
)
SURROUNDED = {
    "kata dia. (T/RE1)": "kata dia.",
    "itu.(T/RE1)": "itu.",
    "“Ya.” (T/RE1).": "“Ya.”",
    "kata dia (T/RE1).": "kata dia.",
    "kata dia (T/RE1)": "kata dia",
    "kata dia. (T/RE1) []": "kata dia.",
    "kata (MINA) dia.\n(T/RE1)": "kata (MINA) dia.",
    "(HR. Ahmad) (T/RE1)": "(HR. Ahmad)",
}


@pytest.mark.parametrize(("printed", "code"), CODES.items(), ids=CODES)
def test_code(printed: str, code: str) -> None:
    assert partition_desk_code(f"Ia pulang. {printed}") == ("Ia pulang.", code)


@pytest.mark.parametrize("text", NO_CODES)
def test_no_code(text: str) -> None:
    assert partition_desk_code(text) == (text, None)


@pytest.mark.parametrize(("printed", "prose"), SURROUNDED.items(), ids=SURROUNDED)
def test_prose_before_a_code(printed: str, prose: str) -> None:
    assert partition_desk_code(printed) == (prose, "T/RE1")


def test_a_code_inside_a_paragraph_stays() -> None:
    text = "Berita (T/RE1) itu dibaca."
    assert partition_desk_code(text) == (text, None)


@pytest.mark.parametrize(
    "text",
    [
        "Ia pulang. []",
        "Ia pulang.[ ]",
        "Ia pulang. [].",
        "Ia pulang.\n[]",
        "Ia pulang. (*/Rana Salim)",
        "Ia pulang. (**/ Rana Salim/Hadi)",
    ],
)
def test_end_mark(text: str) -> None:
    prose, mark = partition_end_mark(text)
    assert (prose, mark) == ("Ia pulang.", text.removeprefix("Ia pulang.").strip())


@pytest.mark.parametrize("text", ["Harga naik (*)", "Harga naik (*/2)", "(*/Rana) pulang."])
def test_no_end_mark(text: str) -> None:
    assert partition_end_mark(text) == (text, None)


@given(st.text())
def test_nothing_raises_and_no_prose_is_lost(text: str) -> None:
    prose, code = partition_desk_code(text)
    assert code or prose == text
    prose, mark = partition_end_mark(text)
    assert mark or prose == text


@given(st.from_regex(r"[TL](/[A-Z][a-z]{0,3}[0-9]{0,2}){0,3}/[PR][0-9]{1,2}", fullmatch=True))
def test_any_code_of_the_desk_is_read(code: str) -> None:
    assert partition_desk_code(f"Ia pulang. ({code})") == ("Ia pulang.", code)
