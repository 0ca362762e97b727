"""What the theme prints around a story has a name; no sentence of a story has one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.boilerplate import name_boilerplate
from mina_crawler.parsing.boilerplate_rules import RULES
from mina_crawler.parsing.text import fold

PRINTED = {
    "scroll-prompt": (
        "SCROLL TO CONTINUE WITH CONTENT",
        "Scroll untuk melanjutkan membaca",
        "Gulir ke bawah untuk melanjutkan membaca",
        "Scroll ke bawah untuk melanjutkan membaca",
        "ADVERTISEMENT. SCROLL TO RESUME CONTENT.",
        "Advertisement. Scroll to continue reading.",
        "Lanjutkan membaca setelah iklan",
    ),
    "advert": (
        "ADVERTISEMENT",
        "Iklan",
        "- Advertisement -",
        "PROMOTED CONTENT",
        "إعلان",
        "Image for large screens Image for small screens",
    ),
    "tagline": (
        "Damai di Palestina = Damai di Dunia",
        "Peace in Palestine = Peace in the World",
    ),
    "views": ("5 Views", "1.234 Views \u3164", "1 View", "Dibaca: 12 kali", "Post Views: 1,234"),
    "date-line": (
        "Sabtu, 26 September 2020 - 03:53 WIB",
        "Sunday, 4 April 2021 - 04:35 WIB",
        "Monday, 19 March 2018 | 12:56 WIB",
        "Last updated: 23 October 2024",
        "Diperbarui Rabu, 23 Oktober 2024",
        "8 hours ago",
        "3 jam yang lalu",
        "منذ 3 ساعات",
    ),
    "promo": (
        "Cek berita dan artikel MINA lainnya di Google News",
        "Ikuti saluran WhatsApp Kantor Berita MINA untuk dapatkan kabar terbaru. Klik disini.",
        "Ikuti kami di Google News",
        "Yuk, gabung grup Telegram MINA!",
        "Gabung Saluran WhatsApp",
        "Simak berita dan artikel lainnya di Google News",
        "Follow on Google News",
        "Follow our WhatsApp channel for the latest news. Click here.",
        "تابعوا قناة مينا على واتساب",
    ),
    "newsletter": (
        "Dapatkan berita terbaru",
        "Masukkan alamat email Anda di bawah ini dan berlangganan buletin kami",
        "Berlangganan Buletin",
        "Newsletter",
        "النشرة البريدية",
        "Dapatkan ringkasan berita setiap pagi langsung di kotak masuk Anda.",
        "Daftarkan email Anda untuk menerima buletin mingguan kami.",
        "Berlangganan newsletter kami untuk mendapatkan berita terbaru setiap hari.",
        "Subscribe to our newsletter.",
        "Dengan mendaftar, Anda menyetujui Kebijakan Privasi kami.",
        "Anda bisa berhenti berlangganan kapan saja.",
        "Sudah berlangganan? Masuk",
        "Artikel ini khusus pelanggan.",
        "This story is only for subscribers.",
        "Baca berita tanpa iklan. Gabung MINA Plus.",
    ),
    "app": ("Download aplikasi MINA di Play Store untuk mendapat berita lebih cepat.",),
    "player": (
        "Dengarkan artikel ini 0:00 / 2:41",
        "استمع إلى الخبر",
        "🔊 Dengarkan berita ini",
        "Dengarkan artikel",
        "Powered by GSpeech",
    ),
    "font-size": ("Ukuran Font: Kecil Besar", "A- A A+", "A+ A-", "Perbesar Teks"),
    "rating": (
        "Apa reaksi Anda?",
        "Suka 0Sedih 0",
        "Rate this post",
        "Rating: 4.5/5 (12 votes)",
        "★★★★★",
    ),
    "embed": (
        "pic.twitter.com/aBc123",
        "View this post on Instagram",
        "A post shared by Kantor Berita MINA (@kantorberitamina)",
        "— Sekolah Apung (@sekolahapung) January 8, 2025",
        "Posted by Sekolah Apung on Wednesday, January 8, 2025",
        "https://youtu.be/AbCdEf12345",
    ),
    "share-bar": (
        "Bagikan:",
        "Bagikan ini",
        "Share",
        "Share this article",
        "Facebook Twitter WhatsApp Telegram",
        "Share Tweet",
        "Bagikan: Facebook | Twitter | WhatsApp",
        "Click to share on Facebook (Opens in new window)",
        "Cetak",
        "شارك",
        "شارك هذا الموضوع:",
    ),
    "comments": (
        "Comments: 0",
        "2 Komentar",
        "This site uses Akismet to reduce spam. Learn how your data is processed.",
        "Tinggalkan Balasan",
        "Tinggalkan Balasan Batalkan balasan",
        "Leave a Reply",
        "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
        "لا توجد تعليقات",
    ),
    "recommendations": (
        "You Might Be Interested In",
        "MUST READ",
        "Read Next",
        "Rekomendasi untuk Anda",
        "Berita Terkait",
        "Artikel Terkait:",
        "Related Posts",
        "Baca Lainnya",
        "Baca selengkapnya di sini",
        "Selengkapnya »",
        "Terpopuler",
        "You may also like",
        "Jangan Lewatkan",
        "Anda mungkin juga suka",
        "أخبار ذات صلة",
    ),
    "tags-bar": ("Tags: gaza, palestina", "Tag", "الوسوم: غزة"),
    "copyright": (
        "Dilarang mengutip isi berita ini tanpa izin tertulis dari Redaksi.",
        "Copyright © 2024 MINA. All rights reserved",
        "© 2012-2024 Kantor Berita MINA",
        "جميع الحقوق محفوظة",
    ),
    "breadcrumb": (
        "Home » Palestina » Judul Berita",
        "Beranda / Palestina",
        "Beranda",
        "Back to top",
    ),
    "contents": ("Daftar Isi", "Table of Contents", "جدول المحتويات"),
    "reading-time": (
        "3 دقائق قراءة",
        "Waktu baca: 3 menit",
        "3 min read",
        "Reading time: 2 minutes",
    ),
    "page-links": (
        "Halaman: 1 2 3",
        "Pages: 1 2",
        "Halaman selanjutnya",
        "Page 1 2 3",
        "Halaman 1 dari 3",
    ),
    "reply": ("Balas", "Reply", "Reply to Ahmad"),
    "author-box": ("Tentang Penulis", "About the author:"),
    "correction": ("Temukan kesalahan? Laporkan kepada redaksi.",),
}
PROSE = (
    "",
    "Damai di Palestina adalah damai di dunia.",
    "Ia membagikan 1.234 paket makanan.",
    "Bagikan makanan itu kepada tetangga, katanya.",
    "Ikuti saluran WhatsApp itu, kata dia.",
    "Ikutilah Rasul.",
    "Berlangganan koran itu mahal, kata dia.",
    "Dapatkan hati yang tenang dengan zikir.",
    "Unduh aplikasi itu di laman kementerian.",
    "Dengarkan nasihat orang tua.",
    "https://contoh.example/pesisir, diakses 3 Januari 2025",
    "Ada kesalahan dalam data itu.",
    "Dapatkan ilmu sebelum beramal.",
    "انضم آلاف الموظفين في جوجل إلى الاحتجاج",
    "14 April 2014",
    "14 April 2014:",
    "Sabtu, 26 September 2020",
    "Hak cipta lagu itu didaftarkan pada 2014.",
    "Halaman 2",
    "Kategori: Buku Anak",
    "Komentar warga itu dibalas oleh gubernur.",
    "Iklan rokok dilarang di dekat sekolah.",
    "Home Affairs Minister Ali Hadi said on Monday.",
    "Berita terkait perang itu dibantah.",
    "Telegram itu dikirim pada 1948.",
    "(HR. Ahmad)",
    "بسم الله الرحمن الرحيم",
)
CASES = [(rule, text) for rule, texts in PRINTED.items() for text in texts]


@pytest.mark.parametrize(("rule", "text"), CASES, ids=[ascii(text) for _, text in CASES])
def test_boilerplate(rule: str, text: str) -> None:
    assert name_boilerplate(fold(text)) == rule


def test_every_rule_has_a_case() -> None:
    assert PRINTED.keys() == RULES.keys()


@pytest.mark.parametrize("text", PROSE)
def test_prose(text: str) -> None:
    assert name_boilerplate(text) is None


@given(st.text())
def test_nothing_raises(text: str) -> None:
    assert name_boilerplate(text) in {*RULES, None}


@given(st.text("abcdefghij ", min_size=1), st.sampled_from([text for _, text in CASES]))
def test_words_quoted_in_a_sentence_are_prose(words: str, text: str) -> None:
    assert name_boilerplate(f"Kata dia, {text} {words}.") is None
