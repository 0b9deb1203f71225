"""Reads the row of one indicator of a filled workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from analytics.aturan.angka import bulatkan, tulis_angka
from analytics.aturan.capaian import bulatkan_pecahan
from analytics.aturan.periode import TERISI
from analytics.lembar.bentuk.bahan import IndikatorFormat
from analytics.lembar.bentuk.format import JENIS_NARASI
from analytics.lembar.periksa.nilai import GAGAL, Isian, PembacaBaris, kutip
from analytics.lembar.periksa.pemeriksaan import BarisRealisasi, Narasi


@dataclass(frozen=True)
class Dibaca:
    """A row as understood. `gagal`: its value could not be read. `kolom` is where its value is typed first.

    `nilai` is its exact value, None without one or for a grade.
    """

    baris: BarisRealisasi
    pembaca: PembacaBaris
    kolom: str
    gagal: bool
    nilai: Fraction | None


class BarisIndikator:
    """Reads the row of one indicator."""

    def __init__(self, pembaca: PembacaBaris, indikator: IndikatorFormat) -> None:
        self._baca = pembaca
        self._indikator = indikator
        self._kolom = "pembilang" if indikator.berpembilang else "realisasi"

    def baca(self) -> Dibaca:
        """The row as understood; what is wrong with its cells goes into the findings of the reader."""
        isian, atas, bawah = self._pasangan() if self._indikator.berpembilang else (self._isian(), None, None)
        baris = self._susun(isian, atas, bawah)
        nilai = self._nilai(baris)
        gagal = isian.gagal or not self._ketikan_hasil_cocok(baris, nilai)
        return Dibaca(baris, self._baca, self._kolom, gagal, nilai)

    def _isian(self) -> Isian:
        satu = self._indikator
        if self._tertulis_pasangan():
            return GAGAL
        if satu.pilihan:
            return self._baca.peringkat("realisasi", satu.pilihan)
        return self._baca.angka("realisasi", persen=satu.persen)

    def _tertulis_pasangan(self) -> bool:
        """Whether pembilang or penyebut is typed though the value itself is asked for: it would be lost."""
        for kolom in ("pembilang", "penyebut"):
            sel = self._baca.sel(kolom)
            if sel is not None and sel.teks.strip() not in {"", "-"}:
                pesan = f"{kolom.capitalize()} diisi “{kutip(sel)}”, padahal indikator ini meminta nilainya langsung."
                self._baca.catat("pasangan_tidak_diminta", kolom, pesan, diketik=kutip(sel))
                return True
        return False

    def _pasangan(self) -> tuple[Isian, Decimal | None, Decimal | None]:
        """Pembilang and penyebut: both or none. The value is theirs, never that of the formula cell."""
        atas, bawah = self._baca.angka("pembilang"), self._baca.angka("penyebut")
        if atas.gagal or bawah.gagal:
            return GAGAL, None, None
        if atas.kosong != bawah.kosong or bawah.nilai == 0:
            self._tolak_pasangan(atas, bawah)
            return GAGAL, None, None
        tertulis = any(satu.diketik for satu in (atas, bawah))
        diketik = f"{atas.diketik or ''} / {bawah.diketik or ''}" if tertulis else None
        return Isian(diketik=diketik), atas.nilai, bawah.nilai

    def _tolak_pasangan(self, atas: Isian, bawah: Isian) -> None:
        if bawah.nilai == 0:
            pesan = "Penyebut 0, sehingga realisasi tidak dapat dihitung."
            self._baca.catat("penyebut_nol", "penyebut", pesan, diketik=bawah.diketik)
            return
        ada, kurang = ("penyebut", "pembilang") if atas.kosong else ("pembilang", "penyebut")
        pesan = f"{kurang.capitalize()} kosong, padahal {ada} terisi."
        self._baca.catat("pasangan_tidak_lengkap", kurang, pesan, {"kurang": kurang})

    def _susun(self, isian: Isian, atas: Decimal | None, bawah: Decimal | None) -> BarisRealisasi:
        satu = self._indikator
        terisi = isian.nilai is not None or isian.peringkat is not None or atas is not None
        return BarisRealisasi(
            kode_indikator=satu.kode,
            nama=satu.nama,
            satuan=satu.satuan,
            keadaan=TERISI if terisi else satu.bila_kosong,
            nilai=isian.nilai,
            pembilang=atas,
            penyebut=bawah,
            peringkat=isian.peringkat,
            alasan=self._baca.teks("alasan"),
            diketik=isian.diketik,
            lembar=self._baca.lembar.nama,
            sel=self._baca.alamat[self._kolom],
            narasi=tuple(self._narasi()),
        )

    def _narasi(self) -> Iterator[Narasi]:
        for jenis in JENIS_NARASI:
            isi = self._baca.teks(jenis)
            if isi is not None:
                yield Narasi(jenis, isi, self._baca.lembar.nama, self._baca.alamat[jenis])

    def _nilai(self, baris: BarisRealisasi) -> Fraction | None:
        if baris.pembilang is not None and baris.penyebut:
            return Fraction(baris.pembilang) / Fraction(baris.penyebut) * Fraction(self._indikator.faktor or 1)
        return None if baris.nilai is None else Fraction(baris.nilai)

    def _ketikan_hasil_cocok(self, baris: BarisRealisasi, hitung: Fraction | None) -> bool:
        """What stands in the result cell must not contradict the pair, and cannot stand alone: False when it does.

        The formula of the format gives the value of the pair itself; another one is held against it like a typed value.
        """
        sel = self._baca.sel("realisasi")
        if not self._indikator.berpembilang or sel is None or (sel.rumus is not None and sel.jenis != "angka"):
            return True
        sebelum = len(self._baca.temuan)
        ketikan = self._baca.angka("realisasi", persen=self._indikator.persen)
        if ketikan.nilai is None:
            return not ketikan.gagal
        if sel.rumus is not None:
            del self._baca.temuan[sebelum:]
        if hitung is None:
            pesan = f"Realisasi berisi {ketikan.diketik}, padahal dihitung dari pembilang dan penyebut yang kosong."
            isi = {"kurang": "pembilang dan penyebut"}
            self._baca.catat("pasangan_tidak_lengkap", "realisasi", pesan, isi, diketik=ketikan.diketik)
            return False
        del self._baca.temuan[sebelum:]
        if bulatkan_pecahan(hitung, 2) != bulatkan(ketikan.nilai, 2):
            hasil = tulis_angka(float(hitung), 2)
            pesan = f"Realisasi berisi {tulis_angka(ketikan.nilai)}, sedangkan {baris.tulis()} menghasilkan {hasil}."
            self._baca.catat("realisasi_beda", "realisasi", pesan, diketik=ketikan.diketik, dipahami=hasil)
        return True
