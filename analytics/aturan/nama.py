"""What the name of an indicator lets one expect of its rule. Always a question to a person, never a decision."""

from __future__ import annotations

import re
from typing import Final

from analytics.aturan.angka import satuan_persen
from analytics.aturan.teks import sebaris

KATA_TURUN: Final = re.compile(
    r"\b(menurun\w*|penurunan|turunnya|berkurang\w*|(jumlah|angka|persentase|tingkat) "
    r"(kasus|gangguan|pelanggaran|kejadian|konflik|keluhan|pengaduan|temuan|kemiskinan|pengangguran|kematian|stunting)"
    r"|waktu tunggu|lama (waktu )?(pelayanan|layanan|proses))\b",
    re.IGNORECASE,
)
"""Words of a name that speak of something better when it is lower."""
KATA_NAIK: Final = re.compile(
    r"\b(meningkat\w*|peningkatan|indeks kepuasan|cakupan|jumlah (laporan|dokumen|unit|paket))\b", re.IGNORECASE
)
"""Words of a name that speak of something better when it is higher."""
KATA_SELESAI: Final = re.compile(
    r"\b(diselesaikan|terselesaikan|penyelesaian|ditindaklanjuti|ditangani|tertangani|penanganan|dicegah|tepat waktu"
    r")\b",
    re.IGNORECASE,
)
"""Words that turn a bad thing into a good one (cases that were settled)."""

_NAMA_PERSEN: Final = re.compile(r"^(persentase|prosentase|persen)\b", re.IGNORECASE)
_NAMA_BUKAN_PERSEN: Final = re.compile(r"^(jumlah|banyaknya|indeks|nilai|skor|luas|panjang)\b", re.IGNORECASE)
_BUKAN_BAGIAN: Final = re.compile(
    r"\b(pertumbuhan|peningkatan|kenaikan|penurunan|laju|inflasi|perbandingan|rasio|capaian|kontribusi)\b",
    re.IGNORECASE,
)


def arah_nama(nama: str) -> tuple[str, str] | None:
    """(polaritas, word) that a name speaks of; None when it says neither, or both."""
    nama = sebaris(nama)
    turun, naik = KATA_TURUN.search(nama), KATA_NAIK.search(nama)
    if turun is not None and naik is None and not KATA_SELESAI.search(nama):
        return ("turun", turun.group(0))
    if naik is not None and turun is None:
        return ("naik", naik.group(0))
    return None


def lawan_satuan(nama: str, satuan: str) -> str | None:
    """The word of a name that does not go with its satuan: a Persentase that is no percent, or a Jumlah that is."""
    cocok = (_NAMA_BUKAN_PERSEN if satuan_persen(sebaris(satuan)) else _NAMA_PERSEN).search(sebaris(nama))
    return cocok.group(0) if cocok else None


def bagian_dari_seluruh(nama: str, satuan: str) -> bool:
    """Whether a percentage is a share, which cannot exceed 100; growth and ratios can."""
    return satuan_persen(sebaris(satuan)) and not _BUKAN_BAGIAN.search(sebaris(nama))
