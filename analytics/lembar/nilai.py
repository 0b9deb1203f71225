"""Reads single cells of a filled workbook: a number, a grade, a text, or the finding that says why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from analytics.aturan.angka import (
    Ambigu,
    Angka,
    Bacaan,
    Batas,
    Kosong,
    Peringkat,
    Rentang,
    TidakTerbaca,
    baca_angka,
    baca_bilangan,
    tulis_angka,
)
from analytics.lembar.baca import Lembar, Sel
from analytics.lembar.temuan import Temuan, buat

_KENDALI: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_PANJANG_ANGKA: Final = 60
"""Characters that a typed number may have."""
_KOSONGKAN: Final = "kosongkan dan tulis alasannya di kolom Keterangan bila belum ada data"


@dataclass(frozen=True)
class Isian:
    """One typed cell as understood. Blank: neither `nilai` nor `peringkat`. `gagal`: it could not be read."""

    nilai: Decimal | None = None
    peringkat: str | None = None
    diketik: str | None = None
    gagal: bool = False

    @property
    def kosong(self) -> bool:
        """Blank, `-` or `n/a`: nothing was given. Never zero."""
        return self.nilai is None and self.peringkat is None and not self.gagal


GAGAL: Final = Isian(gagal=True)


class PembacaSel:
    """Reads cells of one sheet and gathers the findings in `temuan`."""

    def __init__(self, lembar: Lembar) -> None:
        self.lembar = lembar
        self.temuan: list[Temuan] = []

    def teks(self, alamat: str, kode: str | None = None) -> str | None:
        """A free text, cleaned of invisible characters; None when blank or `-`."""
        sel = self.lembar.sel.get(alamat)
        if sel is None or (sel.jenis in {"galat", "rumus"} and not self._dapat_dibaca(sel, kode)):
            return None
        bersih = _KENDALI.sub("", sel.teks).strip()
        return None if _kosong(bersih) else bersih

    def angka(self, alamat: str, *, persen: bool = False, kode: str | None = None) -> Isian:
        """One number. `persen`: the unit is percent, so a % format or sign is understood."""
        sel = self.lembar.sel.get(alamat)
        if sel is None:
            return Isian()
        if sel.jenis in {"galat", "rumus"}:
            self._dapat_dibaca(sel, kode)
            return GAGAL
        if sel.jenis == "tanggal":
            return self._tanggal(sel, kode)
        if sel.jenis == "angka" and sel.nilai is not None:
            return self._bilangan(sel, sel.nilai, persen=persen, kode=kode)
        return self._ketikan(sel, persen=persen, kode=kode)

    def peringkat(self, alamat: str, pilihan: Sequence[str], kode: str) -> Isian:
        """One grade of a scale, in any case of letters."""
        sel = self.lembar.sel.get(alamat)
        if sel is None:
            return Isian()
        if sel.jenis in {"galat", "rumus"}:
            self._dapat_dibaca(sel, kode)
            return GAGAL
        if sel.jenis == "teks" and _kosong(sel.teks):
            return Isian(diketik=sel.teks.strip() or None)
        dikenal = {satu.casefold(): satu for satu in pilihan}
        cocok = dikenal.get(sel.teks.strip().casefold())
        if cocok is not None:
            return Isian(peringkat=cocok, diketik=sel.teks)
        pesan = f"“{_kutip(sel)}” bukan peringkat dalam skala indikator ini."
        return self._tolak("peringkat_asing", sel, pesan, f"Pilih salah satu: {', '.join(pilihan)}.", kode)

    def _dapat_dibaca(self, sel: Sel, kode: str | None) -> bool:
        if sel.jenis == "galat":
            pesan = f"Sel berisi galat Excel {_kutip(sel)}, yang tidak punya nilai."
            self._tolak("galat_excel", sel, pesan, f"Ketik angkanya, atau {_KOSONGKAN}.", kode)
        else:
            pesan = "Sel berisi rumus, tetapi berkas tidak menyimpan hasilnya."
            self._tolak("rumus_tanpa_nilai", sel, pesan, "Ketik angkanya, bukan rumus.", kode)
        return False

    def _tanggal(self, sel: Sel, kode: str | None) -> Isian:
        hari, bulan = [*sel.teks.split("/"), "", ""][:2]
        dugaan = f"{int(hari)},{int(bulan)}" if hari.isdigit() and bulan.isdigit() else "angkanya"
        pesan = f"Sel berisi tanggal {sel.teks}; Excel dapat mengubah angka bertitik menjadi tanggal."
        saran = (
            f"Ubah format sel menjadi Angka, lalu ketik ulang dengan koma, misalnya {dugaan} bila itu yang dimaksud."
        )
        return self._tolak("tanggal_bukan_angka", sel, pesan, saran, kode)

    def _bilangan(self, sel: Sel, nilai: float, *, persen: bool, kode: str | None) -> Isian:
        if sel.persen and not persen:
            return self._tolak_persen(sel, Decimal(repr(nilai)) * 100, kode)
        bacaan = baca_bilangan(nilai, persen=sel.persen)
        if isinstance(bacaan, TidakTerbaca):
            return self._tolak("bukan_angka", sel, bacaan.sebab, f"Ketik satu angka, atau {_KOSONGKAN}.", kode)
        if sel.rumus is not None:
            pesan = f"Sel berisi rumus; hasilnya {tulis_angka(bacaan.nilai)} yang dibaca."
            self._catat("rumus_di_isian", sel, pesan, "Ketik hasilnya sebagai angka.", kode, bacaan.nilai)
        return Isian(nilai=bacaan.nilai, diketik=_kutip(sel))

    def _ketikan(self, sel: Sel, *, persen: bool, kode: str | None) -> Isian:
        bacaan = _baca(sel)
        if isinstance(bacaan, Kosong):
            return Isian(diketik=sel.teks.strip() or None)
        if isinstance(bacaan, Angka):
            return self._angka_teks(sel, bacaan, persen=persen, kode=kode)
        if isinstance(bacaan, Ambigu):
            besar, kecil = (tulis_angka(satu).replace(".", "") for satu in bacaan.bacaan)
            pesan = f"“{_kutip(sel)}” dapat dibaca {besar} atau {kecil}."
            return self._tolak("angka_ambigu", sel, pesan, f"Ketik {besar} atau {kecil}.", kode)
        saran = f"Ketik satu angka, misalnya 85,5, atau {_KOSONGKAN}."
        return self._tolak("bukan_angka", sel, f"“{_kutip(sel)}”: {_sebab(bacaan)}", saran, kode)

    def _angka_teks(self, sel: Sel, bacaan: Angka, *, persen: bool, kode: str | None) -> Isian:
        if bacaan.persen and not persen:
            return self._tolak_persen(sel, bacaan.nilai, kode)
        saran = f"Ketik {tulis_angka(bacaan.nilai).replace('.', '')} sebagai angka."
        if bacaan.tanya:
            pesan = f"“{_kutip(sel)}” ditulis dengan titik. {bacaan.tanya}"
            self._catat("angka_tanya", sel, pesan, saran, kode, bacaan.nilai)
        else:
            pesan = f"Angka tersimpan sebagai teks “{_kutip(sel)}”; dibaca {tulis_angka(bacaan.nilai)}."
            self._catat("angka_teks", sel, pesan, saran, kode, bacaan.nilai)
        return Isian(nilai=bacaan.nilai, diketik=sel.teks.strip())

    def _tolak_persen(self, sel: Sel, nilai: Decimal, kode: str | None) -> Isian:
        besar, kecil = tulis_angka(nilai), tulis_angka(nilai / 100)
        pesan = f"“{_kutip(sel)}” bertanda persen, padahal satuannya bukan persen."
        saran = f"Ubah format sel menjadi Angka, lalu ketik {besar} atau {kecil}."
        return self._tolak("persen_bukan_satuan", sel, pesan, saran, kode)

    def _tolak(self, aturan: str, sel: Sel, pesan: str, saran: str, kode: str | None) -> Isian:
        self._catat(aturan, sel, pesan, saran, kode, None)
        return GAGAL

    def _catat(self, aturan: str, sel: Sel, pesan: str, saran: str, kode: str | None, dipahami: Decimal | None) -> None:
        self.temuan.append(
            buat(
                aturan,
                pesan,
                saran,
                lembar=sel.lembar,
                sel=sel.alamat,
                kode_indikator=kode,
                diketik=_kutip(sel),
                dipahami=None if dipahami is None else tulis_angka(dipahami),
            )
        )


def _baca(sel: Sel) -> Bacaan:
    if sel.jenis != "teks":
        return TidakTerbaca(sel.teks, "Isian bukan angka.")
    if len(sel.teks) > _PANJANG_ANGKA:
        return TidakTerbaca(sel.teks, "Isian terlalu panjang untuk satu angka.")
    return baca_angka(sel.teks)


def _kosong(teks: str) -> bool:
    """Whether a text says that there is nothing: blank, `-`, `n/a`."""
    return len(teks) <= _PANJANG_ANGKA and isinstance(baca_angka(teks), Kosong)


def _kutip(sel: Sel) -> str:
    """The content of a cell as a person would have typed it, at most 60 characters."""
    if sel.jenis == "angka" and sel.nilai is not None and abs(sel.nilai) < 1e18:
        nilai = Decimal(repr(sel.nilai))
        return f"{tulis_angka(nilai * 100)}%" if sel.persen else tulis_angka(nilai)
    return _KENDALI.sub("\ufffd", sel.teks).strip()[:60]


def _sebab(bacaan: Rentang | Batas | Peringkat | TidakTerbaca) -> str:
    if isinstance(bacaan, Rentang):
        return "isian berupa rentang, padahal realisasi adalah satu angka."
    if isinstance(bacaan, Batas):
        return "isian berupa batas, padahal realisasi adalah satu angka."
    if isinstance(bacaan, Peringkat):
        return "isian berupa kata, padahal realisasi adalah angka."
    return bacaan.sebab[:1].lower() + bacaan.sebab[1:]
