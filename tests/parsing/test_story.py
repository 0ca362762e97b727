"""A story as the desk writes it: what is told stays, what stands around it is named and cut."""

from __future__ import annotations

import pytest

from mina_crawler.parsing.blocks import Anchor, Block
from mina_crawler.parsing.story import Story, read_story
from tests.articles import link, picture, prose

TITLE = "Pasar Ikan Buka Sebelum Subuh"
OPENING = "Demak, MINA – Pasar ikan di pelabuhan lama buka sebelum azan Subuh berkumandang."
LAST = "Tiga perahu belum pulang ketika matahari sudah tinggi."


def read(*blocks: Block | str) -> Story:
    return read_story([Block("p", b) if isinstance(b, str) else b for b in blocks], TITLE)


def texts(story: Story) -> list[str]:
    return [block.text for block in story.blocks]


def cuts(story: Story) -> list[tuple[str, str]]:
    return [(cut["rule"], cut["text"]) for cut in story.cuts]


def test_a_whole_story_is_taken_apart() -> None:
    story = read(
        picture("pasar.jpg"),
        "Pasar ikan. (Foto: Rana/MINA)",
        OPENING,
        LAST + " (L/Rm/P1)",
        "Mi’raj News Agency (MINA)",
        "Wartawan: Rana Salim",
        "Editor: Widya Astuti",
    )
    assert texts(story) == [OPENING.removeprefix("Demak, MINA – "), LAST]
    assert story.dateline
    assert story.dateline["place"] == "Demak"
    assert story.desk_code == "L/Rm/P1"
    assert [byline.reporters + byline.editors for byline in story.bylines] == [
        ("Rana Salim",),
        ("Widya Astuti",),
    ]
    assert story.pictures[0]["credit"] == "Rana/MINA"
    assert [rule for rule, _ in cuts(story)] == [
        "caption",
        "dateline",
        "desk-code",
        "signature",
        "byline",
        "byline",
    ]


def test_plain_prose_comes_back_as_it_is() -> None:
    plain = ["Di lembah itu pagi datang dengan kabut.", "Anak-anak berjalan dua jam ke sekolah."]
    story = read(*plain)
    assert texts(story) == plain
    assert story.cuts == []
    assert story.dateline is None


@pytest.mark.parametrize(
    ("printed", "rule"),
    [
        (TITLE, "title"),
        ("Rana Salim - Selasa, 15 Februari 2022 - 08:36 WIB", "header"),
        ("Selasa, 15 Februari 2022 - 08:36 WIB", "header"),
        ("SCROLL TO CONTINUE WITH CONTENT", "scroll-prompt"),
        ("87 Views", "views"),
        ("Mi’raj News Agency (MINA)", "signature"),
        ("Penulis: Rana Salim", "byline"),
    ],
)
def test_a_line_of_the_theme_is_cut_under_its_name(printed: str, rule: str) -> None:
    story = read(OPENING, printed, LAST)
    assert (rule, printed) in cuts(story)
    assert texts(story)[-1] == LAST
    assert len(story.blocks) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Pengajian ini disiarkan oleh Mi’raj News Agency (MINA) lewat radio.",
        "Penulis buku itu membagikan seratus salinan.",
        "Oleh karena itu, warga menggali sumur baru.",
        "Pedagang yang jujur akan bersama para nabi. (HR. At-Tirmidzi)",
        "“Jika kalian bersyukur, niscaya Aku tambahkan.” (Q.S. Ibrahim [14]: 7)",
        "Rapat dilanjutkan Ahad (21/7).",
        "وَيْلٌ لِّلْمُطَفِّفِينَ",
        "Januari",
    ],
)
def test_the_same_words_in_prose_stay(said: str) -> None:
    assert said in texts(read(OPENING, said, LAST))


def test_a_line_of_the_theme_within_a_block_leaves_the_other_lines() -> None:
    story = read(OPENING, f"{LAST}\nMi’raj News Agency (MINA)\nWartawan: Rana Salim")
    assert texts(story)[-1] == LAST
    assert cuts(story)[1:] == [
        ("signature", "Mi’raj News Agency (MINA)"),
        ("byline", "Wartawan: Rana Salim"),
    ]


def test_only_the_last_code_is_the_desk_s() -> None:
    story = read(OPENING, "Berita lain dikutip utuh. (T/Ab/P2)", LAST + " (L/Rm/P1)")
    assert story.desk_code == "L/Rm/P1"
    assert "(T/Ab/P2)" in texts(story)[1]


def test_a_subhead_that_begins_like_a_by_line_stays() -> None:
    subhead = Block("h", "Penulis: Siapa Dia")
    assert subhead in read(OPENING, subhead, LAST).blocks


