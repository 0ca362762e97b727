"""The body of a post as an editor types it, beside the story that it tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.services.wordpress.prose import paragraph, sentence

if TYPE_CHECKING:
    from random import Random

VERSE = "وَقُلِ اعْمَلُوا فَسَيَرَى اللَّهُ عَمَلَكُمْ وَرَسُولُهُ وَالْمُؤْمِنُونَ"
NEXT_PAGE = "<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->"
PROMO = (
    "Ikuti saluran WhatsApp Kantor Berita MINA untuk dapatkan berita terbaru. "
    '<a href="https://whatsapp.example/saluran">Klik disini.</a>'
)


@dataclass
class Body:
    """What is typed, and what of it is the story."""

    html: list[str] = field(default_factory=list)
    story: list[str] = field(default_factory=list)
    """The blocks that a reader is to get."""
    pictures: list[tuple[str, str, str]] = field(default_factory=list)
    """File, caption and credit of the pictures inside."""
    pages: int = 1

    def tell(self, html: str, *blocks: str) -> None:
        """Add markup, and the blocks of the story that it holds."""
        self.html.append(html)
        self.story.extend(blocks)

    def turn_page(self) -> None:
        """End the page here."""
        self.html.append(NEXT_PAGE)
        self.pages += 1


def add_paragraph(body: Body, chance: Random) -> None:
    """Add plain prose."""
    text = paragraph(chance)
    body.tell(f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->", text)


def add_subhead(body: Body, chance: Random) -> None:
    """Add a subhead and its first paragraph."""
    text = paragraph(chance)
    body.tell(f"<h3>Harapan Warga</h3>\n<p>{text}</p>", "Harapan Warga", text)


def add_quotation(body: Body, chance: Random) -> None:
    """Add a quotation of its own."""
    text = f"“{sentence(chance)}”"
    body.tell(f"<blockquote><p>{text}</p></blockquote>", text)


def add_list(body: Body, chance: Random) -> None:
    """Add a list of three."""
    items = [sentence(chance) for _ in range(3)]
    body.tell("<ol>" + "".join(f"<li>{item}</li>" for item in items) + "</ol>", *items)


def add_table(body: Body, chance: Random) -> None:
    """Add a table of two columns."""
    rows = [
        ("Wilayah", "Penerima"),
        *((f"Blok {n}", f"{chance.randint(10, 99)} jiwa") for n in "AB"),
    ]
    cells = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in rows)
    body.tell(
        f'<figure class="wp-block-table"><table><tbody>{cells}</tbody></table></figure>',
        *(f"{left} | {right}" for left, right in rows),
    )


def add_verse(body: Body, chance: Random) -> None:
    """Add a verse in Arabic, and its translation in two lines."""
    first, second = sentence(chance), sentence(chance)
    body.tell(
        f'<p style="text-align: right;">{VERSE}</p>\n<p><em>{first}<br />{second}</em></p>',
        VERSE,
        f"{first}\n{second}",
    )


def add_picture(body: Body, chance: Random) -> None:
    """Add a picture with its caption and credit."""
    name, caption = f"dalam-{len(body.pictures) + 1}.jpg", sentence(chance)
    body.pictures.append((name, caption, "Surya Wardana/MINA"))
    body.tell(
        f'<figure class="wp-block-image"><img src="{{uploads}}/{name}" alt="" />'
        f"<figcaption>{caption} (Foto: Surya Wardana/MINA)</figcaption></figure>"
    )


EXTRAS = (
    add_paragraph,
    add_subhead,
    add_quotation,
    add_list,
    add_table,
    add_verse,
    add_picture,
)
