"""What the three editions call the same things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mina_crawler.demo.vocabulary import vocabulary

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """The fixed words of an edition's pages."""

    lang: str
    site_name: str
    tagline: str
    read_also: str
    """With its colon, where the edition puts one."""
    by: str
    reporter: str
    credit: str
    recent: str
    related: str
    reply: str
    about: str
    older: str
    newer: str
    archive: str
    missing: str
    direction: str = "ltr"

    @property
    def promo(self) -> str:
        """Return the invitation to the WhatsApp channel, as HTML."""
        words = vocabulary(self.lang[:2]).general
        link = f'<a href="https://whatsapp.com/channel/demo">{words["promo_link"]}</a>'
        return f"{words['promo']} {link}"

    def day(self, moment: datetime) -> str:
        """Return a day as printed: ``Sabtu, 26 September 2020``."""
        words = vocabulary(self.lang[:2]).general
        weekday, month = words["weekdays"][moment.weekday()], words["months"][moment.month - 1]
        return f"{weekday}, {moment.day} {month} {moment.year}"


EDITIONS = {
    "id": Edition(
        lang="id-ID",
        site_name="Kantor Berita MINA",
        tagline="Damai di Palestina = Damai di Dunia",
        read_also="Baca Juga:",
        by="Oleh",
        reporter="Wartawan",
        credit="Foto",
        recent="Berita Terbaru",
        related="Rekomendasi untuk Anda",
        reply="Tinggalkan Balasan",
        about="Tentang Kami",
        older="Berikutnya",
        newer="Sebelumnya",
        archive="Arsip",
        missing="Halaman tidak ditemukan",
    ),
    "en": Edition(
        lang="en-US",
        site_name="MINA News Agency",
        tagline="Peace in Palestine = Peace in the World",
        read_also="Also Read:",
        by="By",
        reporter="Reporter",
        credit="Photo",
        recent="Latest News",
        related="Recommended for You",
        reply="Leave a Reply",
        about="About Us",
        older="Next",
        newer="Previous",
        archive="Archive",
        missing="Page not found",
    ),
    "ar": Edition(
        lang="ar",
        site_name="وكالة مينا للأنباء",
        tagline="السلام في فلسطين = السلام في العالم",
        read_also="اقرأ أيضا",
        by="بقلم",
        reporter="المراسل",
        credit="الصورة",
        recent="آخر الأخبار",
        related="مقالات مقترحة",
        reply="اترك تعليقاً",
        about="من نحن",
        older="التالي",
        newer="السابق",
        archive="أرشيف",
        missing="الصفحة غير موجودة",
        direction="rtl",
    ),
}
