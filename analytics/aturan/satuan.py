"""The satuan of an indicator as a word: compared, recognised where it was mistyped, asked if it counts whole ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from analytics.aturan.angka import satuan_persen
from analytics.aturan.teks import sandingan, sebaris, selisih_huruf

_TAK_DIJUMLAH: Final = frozenset({"persen", "indeks", "nilai", "skor", "poin", "rasio", "predikat"})
_PANJANG_TERKECIL: Final = 5
"""Letters that a satuan needs before one of them can be called a slip: Jam and Jas are two words."""

_HITUNGAN: Final = re.compile(
    r"\b(?:(?P<terukur>anggaran|biaya|indeks|luas|nilai|panjang|persen|persentase|poin|rata|rp|rupiah|skor)|aparatur"
    r"|arsip|asn|barang"
    r"|berkas|desa|dokumen|dukuh|dusun|kali|kasus|kegiatan|kejadian|kelompok|kelurahan"
    r"|konflik|laporan|lembaga|naskah|orang|organisasi|paket|pegawai|pelaku|pelanggaran|pemohon|pengaduan|penduduk"
    r"|perangkat|permohonan|peserta|petugas|rapat|rekomendasi|rt|rw|sertifikat|siswa|surat|temuan|unit|usulan|warga)\b",
    re.IGNORECASE,
)
"""What is counted in whole ones, or measured: the first such word of a name says which."""
_KATA: Final = re.compile(r"\w+")


def benda_utuh(sebutan: str, nama: str) -> str | None:
    """What a satuan or a name counts in whole ones, as it is named there; None for what is measured, or a mean."""
    cocok = _HITUNGAN.search(sebutan)
    if cocok is None or cocok.group("terukur") or "rata" in _KATA.findall(nama.casefold()):
        return None
    return cocok.group(0)


@lru_cache(maxsize=4096)  # asked for every pair of indicators of a unit
def rapikan_satuan(satuan: str) -> str:
    """A satuan as it is compared: capitals and blanks around a stroke make no difference, `%` is persen."""
    return "persen" if satuan_persen(satuan) else "/".join(kata.strip() for kata in sandingan(satuan).split("/"))


def tak_dijumlah(satuan: str) -> bool:
    """Whether two values of a satuan have no sum: percentages, indices and grades."""
    return rapikan_satuan(satuan) in _TAK_DIJUMLAH


def dugaan_satuan(satuan: str, nama: str, dikenal: Iterable[str]) -> str | None:
    """What a satuan was meant to be: a word that is known, or that stands in the name of its indicator, but for a slip.

    A slip is a blank inside a word (`Kemasyarakata n`) or one letter. None where the satuan is known itself, or where
    nothing is that near.
    """
    bersih = sebaris(satuan)
    calon = [*dikenal, *_kata_nama(nama, len(bersih.split()))]
    if rapikan_satuan(bersih) in {rapikan_satuan(kata) for kata in calon}:
        return None
    return next((kata for kata in calon if _selisih_sedikit(bersih, kata)), None)


def _kata_nama(nama: str, banyak: int) -> list[str]:
    """The runs of words of a name that are as long as a satuan, or one word shorter."""
    kata = sebaris(nama).split()
    panjang = [n for n in (banyak, banyak - 1) if n > 0]
    return [" ".join(kata[i : i + n]) for n in panjang for i in range(len(kata) - n + 1)]


def _selisih_sedikit(kiri: str, kanan: str) -> bool:
    kiri, kanan = sandingan(kiri), sandingan(kanan)
    if kiri.replace(" ", "") == kanan.replace(" ", ""):
        return True
    if min(len(kiri), len(kanan)) < _PANJANG_TERKECIL or abs(len(kiri) - len(kanan)) > 1:
        return False
    return selisih_huruf(kiri, kanan) <= 1
