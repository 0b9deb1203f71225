"""Reading a *rencana* workbook into a `Rencana`, with every finding about what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar

from analytics.pembaca.baca import BukuTerbaca, baca_buku
from analytics.pembaca.tolakan import Tolakan
from analytics.rencana import kolom as k
from analytics.rencana.isi import (
    Asal,
    Aturan,
    Dokumen,
    ElemenIkk,
    Identitas,
    Indikator,
    Nilai,
    Pagu,
    Rencana,
    Riwayat,
    RiwayatAnggaran,
    Rujukan,
    Simpul,
    Standar,
    Target,
    Tautan,
    Unit,
)
from analytics.rencana.tabel import BarisIsi, Catatan, Tabel, baris_isi, ringkas, susun_butir, susun_tabel
from analytics.temuan.berkas_ditolak import temuan_berkas
from analytics.temuan.butir import Temuan

_T = TypeVar("_T")
Pembuka = Callable[[bytes], BukuTerbaca | tuple[Tolakan, ...]]
"""What turns bytes into sheets: `baca_buku`, or the `baca` of a `Pembaca` that keeps its child for many files."""


@dataclass(frozen=True)
class BacaanRencana:
    """What a workbook says and what was wrong with it.

    `rencana` holds every row that could be read; None when the file is no workbook at all. `cacat` names (sheet key,
    code) of rows that exist but could not be read, and (sheet key, "") of whole sheets, so that later checks do not
    report the same mistake again as an unknown code.
    """

    rencana: Rencana | None
    temuan: tuple[Temuan, ...]
    cacat: frozenset[tuple[str, str]] = frozenset()


def baca_rencana(isi: bytes, buka: Pembuka = baca_buku) -> BacaanRencana:
    """Read a workbook: guarded and parsed in a child process, sheets and columns found by name.

    Never raises for the file's sake; everything that cannot be read is a finding of the result.
    """
    buku = buka(isi)
    if not isinstance(buku, BukuTerbaca):
        return BacaanRencana(None, temuan_berkas(buku))
    catatan = Catatan()
    tabel = _tabel(buku, catatan)
    pembaca = _PembacaRencana(tabel, catatan)
    rencana = pembaca.rencana()
    cacat = pembaca.cacat | {(satu.kunci, "") for satu in k.DAFTAR_LEMBAR if satu.kunci not in tabel}
    return BacaanRencana(rencana, tuple(catatan.temuan), frozenset(cacat))


def _tabel(buku: BukuTerbaca, catatan: Catatan) -> dict[str, Tabel]:
    """The sheets that are there and whole, by key."""
    ada = {ringkas(nama): isi for nama, isi in buku.lembar.items()}
    hasil = {}
    for lembar in k.DAFTAR_LEMBAR:
        isi = ada.pop(ringkas(lembar.nama), None)
        if isi is None:
            _catat_tanpa_lembar(lembar, catatan)
            continue
        susun = susun_butir if lembar is k.IDENTITAS else susun_tabel
        tabel = susun(lembar, isi, catatan)
        if tabel is not None:
            hasil[lembar.kunci] = tabel
    ada.pop(ringkas(k.LEMBAR_PETUNJUK), None)
    for isi in ada.values():
        pesan = f"Lembar “{isi.nama}” bukan bagian templat, sehingga tidak dibaca."
        catatan.catat("lembar_tidak_dibaca", pesan, "Tidak perlu tindakan bila hanya catatan.", Asal(isi.nama, ""))
    return hasil


def _catat_tanpa_lembar(lembar: k.Lembar, catatan: Catatan) -> None:
    kode = "lembar_tidak_ada" if lembar.wajib else "lembar_pilihan_tidak_ada"
    akibat = "" if lembar.wajib else " Isinya dianggap tidak ada."
    catatan.catat(kode, f"Lembar {lembar.nama} tidak ada.{akibat}", f"Salin lembar {lembar.nama} dari templat rencana.")


class _PembacaRencana:
    """Reads the tables of one workbook; `cacat` collects the codes of rows that could not be read."""

    def __init__(self, tabel: Mapping[str, Tabel], catatan: Catatan) -> None:
        self._tabel = tabel
        self._catatan = catatan
        self._persen: dict[str, bool] = {}
        self._masa: dict[str, tuple[int, int]] = {}
        self.cacat: set[tuple[str, str]] = set()

    def rencana(self) -> Rencana:
        """All rows that can be used."""
        identitas = self._baca("identitas", _identitas)
        dokumen = self._baca("dokumen", _dokumen)
        indikator = self._baca("indikator", lambda baris: (_indikator(baris), _aturan(baris)))
        self._persen = {satu.kode: satu.persen for satu, _ in indikator}
        self._masa = {satu.kode: (satu.tahun_awal, satu.tahun_akhir) for satu in dokumen}
        return Rencana(
            identitas=identitas[0] if identitas else None,
            unit=self._baca("unit", _unit),
            dokumen=dokumen,
            simpul=self._baca("pohon", _simpul),
            indikator=self._tunggal(satu for satu, _ in indikator),
            aturan=tuple(satu for _, satu in indikator),
            target=tuple(self._target()),
            pagu=tuple(self._pagu()),
            riwayat=self._baca("riwayat", self._riwayat),
            riwayat_anggaran=self._baca("riwayat_anggaran", _riwayat_anggaran),
            standar=self._baca("standar_nasional", self._standar),
            tautan=tuple(self._tautan()),
            ikk=self._baca("ikk", _ikk),
            rujukan=tuple(self._rujukan()),
        )

    def _baris(self, lembar: str) -> Iterator[BarisIsi]:
        tabel = self._tabel.get(lembar)
        return baris_isi(tabel, self._catatan) if tabel else iter(())

    def _baca(self, lembar: str, buat: Callable[[BarisIsi], _T]) -> tuple[_T, ...]:
        """The rows of a sheet that could be read; the codes of the others go to `cacat`."""
        hasil = []
        for baris in self._baris(lembar):
            satu = buat(baris)
            if baris.cacat:
                self._tandai(lembar, baris)
            else:
                hasil.append(satu)
        return tuple(hasil)

    def _tunggal(self, semua: Iterable[Indikator]) -> tuple[Indikator, ...]:
        """One entry per code; a later row only brings another rule, so it must describe the same indicator."""
        hasil: dict[str, Indikator] = {}
        for satu in semua:
            pertama = hasil.setdefault(satu.kode, satu)
            if satu != pertama:
                self._catatan.catat(
                    "kode_ganda",
                    f"Indikator {satu.kode} sudah ada di {pertama.asal.sel} dengan uraian yang lain.",
                    "Samakan nama, satuan, unit, laporan, dan definisinya, atau pakai kode lain.",
                    satu.asal,
                    kode_indikator=satu.kode,
                )
        return tuple(hasil.values())

    def _tandai(self, lembar: str, baris: BarisIsi) -> None:
        if lembar in _BERKODE:
            self.cacat.add((lembar, baris.intip("kode")))

    def _target(self) -> Iterator[Target]:
        for baris in self._baris("target_renstra"):
            dokumen, indikator = self._pasangan(baris)
            for tahun in self._tabel["target_renstra"].tahun:
                nilai = self._nilai(baris, str(tahun), indikator)
                if nilai is not None and dokumen and indikator:
                    yield Target(dokumen, indikator, tahun, 0, nilai, baris.asal(str(tahun)))
            self._tandai_nilai("target_renstra", dokumen, indikator, baris)
        for baris in self._baris("target_renja"):
            dokumen, indikator = self._pasangan(baris)
            for triwulan in range(5):
                nilai = self._nilai(baris, f"t{triwulan}", indikator)
                if nilai is not None and dokumen and indikator:
                    tahun = self._masa.get(dokumen, (0, 0))[0]
                    yield Target(dokumen, indikator, tahun, triwulan, nilai, baris.asal(f"t{triwulan}"))
            self._tandai_nilai("target_renja", dokumen, indikator, baris)

    def _pasangan(self, baris: BarisIsi) -> tuple[str, str]:
        return baris.kode("dokumen"), baris.kode("indikator")

    def _tandai_nilai(self, lembar: str, dokumen: str, indikator: str, baris: BarisIsi) -> None:
        if baris.cacat:
            self.cacat.add((lembar, f"{dokumen}|{indikator}"))

    def _nilai(self, baris: BarisIsi, kunci: str, indikator: str) -> Nilai | None:
        return baris.nilai(kunci, persen=self._persen.get(indikator, False), indikator=indikator or None)

    def _rujukan(self) -> Iterator[Rujukan]:
        for lembar, kunci in LEMBAR_MERUJUK.items():
            for baris in self._baris(lembar):
                dokumen, kode = baris.intip("dokumen"), baris.intip(kunci)
                if dokumen and kode:
                    yield Rujukan(lembar, dokumen, kode, baris.asal("dokumen"), baris.asal(kunci))

    def _pagu(self) -> Iterator[Pagu]:
        for baris in self._baris("pagu"):
            dokumen, simpul = baris.kode("dokumen"), baris.kode("simpul")
            for tahun in self._tabel["pagu"].tahun:
                rupiah = baris.rupiah(str(tahun))
                if rupiah is not None and dokumen and simpul:
                    yield Pagu(dokumen, simpul, tahun, rupiah, baris.asal(str(tahun)))
            self._tandai_nilai("pagu", dokumen, simpul, baris)

    def _riwayat(self, baris: BarisIsi) -> Riwayat:
        dokumen, indikator = self._pasangan(baris)
        return Riwayat(
            dokumen,
            indikator,
            baris.pilihan("jenis"),
            baris.tahun("tahun"),
            self._nilai_wajib(baris, indikator),
            baris.teks("sumber"),
            baris.asal("nilai"),
        )

    def _nilai_wajib(self, baris: BarisIsi, indikator: str) -> Nilai:
        persen = self._persen.get(indikator, False)
        return baris.nilai_wajib("nilai", persen=persen, indikator=indikator or None)

    def _standar(self, baris: BarisIsi) -> Standar:
        dokumen, indikator = self._pasangan(baris)
        nilai = self._nilai_wajib(baris, indikator)
        if nilai.peringkat is not None:
            baris.salah(
                "nilai", "bentuk_nilai", "Standar nasional harus satu angka.", "Tulis satu angka, misalnya 76,61."
            )
        angka = nilai.nilai or Decimal(0)
        return Standar(dokumen, indikator, baris.tahun("tahun"), angka, baris.teks("sumber"), baris.asal("nilai"))

    def _tautan(self) -> Iterator[Tautan]:
        """One link per year of its document, with the RPJMD target where there is one."""
        for baris in self._baris("tautan_rpjmd"):
            dokumen, indikator = self._pasangan(baris)
            program, rpjmd = baris.teks("program_prioritas"), baris.teks("indikator_rpjmd")
            tahun_kolom = self._tabel["tautan_rpjmd"].tahun
            awal, akhir = self._masa.get(dokumen, (0, -1))
            nilai = {tahun: self._nilai(baris, str(tahun), indikator) for tahun in tahun_kolom}
            if baris.cacat:
                continue
            for tahun in sorted({*range(awal, akhir + 1), *(satu for satu, isi in nilai.items() if isi is not None)}):
                asal = baris.asal(str(tahun)) if tahun in nilai else baris.asal("indikator")
                yield Tautan(dokumen, indikator, program, rpjmd, tahun, nilai.get(tahun) or Nilai(), asal)


LEMBAR_MERUJUK: Final = {
    lembar.kunci: next(kolom.kunci for kolom in lembar.kolom if kolom.kunci in {"indikator", "simpul"})
    for lembar in k.DAFTAR_LEMBAR
    if any(kolom.kunci == "dokumen" for kolom in lembar.kolom)
}
"""The sheets whose rows belong to a document, with the column of the indicator or node they speak of."""
_BERKODE: Final = frozenset({"unit", "dokumen", "pohon", "indikator"})


def _identitas(baris: BarisIsi) -> Identitas:
    return Identitas(
        kode_pd=baris.kode("kode_pd"),
        nama=baris.teks("nama"),
        kabupaten=baris.teks("kabupaten"),
        kode_wilayah=baris.kode_boleh("kode_wilayah"),
        kode_bps=baris.kode_boleh("kode_bps"),
        contoh=baris.pilihan("contoh") == "ya",
        asal=baris.asal("kode_pd"),
    )


def _unit(baris: BarisIsi) -> Unit:
    return Unit(
        kode=baris.kode("kode"),
        nama=baris.teks("nama"),
        jenis=baris.pilihan("jenis"),
        anggaran_semua=baris.pilihan("anggaran_semua") == "ya",
        asal=baris.asal("kode"),
    )


def _dokumen(baris: BarisIsi) -> Dokumen:
    return Dokumen(
        kode=baris.kode("kode"),
        jenis=baris.pilihan("jenis"),
        tahun_awal=baris.tahun("tahun_awal"),
        tahun_akhir=baris.tahun("tahun_akhir"),
        ke=_ke(baris),
        tanggal=baris.tanggal("tanggal"),
        nama=baris.teks("nama"),
        alasan=baris.teks_boleh("alasan"),
        asal=baris.asal("kode"),
    )


def _ke(baris: BarisIsi) -> int:
    """The number of the version: 0 for murni, 1 and up for perubahan; the two columns must agree."""
    versi, ke = baris.pilihan("versi"), baris.bilangan("ke")
    if versi == "perubahan":
        if ke is not None and 1 <= ke < 100 and ke == int(ke):
            return int(ke)
        baris.salah("ke", "versi_tidak_sesuai", "Perubahan harus bernomor.", "Isi kolom Ke dengan 1, 2, ...")
    elif ke:
        baris.salah("ke", "versi_tidak_sesuai", "Versi murni tidak bernomor.", "Kosongkan kolom Ke.")
    return 0


def _simpul(baris: BarisIsi) -> Simpul:
    return Simpul(
        kode=baris.kode("kode"),
        tingkat=baris.pilihan("tingkat"),
        induk=baris.kode_boleh("induk"),
        nama=baris.teks("nama"),
        unit=baris.kode_boleh("unit"),
        asal=baris.asal("kode"),
    )


def _indikator(baris: BarisIsi) -> Indikator:
    return Indikator(
        kode=baris.kode("kode"),
        simpul=baris.kode("simpul"),
        nama=baris.teks("nama"),
        satuan=baris.teks("satuan"),
        unit=baris.kode("unit"),
        definisi=baris.teks_boleh("definisi"),
        sumber_data=baris.teks_boleh("sumber_data"),
        laporan=baris.daftar("laporan"),
        asal=baris.asal("kode"),
    )


def _aturan(baris: BarisIsi) -> Aturan:
    return Aturan(
        kode=baris.intip("kode"),
        mulai=baris.tahun("mulai"),
        polaritas=baris.pilihan("polaritas"),
        rumus=baris.pilihan("rumus"),
        frekuensi=baris.pilihan("frekuensi"),
        agregasi=baris.pilihan("agregasi"),
        cara_isi=baris.pilihan("cara_isi"),
        pembilang=baris.teks_boleh("pembilang"),
        penyebut=baris.teks_boleh("penyebut"),
        faktor=baris.bilangan("faktor"),
        skala_ordinal=baris.kode_boleh("skala_ordinal"),
        alasan=baris.teks_boleh("alasan"),
        asal=baris.asal("kode"),
    )


def _riwayat_anggaran(baris: BarisIsi) -> RiwayatAnggaran:
    return RiwayatAnggaran(
        dokumen=baris.kode("dokumen"),
        simpul=baris.kode("simpul"),
        tahun=baris.tahun("tahun"),
        rupiah=baris.rupiah_wajib("rupiah"),
        sumber=baris.teks("sumber"),
        asal=baris.asal("rupiah"),
    )


def _ikk(baris: BarisIsi) -> ElemenIkk:
    return ElemenIkk(
        dokumen=baris.kode("dokumen"),
        indikator=baris.kode("indikator"),
        kode_ikk=baris.kode("kode_ikk"),
        nama_ikk=baris.teks("nama_ikk"),
        rumus_ikk=baris.teks("rumus_ikk"),
        elemen=baris.pilihan("elemen"),
        asal=baris.asal("indikator"),
    )
