"""Pictures and the many ways in which their captions are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality.corpus.model import Picture, Piece
from quality.prose.grammar import grow

if TYPE_CHECKING:
    from datetime import date

    from quality.corpus.dice import Dice

CREDITS = (
    "File/Ma’an",
    "Hadis/MINA",
    "Kompas.id",
    "Diki/MINA",
    "Anadolu",
    "Istimewa",
    "Dok. Pribadi",
    "MINA/Ghifari",
)
FORMS = ("(Foto: {c})", "(Foto : {c})", "(Photo: {c})", "Foto: {c}", "(Foto: {c})", "[Foto: {c}]")
FORMS_IN_STORY = (
    '[caption id="attachment_7" align="aligncenter" width="300"]{image} {caption}[/caption]',
    '<figure class="wp-block-image">{image}<figcaption>{caption}</figcaption></figure>',
    "<p>{image}</p>\n<p><em>{caption}</em></p>",
)
SIZES = ("-300x199", "", "-scaled", "")


def picture(edition: str, day: date, dice: Dice, *, bare: bool = False) -> Picture:
    """Return a picture of those days; *bare* allows a caption without credit, or none at all."""
    name = f"{dice.pick(('rapat', 'warga', 'relawan', 'masjid', 'gaza'))}-{dice.number(100, 999)}"
    url = f"https://minanews.net/wp-content/uploads/{day:%Y/%m}/{name}{dice.pick(SIZES)}.jpg"
    if bare and dice.odd("no caption"):
        return Picture(url, "", None, None)
    caption = grow(edition, "caption", dice)
    caption = caption[0].upper() + caption[1:]
    if bare and dice.odd("no credit"):
        return Picture(url, caption, caption, None)
    credit, form = dice.pick(CREDITS), dice.pick(FORMS)
    mark = form.format(c=credit)
    if dice.number(0, 4) == 0:
        return Picture(url, mark, None, credit)
    stop = "" if form[0] in "([" and dice.number(0, 1) else "."
    return Picture(url, f"{caption}{stop} {mark}", caption + stop, credit)


def source(url: str, dice: Dice) -> str:
    """Return the address under which a page shows the picture."""
    host = url.removeprefix("https://")
    return f"https://i0.wp.com/{host}?fit=550%2C300&amp;ssl=1" if dice.odd("photon") else url


def piece(shown: Picture, dice: Dice) -> Piece:
    """Return the picture as it stands in a story, in one of ``FORMS_IN_STORY``."""
    image = f'<img class="alignnone" src="{source(shown.url, dice)}" alt="" width="300" />'
    if not shown.printed:
        return Piece(image, inline=True)
    return Piece(dice.pick(FORMS_IN_STORY).format(image=image, caption=shown.printed))
