"""What Sekretaris and Camat look at before a kompilasi goes on: its figures, what is odd about them, who checked.

The figures shown are those that an approval would freeze, and `sidik` names exactly them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal

from analytics.acuan import Penanya
from analytics.alur.dilihat import baca_catatan
from analytics.alur.koreksi import KoreksiTercatat, daftar_koreksi
from analytics.aturan.angka import tulis_angka
from analytics.aturan.periode import BELUM_ADA_DATA, TERISI, TIDAK_ADA_KEJADIAN, Periode, tulis_tanggal, tulis_waktu
from analytics.beku.fakta import FaktaPeriode, PenanyaBeku, ambil_fakta, unit_belum
from analytics.beku.pembekuan import buka_calon
from analytics.beku.snapshot import RingkasSnapshot, buka_beku, daftar_snapshot, muat_snapshot
from analytics.beku.sumber import baca_kedudukan_angka
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil import BarisIndikator, Triwulan
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.evaluasi.hasil.renja import EvaluasiRenja
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.renja import susun_renja
from analytics.sistem import waktu_kini
from analytics.sop.langkah import AWAL, MENURUT_AKSI, NAMA_KEADAAN_ALUR
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang

JenisPerkara = Literal[
    "rangkap",
    "tanpa_dilihat",
    "unit_belum",
    "di_bawah_target",
    "belum_ada_data",
    "tidak_ada_kejadian",
    "melonjak",
    "dikoreksi",
    "gugur",
    "dijelaskan",
]
_SEPI: Final = "Triwulan ini tidak dihitung; angkanya dari triwulan yang ada kejadiannya."
JUDUL_PERKARA: Final[Mapping[JenisPerkara, str]] = {
    "rangkap": "Diperiksa oleh yang mengerjakannya sendiri",
    "tanpa_dilihat": "Diverifikasi tanpa melihat semua barisnya",
    "unit_belum": "Unit yang datanya tidak termasuk",
    "di_bawah_target": "Di bawah target",
    "belum_ada_data": "Wajib dilaporkan, belum ada data",
    "tidak_ada_kejadian": "Tidak ada kejadian untuk diukur",
    "melonjak": "Jauh berbeda dari sebelumnya",
    "dikoreksi": "Dikoreksi Sekretaris",
    "gugur": "Koreksi yang gugur",
    "dijelaskan": "Ditanyakan pemeriksaan, dijelaskan unit",
}
"""What is out of the ordinary, in the order in which it is shown."""
LONJAKAN: Final = 25
"""Persen points of capaian from one triwulan or year to the next from which a figure is pointed out."""
_DI_ATAS_KERTAS: Final[Mapping[str, str]] = {
    "supervisi_kertas": "disupervisi di atas kertas",
    "setujui_kertas": "disetujui di atas kertas",
    "paraf_kertas": "diparaf di atas kertas",
    "tanda_tangani_kertas": "ditandatangani di atas kertas",
    "kembalikan_kompilasi_kertas": "dikembalikan di atas kertas",
    "kembalikan_laporan_kertas": "dikembalikan di atas kertas",
}

BukaBeku = Callable[[FaktaPeriode], Gudang]
"""The frozen store that figures of these facts come from: of the snapshot of an approved periode, else of them."""


@dataclass(frozen=True)
class AngkaKompilasi:
    """One indicator in a kompilasi: now, at the end of the triwulan before, and at the same time last year."""

    baris: BarisIndikator
    kini: Triwulan
    lalu: Triwulan | None
    tahun_lalu: Triwulan | None

    @property
    def kode(self) -> str:
        """The code of the indicator."""
        return self.baris.indikator.kode

    @property
    def nama(self) -> str:
        """The name of the indicator, told from others of the same name."""
        return self.baris.indikator.sebutan


@dataclass(frozen=True)
class Pengecualian:
    """One thing that who decides should see first; `kode` is empty when it is not about an indicator."""

    perkara: JenisPerkara
    kode: str
    nama: str
    nama_unit: str
    kalimat: str


@dataclass(frozen=True)
class Perpindahan:
    """One move of a document, as the log has it."""

    aksi: str
    objek: str
    kode_unit: str
    revisi: int
    oleh: str
    sebagai: str
    waktu: datetime
    catatan: str
    rangkap: bool
    nomor_kertas: str
    tanggal_kertas: date | None
    sha256_kertas: str
    rincian: str

    @property
    def nama(self) -> str:
        """The move as the table of steps names it."""
        return MENURUT_AKSI[self.aksi].nama

    @property
    def siapa(self) -> str:
        """`Nama (Plt. Camat)`."""
        return f"{self.oleh} ({self.sebagai})"

    @property
    def keterangan(self) -> str:
        """What must be said wherever this move is shown: that it was on paper, that somebody checked himself."""
        bagian = []
        if self.nomor_kertas:
            tanggal = f", {tulis_tanggal(self.tanggal_kertas)}" if self.tanggal_kertas else ""
            bagian.append(f"{_DI_ATAS_KERTAS.get(self.aksi, 'di atas kertas')} (lembar {self.nomor_kertas}{tanggal})")
        if self.rangkap:
            bagian.append("memeriksa pekerjaannya sendiri")
        return "; ".join(bagian)


@dataclass(frozen=True)
class CalonKompilasi:
    """A kompilasi as it would be approved now. `sidik` names its content, `belum` the units that are not in it."""

    objek: Objek
    iku: EvaluasiIku
    renja: EvaluasiRenja
    angka: tuple[AngkaKompilasi, ...]
    koreksi: tuple[KoreksiTercatat, ...]
    temuan: tuple[Mapping[str, Any], ...]
    belum: Mapping[str, str]
    pemeriksa: tuple[Perpindahan, ...]
    sidik: str

    @property
    def periode(self) -> Periode:
        """The triwulan."""
        return Periode(self.objek.tahun, self.objek.triwulan)

    @property
    def pengecualian(self) -> tuple[Pengecualian, ...]:
        """What is out of the ordinary, the gravest first."""
        urut = list(JUDUL_PERKARA)
        return tuple(sorted(_kumpulkan(self), key=lambda perkara: urut.index(perkara.perkara)))


def calon(penanya: PenanyaBeku, kode_pd: str, periode: Periode, beku: BukaBeku | None = None) -> CalonKompilasi:
    """What would be approved now, or what was. Raises KantorTidakAda, SnapshotRusak.

    `beku` gives the frozen store of the facts to who keeps it open. The figures are those of a frozen store, never of
    the living one, and the sidik is over the rows that they were made of: what changes while the rest is read makes the
    approval ask for another look.
    """
    fakta = ambil_fakta(penanya, kode_pd, periode)
    objek = Objek.kompilasi(kode_pd, periode)
    temuan = penanya.kueri("persetujuan_temuan", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    with nullcontext(beku(fakta)) if beku else _beku(penanya, kode_pd, periode, fakta) as toko:
        bacaan = baca(toko, kode_pd, periode, rinci=periode.tahun - 1)
    iku, renja = susun_iku(bacaan), susun_renja(bacaan)
    return CalonKompilasi(
        objek=objek,
        iku=iku,
        renja=renja,
        angka=_susun_angka(bacaan, iku, renja),
        koreksi=daftar_koreksi(penanya, kode_pd, periode),
        temuan=tuple(baris for baris in temuan if baris["kode_unit"] not in fakta.belum),
        belum=fakta.belum,
        pemeriksa=siapa_memeriksa(penanya, objek),
        sidik=fakta.sidik,
    )


@contextmanager
def _beku(penanya: Penanya, kode_pd: str, periode: Periode, fakta: FaktaPeriode) -> Iterator[Gudang]:
    """The snapshot of an approved periode, else a frozen store of what an approval would freeze now."""
    kini = baca_kedudukan_angka(penanya, kode_pd, periode)
    if kini.status == "disetujui" and kini.nomor is not None:
        toko = buka_beku(muat_snapshot(penanya, kode_pd, kini.nomor))
    else:
        toko = buka_calon(fakta, kode_pd, kini.status, waktu_kini())
    try:
        yield toko
    finally:
        toko.tutup()


@dataclass(frozen=True)
class BedaPersetujuan:
    """One indicator in two approvals; None: it was not in one of them."""

    kode: str
    nama: str
    dulu: Triwulan | None
    kini: Triwulan | None

    @property
    def beralih(self) -> bool:
        """Whether it reaches its target now and did not before, or the other way round."""
        return {triwulan.tercapai for triwulan in (self.dulu, self.kini) if triwulan is not None} >= {True, False}

    @property
    def selisih(self) -> float | None:
        """Persen points of capaian from then to now."""
        return None if self.kini is None else _beda(self.kini, self.dulu)


@dataclass(frozen=True)
class Perbandingan:
    """What differs from the last approval: of this periode when it was reopened (`ulang`), else of the one before."""

    nomor: str
    periode: Periode
    ulang: bool
    beda: tuple[BedaPersetujuan, ...]


Dulu = Callable[[RingkasSnapshot], Mapping[str, BarisIndikator]]


def bandingkan(penanya: Penanya, kini: CalonKompilasi, dulu: Dulu | None = None) -> Perbandingan | None:
    """Hold a kompilasi against what was approved before it; None when nothing was. Raises SnapshotRusak.

    `dulu` gives `baris_disetujui` to who keeps them.
    """
    lalu = _terakhir(penanya, kini)
    if lalu is None:
        return None
    return _bandingkan(kini, lalu, dulu(lalu) if dulu else baris_disetujui(penanya, kini.objek.kode_pd, lalu))


def baris_disetujui(penanya: Penanya, kode_pd: str, lalu: RingkasSnapshot) -> dict[str, BarisIndikator]:
    """Every indicator of an approval by its code, which never changes again. Raises SnapshotRusak."""
    beku = buka_beku(muat_snapshot(penanya, kode_pd, lalu.nomor))
    try:
        bacaan = baca(beku, kode_pd, lalu.periode)
    finally:
        beku.tutup()
    return _semua_baris(susun_iku(bacaan), susun_renja(bacaan))


def _bandingkan(kini: CalonKompilasi, lalu: RingkasSnapshot, dulu: Mapping[str, BarisIndikator]) -> Perbandingan:
    """Hold a kompilasi against an earlier approval.

    Of the same periode everything that differs, of an earlier one the IKU that have a capaian in both. Those that
    passed their target or missed it since come first, then by how far their capaian moved.
    """
    ulang = lalu.periode == kini.periode
    sekarang = {angka.kode: angka.baris for angka in kini.angka}
    nama = {kode: baris.indikator.sebutan for kode, baris in {**dulu, **sekarang}.items()}
    semua = [
        BedaPersetujuan(
            kode,
            nama[kode],
            dulu[kode].pada(lalu.periode.triwulan) if kode in dulu else None,
            sekarang[kode].pada(kini.periode.triwulan) if kode in sekarang else None,
        )
        for kode in nama
        if ulang or "iku" in (sekarang.get(kode) or dulu[kode]).indikator.laporan
    ]
    beda = [
        beda
        for beda in semua
        if tulis_triwulan(beda.dulu) != tulis_triwulan(beda.kini)
        and (ulang or beda.beralih or beda.selisih is not None)
    ]
    return Perbandingan(lalu.nomor, lalu.periode, ulang, tuple(sorted(beda, key=_terbesar)))


def _terakhir(penanya: Penanya, kini: CalonKompilasi) -> RingkasSnapshot | None:
    """The approval before this revisi, else that of the periode before."""
    revisi = baca_kedudukan(penanya, kini.objek).revisi
    semua = daftar_snapshot(penanya, kini.objek.kode_pd)
    sama = (snapshot for snapshot in semua if snapshot.periode == kini.periode and snapshot.revisi < revisi)
    return next(sama, None) or next((snapshot for snapshot in semua if snapshot.periode < kini.periode), None)


def _terbesar(beda: BedaPersetujuan) -> tuple[bool, float]:
    return not beda.beralih, -abs(beda.selisih or 0)


def riwayat_dokumen(penanya: Penanya, objek: Objek) -> tuple[Perpindahan, ...]:
    """Every move of a document, newest first."""
    return tuple(
        _perpindahan(perpindahan) for perpindahan in reversed(penanya.kueri("perpindahan_objek", objek=objek.id))
    )


def ringkas_pemeriksa(pemeriksa: Iterable[Perpindahan]) -> tuple[tuple[Perpindahan, tuple[str, ...]], ...]:
    """The same check by the same person once, with the units that it was made for and the time of the last one."""
    hasil: dict[tuple[str, str, str], tuple[Perpindahan, tuple[str, ...]]] = {}
    for pindah in sorted(pemeriksa, key=lambda pindah: pindah.waktu):
        kunci = (pindah.aksi, pindah.siapa, pindah.keterangan)
        _, unit = hasil.get(kunci, (pindah, ()))
        hasil[kunci] = (pindah, (*unit, pindah.kode_unit) if pindah.kode_unit else unit)
    return tuple(sorted(hasil.values(), key=lambda pemeriksaan: MENURUT_AKSI[pemeriksaan[0].aksi].nomor))


def siapa_memeriksa(penanya: Penanya, kompilasi: Objek) -> tuple[Perpindahan, ...]:
    """Who checked what a kompilasi rests on: the last verifikasi of every unit, then the steps of its own revisi."""
    semua = [
        _perpindahan(perpindahan)
        for perpindahan in penanya.kueri("perpindahan_kantor", kode_pd=kompilasi.kode_pd, tahun=kompilasi.tahun)
        if perpindahan["triwulan"] == kompilasi.triwulan
    ]
    belum = unit_belum(penanya, kompilasi.kode_pd, Periode(kompilasi.tahun, kompilasi.triwulan))
    unit = {pindah.objek: pindah for pindah in semua if pindah.aksi == "verifikasi" and pindah.kode_unit not in belum}
    sendiri = [pindah for pindah in semua if pindah.objek == kompilasi.id]
    revisi = max((pindah.revisi for pindah in sendiri), default=1)
    atas = {
        MENURUT_AKSI[pindah.aksi].nomor: pindah
        for pindah in sendiri
        if pindah.revisi == revisi
        and pindah.aksi in ("olah", "supervisi", "supervisi_kertas", "setujui", "setujui_kertas")
    }
    return (*unit.values(), *atas.values())


@dataclass(frozen=True)
class Disetujui:
    """What was approved last for a periode: its snapshot, and the move that approved it."""

    nomor: str
    sidik: str
    revisi: int
    perpindahan: Perpindahan


def yang_disetujui(penanya: Penanya, kompilasi: Objek) -> tuple[Disetujui, ...]:
    """Every approval of a periode, newest first; a reopened periode keeps those before."""
    snapshot = {
        arsip["revisi"]: arsip
        for arsip in penanya.kueri("snapshot_semua", kode_pd=kompilasi.kode_pd)
        if (arsip["tahun"], arsip["triwulan"]) == (kompilasi.tahun, kompilasi.triwulan)
    }
    return tuple(
        Disetujui(snapshot[pindah.revisi]["nomor"], snapshot[pindah.revisi]["sidik"], pindah.revisi, pindah)
        for pindah in riwayat_dokumen(penanya, kompilasi)
        if pindah.aksi in ("setujui", "setujui_kertas") and pindah.revisi in snapshot
    )


def keadaan_unit(penanya: Penanya, kode_pd: str, periode: Periode) -> dict[str, str]:
    """Where the collection of every unit stands, as people read it, by its code."""
    baris = penanya.kueri("pengumpulan_periode", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    nama = NAMA_KEADAAN_ALUR["pengumpulan"]
    return {unit["kode_unit"]: nama[unit["keadaan"] or AWAL["pengumpulan"]] for unit in baris}


def tulis_triwulan(triwulan: Triwulan | None) -> str:
    """`85,5 (capaian 98,2 %; nilai TW I)`, `belum ada data TW II, terakhir 66 (TW I)`; a dash for nothing."""
    if triwulan is None:
        return "–"
    if triwulan.keadaan != TERISI or triwulan.realisasi is None:
        return ", ".join(kata for kata in (triwulan.sebutan, triwulan.sebut_tanda()) if kata)
    capaian = f"capaian {triwulan.capaian.tulisan} %" if triwulan.capaian.nilai is not None else ""
    samping = "; ".join(kata for kata in (capaian, triwulan.sebut_tanda()) if kata)
    return f"{triwulan.realisasi.tulis()}{f' ({samping})' if samping else ''}"


def _perpindahan(baris: Mapping[str, Any]) -> Perpindahan:
    teks = {"kode_unit", "sebagai", "catatan", "nomor_kertas", "sha256_kertas"}
    kolom: dict[str, Any] = {nama: baris[nama] for nama in Perpindahan.__dataclass_fields__}
    return Perpindahan(**kolom | {nama: kolom[nama] or "" for nama in teks})


def _susun_angka(bacaan: Bacaan, iku: EvaluasiIku, renja: EvaluasiRenja) -> tuple[AngkaKompilasi, ...]:
    periode = bacaan.periode
    return tuple(
        AngkaKompilasi(
            baris,
            baris.pada(periode.triwulan),
            baris.pada(periode.triwulan - 1) if periode.triwulan > 1 else None,
            tahun_lalu.pada(periode.triwulan) if (tahun_lalu := bacaan.baris_tahun_lalu(kode)) is not None else None,
        )
        for kode, baris in _semua_baris(iku, renja).items()
    )


def _semua_baris(iku: EvaluasiIku, renja: EvaluasiRenja) -> dict[str, BarisIndikator]:
    """Every indicator of the two evaluations once, IKU first."""
    semua = (
        *(baris_iku.baris for baris_iku in iku.baris),
        *(kinerja.baris for simpul in renja.baris for kinerja in simpul.kinerja),
    )
    return {baris.indikator.kode: baris for baris in semua}


def _kumpulkan(calon: CalonKompilasi) -> Iterator[Pengecualian]:
    yield from _rangkap(calon.pemeriksa)
    yield from _tanpa_dilihat(calon.pemeriksa)
    for nama in calon.belum.values():
        yield Pengecualian("unit_belum", "", nama, nama, "Belum terverifikasi; angkanya tidak termasuk.")
    for angka in sorted(calon.angka, key=_terjauh):
        if angka.baris.indikator.kode_unit not in calon.belum:
            yield from _dari_angka(angka)
    sebutan = {angka.kode: angka.nama for angka in calon.angka}
    yield from _dari_koreksi(calon.koreksi, sebutan)
    for temuan in calon.temuan:
        if temuan["alasan"]:
            kalimat = f"{temuan['pesan']} Penjelasan: {temuan['alasan']}"
            kode = temuan["kode_indikator"] or ""
            yield Pengecualian("dijelaskan", kode, sebutan.get(kode, temuan["nama"]), temuan["nama_unit"], kalimat)


def _rangkap(pemeriksa: Iterable[Perpindahan]) -> Iterator[Pengecualian]:
    for pindah in pemeriksa:
        if pindah.rangkap:
            apa = f"{pindah.nama}{f' {pindah.kode_unit}' if pindah.kode_unit else ''}"
            yield Pengecualian("rangkap", "", apa, "", f"{pindah.siapa}, {tulis_waktu(pindah.waktu)}.")


def _tanpa_dilihat(pemeriksa: Iterable[Perpindahan]) -> Iterator[Pengecualian]:
    for pindah in pemeriksa:
        catatan = baca_catatan(pindah.rincian) if pindah.aksi == "verifikasi" else None
        if catatan is not None and catatan.tidak_dilihat:
            apa = f"{pindah.nama} {pindah.kode_unit}"
            kalimat = f"{pindah.siapa}, {tulis_waktu(pindah.waktu)}: {catatan.kalimat}."
            yield Pengecualian("tanpa_dilihat", "", apa, "", kalimat)


def _terjauh(angka: AngkaKompilasi) -> tuple[bool, float]:
    """IKU before others, then the worst first."""
    return "iku" not in angka.baris.indikator.laporan, angka.kini.capaian.urutan(tercapai=angka.kini.tercapai)


def _dari_angka(angka: AngkaKompilasi) -> Iterator[Pengecualian]:
    unit = angka.baris.indikator.nama_unit
    if angka.kini.tercapai is False:
        kalimat = f"Target {angka.kini.target.tulis()}, realisasi {tulis_triwulan(angka.kini)}."
        yield Pengecualian("di_bawah_target", angka.kode, angka.nama, unit, kalimat)
    if angka.kini.keadaan == BELUM_ADA_DATA:
        sebab = f" Sebab: {angka.kini.alasan_keadaan}" if angka.kini.alasan_keadaan else ""
        terakhir = f" Yang {angka.kini.sebut_tanda()}." if angka.kini.sebut_tanda() else ""
        kalimat = f"Tidak dihitung sebagai 0.{terakhir}{sebab}"
        yield Pengecualian("belum_ada_data", angka.kode, angka.nama, unit, kalimat)
    yield from _tanpa_kejadian(angka)
    loncat = [
        f"{'naik' if beda > 0 else 'turun'} {tulis_angka(abs(beda), 2)} poin dari {sejak}"
        for lain, sejak in ((angka.lalu, "triwulan lalu"), (angka.tahun_lalu, "triwulan yang sama tahun lalu"))
        if (beda := _beda(angka.kini, lain)) is not None and abs(beda) >= LONJAKAN
    ]
    if loncat:
        yield Pengecualian("melonjak", angka.kode, angka.nama, unit, f"Capaian {' dan '.join(loncat)}.")


def _tanpa_kejadian(angka: AngkaKompilasi) -> Iterator[Pengecualian]:
    """Also where earlier triwulan had something to measure: then this one alone adds nothing."""
    kini = angka.kini
    if TIDAK_ADA_KEJADIAN not in (kini.keadaan, kini.keadaan_sel):
        return
    utuh = kini.keadaan == TIDAK_ADA_KEJADIAN
    apa, alasan = ("Di luar n dan m.", kini.alasan_keadaan) if utuh else (_SEPI, kini.alasan_kosong)
    sebab = f" Sebab: {alasan}" if alasan else ""
    yield Pengecualian("tidak_ada_kejadian", angka.kode, angka.nama, angka.baris.indikator.nama_unit, f"{apa}{sebab}")


def _beda(kini: Triwulan, lain: Triwulan | None) -> float | None:
    if lain is None or kini.capaian.mentah is None or lain.capaian.mentah is None:
        return None
    return kini.capaian.mentah - lain.capaian.mentah


def _dari_koreksi(koreksi: Sequence[KoreksiTercatat], sebutan: Mapping[str, str]) -> Iterator[Pengecualian]:
    for tercatat in koreksi:
        if tercatat.keadaan != "digantikan":
            perkara: JenisPerkara = "dikoreksi" if tercatat.keadaan == "berlaku" else "gugur"
            kode = tercatat.kode if tercatat.jenis == "indikator" else ""
            yield Pengecualian(
                perkara,
                kode,
                sebutan.get(kode, tercatat.nama),
                tercatat.nama_unit,
                f"{tercatat.kalimat} ({tercatat.oleh})",
            )