@pytest.mark.parametrize("ending", [LAST + " (L/Rm/P1)", "Mi’raj News Agency (MINA)", LAST])
def test_a_login_behind_a_bare_label_is_a_by_line_at_the_foot_only(ending: str) -> None:
    story = read(OPENING, "Wartawan pelabuhan", ending, "Wartawan yazid")
    assert [byline.reporters for byline in story.bylines] == [("yazid",)]
    assert "Wartawan pelabuhan" in texts(story)


def test_captions_before_the_dateline_are_no_prose() -> None:
    story = read("Pasar ikan menjelang fajar", OPENING, LAST)
    assert story.lead_captions == [("Pasar ikan menjelang fajar", None)]
    assert len(story.blocks) == 2


@pytest.mark.parametrize("kind", ["quote", "li", "h"])
def test_a_quotation_or_an_item_before_the_dateline_is_no_caption(kind: str) -> None:
    story = read(Block(kind, "“Laut adalah ibu kami”"), Block(kind, "Rana (Foto: MINA)"), OPENING)
    assert texts(story)[0] == "“Laut adalah ibu kami”"


@pytest.mark.parametrize(
    "told", ["Jamaah Jumat yang dirahmati Allah,", "Mukadimah", "إِنَّ الْحَمْدَ لِلَّهِ نَحْمَدُهُ"]
)
def test_a_sermon_opens_under_its_picture(told: str) -> None:
    assert texts(read(picture("masjid.jpg"), told, LAST)) == [told, LAST]


def test_a_name_below_its_label_is_a_by_line() -> None:
    story = read("Oleh :", "Rana Salim", LAST, "Wartawan:", "Editor: Widya Astuti", "Mukadimah")
    assert texts(story) == [LAST, "Mukadimah"]
    named = [byline.reporters + byline.editors for byline in story.bylines]
    assert list(filter(None, named)) == [("Rana Salim",), ("Widya Astuti",)]


def test_moments_are_subheads_of_a_report_by_the_hour() -> None:
    moment = "Selasa, 22 Oktober 2024, 10:15 WIB"
    told = read(Block("h", moment), OPENING, Block("h", moment), LAST, moment)
    assert [block.kind for block in told.blocks] == ["p", "h", "p"]


def test_a_marked_caption_belongs_to_the_picture_above_it() -> None:
    caption = Block("caption", "Keranjang di dermaga (Foto: Rana/MINA)")
    story = read(OPENING, picture("keranjang.jpg"), caption, LAST)
    assert [(each["caption"], each["credit"]) for each in story.pictures] == [
        ("Keranjang di dermaga", "Rana/MINA")
    ]
    assert story.lead_pictures == 0


@pytest.mark.parametrize("above", [(), (OPENING,)], ids=["on top", "inside"])
def test_a_credit_of_its_own_under_a_caption_belongs_to_the_same_picture(
    above: tuple[str, ...],
) -> None:
    words = ("Keranjang di dermaga lama", "Foto: Rana/MINA")
    story = read(*above, picture("keranjang.jpg"), *words, *(() if above else (OPENING,)), LAST)
    assert [(each["caption"], each["credit"]) for each in story.pictures] == [
        ("Keranjang di dermaga lama", "Rana/MINA")
    ]
    assert len(story.blocks) == 2


def test_a_credit_that_style_alone_sets_apart_leaves_the_caption() -> None:
    words = ("Keranjang di dermagaFoto: Rana/MINA", (), "Keranjang di dermaga Foto: Rana/MINA")
    story = read(OPENING, picture("keranjang.jpg"), Block("caption", *words), LAST)
    assert [(each["caption"], each["credit"]) for each in story.pictures] == [
        ("Keranjang di dermaga", "Rana/MINA")
    ]


def test_labels_behind_the_end_are_the_theme_s() -> None:
    story = read(OPENING, LAST + " []", link("Kabar lain dari pelabuhan"))
    assert ("behind-end", "Kabar lain dari pelabuhan") in cuts(story)
    assert texts(story)[-1] == LAST


@pytest.mark.parametrize("printed", ["← Kabar lain dari pelabuhan", "Kabar lain dari pelabuhan »"])
def test_a_link_with_an_arrow_behind_a_story_without_an_end_mark_is_the_theme_s(
    printed: str,
) -> None:
    story = read(OPENING, LAST, link(printed))
    assert texts(story)[-1] == LAST


def test_a_link_goes_with_the_label_in_front_of_it() -> None:
    label = link("Sumur Baru untuk Tiga Dusun", before="Berita selanjutnya")
    told = link("Sumur Baru untuk Tiga Dusun", before="Berita selanjutnya ia baca di ")
    assert texts(read(OPENING, LAST, label, told))[1:] == [LAST, told.text]


