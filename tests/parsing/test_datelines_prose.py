"""Prose, headers and credits that only look as if they opened with a dateline."""

from __future__ import annotations

import pytest

from mina_crawler.parsing.datelines import partition_dateline

PROSE = [
    "Menurut MINA – kantor berita yang berpusat di Jakarta – jumlah itu naik.",
    "MINA: Apa harapan Anda tahun ini?",
    "Wartawan, MINA: Apa harapan Anda tahun ini?",
    "Menurutnya, MINA – sebagai media – harus terus tumbuh.",
    "Wartawan MINA – yang berada di Gaza – melaporkan serangan itu.",
    "Kantor Berita MINA – Kementerian Agama bekerja sama.",
    "Redaksi MINA – Jakarta menerima surat pembaca.",
    "Ahmad, MINA wartawan di Gaza, melaporkan bahwa serangan itu terjadi.",
    "Ahmad, MINA Correspondent in Gaza, said the attack took place.",
    "Ahmad, MINA Network mengatakan hal itu.",
    "Bekasi, MINA Foundation menyalurkan bantuan.",
    "Selain itu, MINA juga hadir dalam tiga bahasa.",
    "Pada Ahad (21/7), MINA – melaporkan dari Gaza.",
    "Senin (28/3/2016), rombongan tiba di Jakarta – Kota yang padat.",
    "“Damai,” kata Ahmad, MINA – berkata.",
    "Mi’raj News Agency (MINA)",
    "Mi’raj Islamic News Agency (MINA).",
    "Damai di Palestina = Damai di Dunia",
    "Oleh: Hasan Basri, Redaktur Senior Mi’raj Islamic News Agency (MINA)",
    "Oleh Hasan Basri, wartawan MINA",
    "Habib Hizbullah - Sabtu, 26 September 2020 - 03:53 WIB",
    "Rina Sari Editor : Sri Astuti - Selasa, 22 Oktober 2024 - 10:54 WIB",
    "Sabtu, 26 September 2020 - 03:53 WIB",
    "Monday, 19 March 2018 | 12:56 WIB",
    "Farah Salsabila Editor : Sajadi - 8 hours ago",
    "Islam – Agama yang damai – adalah rahmat bagi sekalian alam. Demikian ceramahnya.",
    "Palestina – Negeri Para Nabi",
    "Ramadhan – Bulan yang penuh berkah telah tiba di tengah umat. Mari bersuka cita.",
    "Jakarta – kota yang padat itu – kembali dilanda banjir besar. Warga mengungsi.",
    "Jakarta – Bandung ditempuh dalam 40 menit.",
    "Tanya – Apakah hukum membaca surat itu pada malam hari? Jawab: boleh saja.",
    "Pertama – Kita harus mengenal diri sendiri lebih dahulu. Lalu mengenal orang lain.",
    "Presiden Hasan (Demokrat) – Mantan senator – berkata demikian. Lalu ia pergi.",
    "Pada 17 Agustus 1945 – Hari Jumat – kemerdekaan diproklamasikan. Rakyat bersorak.",
    "Dia mengatakan, 8 Agustus 2015 adalah hari yang bersejarah.",
    "Foto: Diki/MINA",
    "(Foto : Hadis/MINA)",
    "Baca Juga: Warga Gaza – Kisah Sebuah Kota yang Tak Pernah Tidur di Malam Hari. Bagian 1",
    "Ikuti saluran WhatsApp Kantor Berita MINA untuk dapatkan berita terbaru. Klik disini.",
    "2012, MINA – berdiri",
    "MINA, Kantor Berita Islam – Tiga bahasa dalam satu situs. Begitu semboyannya.",
    "MINA, Radio Silaturahim – Dua media yang bersaudara – berjalan bersama.",
    "8 Agustus 2015",
    "وقال مينا – الوكالة الإسلامية – إن العدد ارتفع.",
    "قال مراسل الوكالة في مدينة غزة، مينا – إن العدد ارتفع.",
    "",
    " ",
    "–",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_dateline(text: str) -> None:
    assert partition_dateline(text) == (None, text)
