"""Invented Indonesian sentences, the same for the same seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SUBJECTS = (
    "Lembaga kemanusiaan setempat",
    "Menteri Pendidikan",
    "Ketua panitia zakat",
    "Warga Desa Sukamaju",
    "Relawan rumah sakit",
    "Petani di lereng gunung",
    "Kepala sekolah",
    "Delegasi pemuda",
    "Nelayan pesisir utara",
    "Imam masjid agung",
)
VERBS = (
    "menyampaikan",
    "menerima",
    "membagikan",
    "meresmikan",
    "membahas",
    "menyaksikan",
    "mengusulkan",
    "menyiapkan",
)
OBJECTS = (
    "bantuan pangan bagi keluarga pengungsi",
    "laporan tentang mutu air minum",
    "hasil panen yang melimpah tahun ini",
    "rencana perbaikan jembatan penghubung",
    "program beasiswa untuk anak yatim",
    "pameran buku sejarah Al-Quds",
    "kerja sama dengan universitas negeri",
    "pasar murah menjelang Ramadhan",
)
ENDINGS = (
    "di hadapan para tamu undangan",
    "setelah pertemuan yang berlangsung dua jam",
    "meskipun hujan turun sejak pagi",
    "dengan dukungan masyarakat sekitar",
    "untuk ketiga kalinya sejak awal tahun",
    "menurut keterangan yang diterima redaksi",
    "agar tidak ada warga yang tertinggal",
    "sebagaimana disepakati bulan lalu",
)


def sentence(chance: Random) -> str:
    """Return one sentence with its full stop."""
    parts = [chance.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, ENDINGS)]
    return " ".join(parts) + "."


def paragraph(chance: Random) -> str:
    """Return two to four sentences."""
    return " ".join(sentence(chance) for _ in range(chance.randint(2, 4)))


def headline(chance: Random, number: int) -> str:
    """Return a title that no other post has."""
    subject, verb = chance.choice(SUBJECTS), chance.choice(VERBS)
    return f"{subject} {verb.capitalize()} {chance.choice(OBJECTS).title()} Tahap {number}"
