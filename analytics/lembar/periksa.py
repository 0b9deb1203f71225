"""Checks a parsed workbook against the plan: what was understood, and every finding at once.

A galat is what cannot be identified, read or stored without guessing. Everything about meaning is a peringatan,
accepted with a reason. A blank cell that is not due raises nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

from analytics.aturan.angka import bulatkan, tulis_angka, tulis_rupiah
from analytics.aturan.capaian import bulatkan_pecahan
from analytics.aturan.periode import ROMAWI, TERISI, Periode
from analytics.lembar.baca import Buku, Lembar
from analytics.lembar.bahan import Bahan, IndikatorFormat, SimpulFormat
from analytics.lembar.format import (
    JENIS_NARASI,
    KOLOM_ANGGARAN,
    LEMBAR_ANGGARAN,
    LEMBAR_REALISASI,
    Identitas,
    Kolom,
    Letak,
    cari_letak,
    kolom_realisasi,
    kunci_isian,
)
from analytics.lembar.hasil import BarisAnggaran, BarisRealisasi, Narasi
from analytics.lembar.kenali import bandingkan_rencana
from analytics.lembar.nilai import GAGAL, Isian, PembacaSel
from analytics.lembar.temuan import Temuan, buat

_FORMAT_BARU: Final = "Unduh format baru dari Capaian dan pindahkan isiannya."


@dataclass(frozen=True)
class IsiLembar:
    """What the sheets of a workbook say; `alasan` holds the reasons that stand in it, by `Temuan.kunci`."""

    realisasi: tuple[BarisRealisasi, ...] = ()
    anggaran: tuple[BarisAnggaran, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    alasan: Mapping[str, str] = field(default_factory=dict)


def periksa(buku: Buku, bahan: Bahan, identitas: Identitas) -> IsiLembar:
    """Check the sheets of an identified workbook against the plan."""
    realisasi = _periksa_realisasi(buku, bahan)
    anggaran = _periksa_anggaran(buku, bahan) if bahan.simpul else IsiLembar()
    return IsiLembar(
        realisasi.realisasi,
        anggaran.anggaran,
        (*bandingkan_rencana(identitas, bahan), *realisasi.temuan, *anggaran.temuan),
        {**realisasi.alasan, **anggaran.alasan},
    )


def _periksa_realisasi(buku: Buku, bahan: Bahan) -> IsiLembar:
    kode = [satu.kode for satu in bahan.indikator]
    temuan: list[Temuan] = []
    tempat = _temukan(buku, LEMBAR_REALISASI, kolom_realisasi(bahan.periode.triwulan), kode, bahan.periode, temuan)
    if tempat is None:
        return IsiLembar(temuan=tuple(temuan))
    hasil = [
        _BarisIndikator(tempat, satu).periksa()
        for satu in bahan.indikator
        if len(tempat.letak.baris.get(satu.kode, ())) == 1
    ]
    return IsiLembar(
        realisasi=tuple(baris for baris, _ in hasil),
        temuan=(*temuan, *(satu for _, daftar in hasil for satu in daftar)),
        alasan=dict(_alasan((baris.alasan, daftar) for baris, daftar in hasil)),
    )


def _periksa_anggaran(buku: Buku, bahan: Bahan) -> IsiLembar:
    kode = [satu.kode for satu in bahan.simpul]
    temuan: list[Temuan] = []
    tempat = _temukan(buku, LEMBAR_ANGGARAN, KOLOM_ANGGARAN, kode, bahan.periode, temuan)
    if tempat is None:
        return IsiLembar(temuan=tuple(temuan))
    hasil = [_periksa_simpul(tempat, satu) for satu in bahan.simpul if len(tempat.letak.baris.get(satu.kode, ())) == 1]
    return IsiLembar(
        anggaran=tuple(baris for baris, _ in hasil),
        temuan=(*temuan, *(satu for _, daftar in hasil for satu in daftar)),
        alasan=dict(_alasan((baris.alasan, daftar) for baris, daftar in hasil)),
    )


def _alasan(hasil: Iterable[tuple[str | None, Sequence[Temuan]]]) -> Iterator[tuple[str, str]]:
    """The reasons that stand in the workbook: the Keterangan of a row explains the peringatan of that row."""
    for alasan, daftar in hasil:
        if alasan is not None:
            yield from ((satu.kunci, alasan) for satu in daftar if satu.tingkat == "peringatan")


@dataclass(frozen=True)
class _Tempat:
    """One sheet and where its columns and rows were found."""

    lembar: Lembar
    letak: Letak

    def sel(self, kode: str, kunci: str) -> str:
        return self.letak.alamat(kode, kunci)


def _temukan(
    buku: Buku, nama: str, kolom: Sequence[Kolom], kode: Sequence[str], periode: Periode, temuan: list[Temuan]
) -> _Tempat | None:
    """Find a sheet, its columns by key and its rows by code; what is missing goes into `temuan`."""
    lembar = buku.lembar.get(nama)
    if lembar is None:
        ada = ", ".join(satu.nama for satu in buku.lembar.values() if satu.keadaan == "visible")
        temuan.append(buat("lembar_hilang", f"Lembar “{nama}” tidak ada. Lembar yang ada: {ada}.", _FORMAT_BARU))
        return None
    letak = cari_letak({alamat: sel.teks for alamat, sel in lembar.sel.items()}, kolom)
    judul = {satu.kunci: satu.tulis_judul(periode) for satu in kolom}
    hilang = [judul[kunci] for kunci in kunci_isian(kolom) if letak is None or kunci not in letak.kolom]
    if letak is None or hilang:
        pesan = f"Kolom tidak ditemukan: {', '.join(hilang)}."
        temuan.append(buat("kolom_hilang", pesan, _FORMAT_BARU, lembar=nama))
        return None
    temuan.extend(_periksa_baris(nama, letak, kode))
    return _Tempat(lembar, letak)


def _periksa_baris(nama: str, letak: Letak, kode: Sequence[str]) -> Iterator[Temuan]:
    for satu in kode:
        nomor = letak.baris.get(satu, ())
        if not nomor:
            yield buat("baris_hilang", f"Baris {satu} tidak ada di lembar {nama}.", _FORMAT_BARU, lembar=nama)
        elif len(nomor) > 1:
            daftar = " dan ".join(map(str, nomor))
            pesan = f"Kode {satu} ada di baris {daftar}, tidak jelas mana yang benar."
            sel = f"{letak.kolom['kode']}{nomor[1]}"
            yield buat("baris_ganda", pesan, "Hapus baris yang salah.", lembar=nama, sel=sel)
    for satu, nomor in letak.baris.items():
        if satu not in kode:
            sel = f"{letak.kolom['kode']}{nomor[0]}"
            pesan = f"Kode “{satu[:60]}” tidak ada di format ini."
            yield buat("baris_asing", pesan, "Kembalikan kodenya, atau hapus baris itu.", lembar=nama, sel=sel)


class _BarisIndikator:
    """Reads and checks the row of one indicator."""

    def __init__(self, tempat: _Tempat, indikator: IndikatorFormat) -> None:
        self._tempat = tempat
        self._indikator = indikator
        self._baca = PembacaSel(tempat.lembar)
        self._kunci = "pembilang" if indikator.berpembilang else "realisasi"

    def periksa(self) -> tuple[BarisRealisasi, list[Temuan]]:
        """The row as understood, and its findings."""
        isian, atas, bawah = self._pasangan() if self._indikator.berpembilang else (self._isian(), None, None)
        baris = self._susun(isian, atas, bawah)
        if not isian.gagal:
            self._periksa_ketikan_hasil(baris)
            self._periksa_makna(baris)
        return baris, self._baca.temuan

    def _sel(self, kunci: str) -> str:
        return self._tempat.sel(self._indikator.kode, kunci)

    def _teks(self, kunci: str) -> str | None:
        return self._baca.teks(self._sel(kunci), self._indikator.kode)

    def _narasi(self) -> Iterator[Narasi]:
        for jenis in JENIS_NARASI:
            isi = self._teks(jenis)
            if isi is not None:
                yield Narasi(jenis, isi, LEMBAR_REALISASI, self._sel(jenis))

    def _isian(self) -> Isian:
        satu = self._indikator
        if satu.pilihan:
            return self._baca.peringkat(self._sel("realisasi"), satu.pilihan, satu.kode)
        return self._baca.angka(self._sel("realisasi"), persen=satu.persen, kode=satu.kode)

    def _pasangan(self) -> tuple[Isian, Decimal | None, Decimal | None]:
        """Pembilang and penyebut: both or none. The value is theirs, never that of the formula cell."""
        kode = self._indikator.kode
        atas = self._baca.angka(self._sel("pembilang"), kode=kode)
        bawah = self._baca.angka(self._sel("penyebut"), kode=kode)
        if atas.gagal or bawah.gagal:
            return GAGAL, None, None
        if atas.kosong != bawah.kosong or bawah.nilai == 0:
            self._tolak_pasangan(atas, bawah)
            return GAGAL, None, None
        tertulis = any(satu.diketik for satu in (atas, bawah))
        diketik = f"{atas.diketik or ''} / {bawah.diketik or ''}" if tertulis else None
        return Isian(diketik=diketik), atas.nilai, bawah.nilai

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
            alasan=self._teks("alasan"),
            diketik=isian.diketik,
            lembar=LEMBAR_REALISASI,
            sel=self._sel(self._kunci),
            narasi=tuple(self._narasi()),
        )

    def _tolak_pasangan(self, atas: Isian, bawah: Isian) -> None:
        if bawah.nilai == 0:
            pesan = "Penyebut 0, sehingga realisasi tidak dapat dihitung."
            saran = "Betulkan penyebutnya; bila memang tidak ada yang diukur, kosongkan keduanya dan tulis alasannya."
            self._catat("penyebut_nol", "penyebut", pesan, saran, bawah.diketik)
            return
        ada, kurang = ("penyebut", "pembilang") if atas.kosong else ("pembilang", "penyebut")
        pesan = f"{kurang.capitalize()} kosong, padahal {ada} terisi."
        saran = f"Isi {kurang}, atau kosongkan keduanya dan tulis alasannya."
        self._catat("pasangan_tidak_lengkap", kurang, pesan, saran, None)

    def _periksa_ketikan_hasil(self, baris: BarisRealisasi) -> None:
        """A value typed over the formula must not contradict the pair, and cannot stand alone."""
        sel = self._tempat.lembar.sel.get(self._sel("realisasi"))
        if not self._indikator.berpembilang or sel is None or sel.rumus is not None:
            return
        ketikan = self._baca.angka(sel.alamat, persen=self._indikator.persen, kode=self._indikator.kode)
        if ketikan.nilai is None:
            return
        hitung = _pecahan(baris, self._indikator)
        if hitung is None:
            pesan = "Realisasi diketik langsung, padahal dihitung dari pembilang dan penyebut."
            saran = "Isi pembilang dan penyebut; kosongkan ketikan di sel realisasi."
            self._catat("pasangan_tidak_lengkap", "realisasi", pesan, saran, ketikan.diketik)
        elif bulatkan_pecahan(hitung, 2) != bulatkan(ketikan.nilai, 2):
            pesan = (
                f"Realisasi diketik {tulis_angka(ketikan.nilai)}, sedangkan {baris.tulis()} menghasilkan "
                f"{tulis_angka(float(hitung), 2)}."
            )
            self._catat("realisasi_beda", "realisasi", pesan, "Betulkan pembilang atau penyebut.", ketikan.diketik)

    def _catat(
        self, aturan: str, kunci: str, pesan: str, saran: str, diketik: str | None, dipahami: str | None = None
    ) -> None:
        self._baca.temuan.append(
            buat(
                aturan,
                pesan,
                saran,
                lembar=LEMBAR_REALISASI,
                sel=self._sel(kunci),
                kode_indikator=self._indikator.kode,
                diketik=diketik,
                dipahami=dipahami,
            )
        )

    def _periksa_makna(self, baris: BarisRealisasi) -> None:
        if baris.keadaan != TERISI:
            self._periksa_kosong(baris)
            return
        nilai = _pecahan(baris, self._indikator)
        if nilai is None:
            return
        if nilai < 0:
            pesan = f"Realisasi {tulis_angka(float(nilai))} di bawah nol."
            self._catat("nilai_negatif", self._kunci, pesan, "Periksa tandanya, atau tulis alasannya.", baris.diketik)
        self._periksa_pecahan_persen(baris, nilai)
        self._periksa_kumulatif(baris, nilai)

    def _periksa_kosong(self, baris: BarisRealisasi) -> None:
        if self._indikator.wajib and baris.alasan is None:
            pesan = "Belum diisi, padahal wajib dilaporkan triwulan ini; dicatat sebagai belum ada data, bukan nol."
            saran = "Isi nilainya, atau tulis alasannya di kolom Keterangan."
            self._catat("belum_ada_data", self._kunci, pesan, saran, baris.diketik)
        elif not self._indikator.wajib and baris.alasan is not None:
            pesan = f"Keterangan tanpa nilai dicatat: {baris.alasan}"
            self._catat("keterangan_dicatat", "alasan", pesan, "Tidak perlu apa-apa.", baris.alasan)

    def _periksa_pecahan_persen(self, baris: BarisRealisasi, nilai: Fraction) -> None:
        """0,95 where 95 is meant: a value up to 1 whose hundredfold lies nearer to the target."""
        target = self._indikator.target_triwulan.nilai or self._indikator.target_tahun.nilai
        if baris.nilai is None or not self._indikator.persen or target is None or not 0 < nilai <= 1:
            return
        if abs(nilai * 100 - Fraction(target)) < abs(nilai - Fraction(target)):
            seratus = tulis_angka(baris.nilai * 100)
            pesan = f"{tulis_angka(baris.nilai)} persen, sedangkan targetnya {tulis_angka(target)} persen."
            saran = f"Ketik {seratus} bila {seratus} persen yang dimaksud."
            self._catat("pecahan_persen", self._kunci, pesan, saran, baris.diketik, tulis_angka(baris.nilai))

    def _periksa_kumulatif(self, baris: BarisRealisasi, nilai: Fraction) -> None:
        satu = self._indikator
        if satu.cara_isi != "sd_triwulan":
            return
        for triwulan, laporan in (*sorted(satu.lalu.items())[-1:], *sorted(satu.kemudian.items())[:1]):
            lain = laporan.pecahan(satu.faktor)
            if lain is None or (nilai >= lain if triwulan in satu.lalu else nilai <= lain):
                continue
            arah = "turun dari" if triwulan in satu.lalu else "lebih besar dari"
            pesan = (
                f"Nilai s/d triwulan ini {tulis_angka(float(nilai))}, {arah} {tulis_angka(float(lain))} "
                f"s/d triwulan {ROMAWI[triwulan]}."
            )
            saran = "Ketik nilai kumulatif sejak awal tahun, atau tulis alasannya."
            self._catat("sd_turun", self._kunci, pesan, saran, baris.diketik)


def _pecahan(baris: BarisRealisasi, indikator: IndikatorFormat) -> Fraction | None:
    """The exact value of a row, None without one."""
    if baris.pembilang is not None and baris.penyebut:
        return Fraction(baris.pembilang) / Fraction(baris.penyebut) * Fraction(indikator.faktor or 1)
    return None if baris.nilai is None else Fraction(baris.nilai)


def _periksa_simpul(tempat: _Tempat, simpul: SimpulFormat) -> tuple[BarisAnggaran, list[Temuan]]:
    """Read and check the money of one leaf."""
    baca = PembacaSel(tempat.lembar)
    alamat = tempat.sel(simpul.kode, "rupiah")
    isian = baca.angka(alamat)
    alasan = baca.teks(tempat.sel(simpul.kode, "alasan"))
    rupiah = None if isian.nilai is None else bulatkan(isian.nilai, 2)
    baris = BarisAnggaran(simpul.kode, simpul.nama, simpul.pagu, rupiah, alasan, LEMBAR_ANGGARAN, alamat)
    makna = [] if isian.gagal else list(_makna_anggaran(baris, simpul, tempat.sel(simpul.kode, "alasan")))
    letak = {"lembar": LEMBAR_ANGGARAN, "diketik": isian.diketik}
    baca.temuan.extend(buat(aturan, pesan, saran, sel=sel, **letak) for aturan, sel, pesan, saran in makna)
    return baris, baca.temuan


def _makna_anggaran(baris: BarisAnggaran, simpul: SimpulFormat, sel_alasan: str) -> Iterator[tuple[str, str, str, str]]:
    """(rule, cell, pesan, saran) of everything that is odd about the money of one leaf."""
    if baris.rupiah is None:
        if simpul.pagu is not None and baris.alasan is None:
            pesan = f"Realisasi {simpul.kode} belum diisi; dicatat sebagai belum ada data, bukan nol."
            yield (
                "anggaran_kosong",
                baris.sel,
                pesan,
                "Isi realisasinya (0 bila memang belum ada belanja), atau tulis alasannya.",
            )
        elif baris.alasan is not None:
            yield (
                "keterangan_dicatat",
                sel_alasan,
                f"Keterangan tanpa nilai dicatat: {baris.alasan}",
                "Tidak perlu apa-apa.",
            )
        return
    if baris.rupiah < 0:
        yield "nilai_negatif", baris.sel, f"Realisasi {tulis_rupiah(baris.rupiah)} di bawah nol.", "Periksa tandanya."
    if baris.rupiah > (simpul.pagu or 0):
        pagu = "tidak ada pagunya" if simpul.pagu is None else f"melebihi pagu {tulis_rupiah(simpul.pagu)}"
        yield (
            "anggaran_lebih",
            baris.sel,
            f"Realisasi {tulis_rupiah(baris.rupiah)} {pagu}.",
            "Periksa angkanya, atau tulis alasannya.",
        )
    if simpul.lalu is not None and baris.rupiah < simpul.lalu:
        pesan = f"Realisasi s/d triwulan ini {tulis_rupiah(baris.rupiah)}, turun dari {tulis_rupiah(simpul.lalu)}."
        yield "anggaran_turun", baris.sel, pesan, "Ketik jumlah kumulatif sejak awal tahun, atau tulis alasannya."
    if simpul.kemudian is not None and baris.rupiah > simpul.kemudian:
        pesan = (
            f"Realisasi s/d triwulan ini {tulis_rupiah(baris.rupiah)}, lebih besar dari "
            f"{tulis_rupiah(simpul.kemudian)} s/d triwulan berikutnya yang sudah diterima."
        )
        yield "anggaran_turun", baris.sel, pesan, "Betulkan juga kiriman triwulan berikutnya, atau tulis alasannya."