def test_a_single_link_at_the_end_of_a_story_stays() -> None:
    story = read(OPENING, LAST, link("Naskah lengkap pidato"))
    assert texts(story)[-1] == "Naskah lengkap pidato"


LONG = "Dukung media kami dengan doa, dengan tenaga, dan dengan sedekah yang tidak seberapa."


def test_nothing_behind_the_signature_is_the_story_s() -> None:
    story = read(OPENING, *[LONG] * 2, LAST, "Mi’raj News Agency (MINA)", LONG)
    assert ("behind-end", LONG) in cuts(story)
    assert texts(story)[-1] == LAST


def test_the_newsroom_corrects_itself_behind_the_signature() -> None:
    correction = "Ralat: perahu yang belum pulang berjumlah tiga, bukan empat."
    signed = [OPENING, *[LONG] * 2, LAST, "Mi’raj News Agency (MINA)"]
    story = read(*signed, correction, "Kabar lain menyusul.")
    assert texts(story)[-1] == correction
    assert cuts(story)[-1] == ("behind-end", "Kabar lain menyusul.")


def test_a_reader_who_corrects_the_story_is_not_the_newsroom() -> None:
    comments = ("2 Komentar", "Ralat: perahunya tiga.", "Balas")
    assert texts(read(OPENING, LAST, *comments))[-1] == LAST


def test_a_signature_above_most_of_the_story_closes_nothing() -> None:
    story = read("Mi’raj News Agency (MINA)", OPENING, LONG, LAST)
    assert texts(story)[1:] == [LONG, LAST]


def test_what_other_people_say_goes_with_their_faces() -> None:
    said = ["Ahmad", *[LONG] * 5]
    story = read(OPENING, LAST, "2 Komentar", picture("wajah.jpg"), *said, "Balas")
    assert texts(story)[-1] == LAST
    assert [text for rule, text in cuts(story) if rule == "comments"] == ["2 Komentar", *said]
    assert not story.pictures


def test_what_is_told_about_the_author_is_no_story() -> None:
    story = read(OPENING, *[LONG] * 2, LAST, "Tentang Penulis", picture("wajah.jpg"), LONG)
    assert texts(story)[-1] == LAST
    assert not story.pictures


@pytest.mark.parametrize("place", [0, 2])
def test_a_counter_of_comments_closes_nothing(place: int) -> None:
    printed = [OPENING, LONG, LAST]
    printed.insert(place, "2 Komentar")
    assert texts(read(*printed))[1:] == [LONG, LAST]


def test_several_links_at_the_end_are_a_list_of_other_articles() -> None:
    story = read(OPENING, LAST, link("Sumur Baru Diresmikan"), link("Harga Gula Merah Turun"))
    assert texts(story)[-1] == LAST


def test_links_to_the_sources_of_a_story_stay() -> None:
    sources = [link("Laporan PBB 2024"), link("Data BPS 2023")]
    assert texts(read(OPENING, LAST, "Referensi:", *sources))[-3:] == [
        "Referensi:",
        "Laporan PBB 2024",
        "Data BPS 2023",
    ]


def test_a_shortcode_that_nobody_resolved_is_no_prose() -> None:
    caption = '[caption id="attachment_1" width="300"] Perahu tua di dermaga[/caption]'
    story = read(
        OPENING, picture("perahu.jpg"), caption, "[embed]https://youtu.be/abc[/embed]", LAST
    )
    assert texts(story)[1:] == [LAST]
    assert story.pictures[0]["caption"] == "Perahu tua di dermaga"


def test_a_paragraph_that_holds_a_link_stays() -> None:
    text = "Jadwalnya dapat dilihat di laman koperasi."
    block = Block("p", text, (Anchor("laman koperasi", "https://koperasi.test/"),))
    assert texts(read(OPENING, LAST, block))[-1] == text


def test_the_rest_of_a_torn_tag_is_cut_in_front_of_the_dateline() -> None:
    residue = 'pasar-300x199.jpg" alt="" width="300" height="199" />'
    story = read(f"{residue} {OPENING}", LAST)
    assert ("html-residue", residue) in cuts(story)
    assert story.dateline
    assert story.dateline["place"] == "Demak"


def test_a_story_of_nothing_is_an_empty_story() -> None:
    assert read() == Story()


def test_what_remains_and_what_was_cut_is_all_there_was() -> None:
    printed = prose(OPENING, "ADVERTISEMENT", LAST + " (L/Rm/P1)", "Editor: Widya Astuti")
    story = read(*printed)
    kept = " ".join(texts(story) + [text for _, text in cuts(story)])
    assert sorted(kept.split()) == sorted(" ".join(block.text for block in printed).split())
