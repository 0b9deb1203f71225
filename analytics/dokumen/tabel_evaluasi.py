"""The tables beside the pictures: every figure with its rumus, its working and the cell it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from analytics.aturan.angka import bulatkan_persen, tulis_angka
from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.aturan.periode import NAMA_KEADAAN, ROMAWI, TERISI, tulis_waktu
from analytics.aturan.rumus import ALASAN, DAFTAR_RUMUS
from analytics.dokumen.kolom import susun_e81
from analytics.dokumen.tabel import BarisTabel, Isi, Kolom, Tabel
from analytics.evaluasi.hasil import (
    Asal,
    BarisIku,
    BarisIndikator,
    BarisRenja,
    BarisRenstra,
    EvaluasiIku,
    EvaluasiRenja,
    EvaluasiRenstra,
    Kelengkapan,
    KinerjaRenja,
    KinerjaRenstra,
    Nilai,
    RincianIndikator,
    TahunIndikator,
    Triwulan,
    Uang,
    UnitPeriode,
)


def tulis_predikat(capaian: Capaian) -> str:
    """`▲▲ Sangat Tinggi`, or an empty text."""
    return f"{capaian.predikat.simbol} {capaian.predikat.predikat}" if capaian.predikat else ""


def tulis_rumus(capaian: Capaian) -> str:
    """The rumus by name with its working, or why there is none."""
    nama = DAFTAR_RUMUS[capaian.rumus].nama
    if capaian.cara_hitung:
        return f"{nama}: {capaian.cara_hitung}"
    return f"{nama}. {ALASAN[capaian.alasan]}" if capaian.alasan else nama


def tulis_keadaan(kini: Triwulan) -> str:
    """What stands where a realisasi would be: nothing when there is one, else the empty state and its reason."""
    if kini.keadaan == TERISI:
        return ""
    alasan = f" ({kini.alasan_keadaan})" if kini.alasan_keadaan else ""
    return f"{kini.sebutan}{alasan}{f', {kini.catatan}' if kini.catatan else ''}"


def tulis_asal(baris: BarisIndikator, sampai: int) -> str:
    """File, sheet, cell and versi of every report that the value s/d this triwulan is made of."""
    lapor = [satu for satu in baris.triwulan[:sampai] if satu.dilaporkan is not None]
    utuh = lapor and lapor[-1].dilaporkan == baris.pada(sampai).realisasi
    dipakai = [satu.asal for satu in (lapor[-1:] if utuh else lapor)]
    return "; ".join(_tulis_satu_asal(asal) for asal in dipakai if asal is not None)


def _tulis_satu_asal(asal: Asal) -> str:
    alamat = asal.alamat if asal.versi is None else f"{asal.alamat} (versi {asal.versi})"
    return f"{alamat}; {asal.koreksi.kalimat}" if asal.koreksi else alamat


_KOLOM_IKU = (
    Kolom("Indikator", lebar=44),
    Kolom("Satuan", lebar=10),
    Kolom("Target s/d triwulan", "angka", 12),
    Kolom("Realisasi s/d triwulan", "angka", 14),
    Kolom("Capaian (%)", "persen", 11),
    Kolom("Predikat", lebar=18),
    Kolom("Rumus dan cara hitung", lebar=48),
    Kolom("Target tahun", "angka", 12),
    Kolom("Capaian terhadap target tahun (%)", "persen", 14),
    Kolom("Realisasi tahun lalu", "angka", 12),
    Kolom("Target akhir Renstra", "angka", 12),
    Kolom("Standar nasional", "angka", 12),
    Kolom("Penanggung jawab", lebar=24),
    Kolom("Sumber", lebar=56),
)


def tabel_iku(hasil: EvaluasiIku) -> Tabel:
    """All IKU, under their sasaran."""
    return Tabel(
        f"Evaluasi IKU s/d {hasil.keterangan.periode.nama}",
        _KOLOM_IKU,
        tuple(_baris_iku_bersasaran(hasil.baris)),
        "Belum ada IKU pada rencana tahun ini.",
    )


def _baris_iku_bersasaran(baris: Iterable[BarisIku]) -> Iterator[BarisTabel]:
    judul = ""
    for satu in baris:
        indikator = satu.baris.indikator
        milik = f"Sasaran: {indikator.nama_sasaran}" if indikator.nama_sasaran else f"Tujuan: {indikator.nama_simpul}"
        if milik != judul:
            judul = milik
            yield BarisTabel((judul, *("",) * (len(_KOLOM_IKU) - 1)), "sasaran")
        yield _baris_iku(satu)


def _tahun_lalu(satu: BarisIku) -> Nilai | str | None:
    """Last year's value; where it is not the plain full year the cell says so."""
    if not satu.catatan_tahun_lalu:
        return satu.tahun_lalu
    if satu.tahun_lalu is None:
        return satu.catatan_tahun_lalu
    return f"{satu.tahun_lalu.tulis()} ({satu.catatan_tahun_lalu})"


def _baris_iku(satu: BarisIku) -> BarisTabel:
    indikator, kini = satu.baris.indikator, satu.kini
    return BarisTabel(
        (
            indikator.nama,
            indikator.satuan,
            kini.target,
            tulis_keadaan(kini) or kini.realisasi,
            kini.capaian,
            tulis_predikat(kini.capaian),
            tulis_rumus(kini.capaian),
            kini.target_tahun,
            kini.capaian_tahun,
            _tahun_lalu(satu),
            satu.target_akhir,
            satu.standar_nasional,
            indikator.nama_unit,
            tulis_asal(satu.baris, kini.triwulan),
        ),
        kode_indikator=indikator.kode,
    )


_KOLOM_RENJA = (
    Kolom("Sasaran, program, kegiatan, sub kegiatan, indikator", lebar=52),
    Kolom("Satuan", lebar=10),
    Kolom("Target tahun (K)", "angka", 12),
    Kolom("Target s/d triwulan (K)", "angka", 12),
    Kolom("Realisasi s/d triwulan (K)", "angka", 14),
    Kolom("Capaian (%)", "persen", 11),
    Kolom("Predikat", lebar=18),
    Kolom("Pagu (Rp)", "rupiah", 16),
    Kolom("Realisasi (Rp)", "rupiah", 16),
    Kolom("Serapan (%)", "persen", 11),
    Kolom("Capaian terhadap akhir Renstra (%)", "persen", 14),
    Kolom("Rumus dan cara hitung", lebar=48),
    Kolom("Penanggung jawab", lebar=24),
    Kolom("Sumber", lebar=56),
)


_CAPAIAN_TAHUN = Kolom("Tingkat capaian tahun berjalan (%)", "persen", 14)


def tabel_renja(hasil: EvaluasiRenja) -> Tabel:
    """The tree: a node carries its Rp, the indicators below it their K; the columns follow the layout of the form."""
    setahun = susun_e81(hasil.pengaturan.teks["susunan_renja"]).ada("capaian_tahun_k")
    letak = 1 + next(nomor for nomor, satu in enumerate(_KOLOM_RENJA) if satu.judul == "Serapan (%)")
    sisipan = (_CAPAIAN_TAHUN,) if setahun else ()
    return Tabel(
        f"Evaluasi Renja s/d {hasil.keterangan.periode.nama}",
        (*_KOLOM_RENJA[:letak], *sisipan, *_KOLOM_RENJA[letak:]),
        tuple(
            replace(satu, isi=(*satu.isi[:letak], nilai, *satu.isi[letak:])) if setahun else satu
            for baris in hasil.baris
            for satu, nilai in _baris_renja(baris)
        ),
        "Belum ada Renja untuk tahun ini.",
    )


def _baris_renja(baris: BarisRenja) -> Iterator[tuple[BarisTabel, Isi]]:
    """Every row, with its tingkat capaian tahun berjalan: the serapan of a node, the capaian of an indicator."""
    uang = baris.uang.kini
    kosong = ("",) * 6
    yield (
        BarisTabel(
            (
                judul_simpul(baris.kode_simpul, baris.tingkat, baris.nama),
                *kosong,
                uang.pagu,
                uang.sebutan if uang.realisasi is None and uang.pagu else uang.realisasi,
                uang.serapan,
                "",
                tulis_serapan(uang),
                baris.nama_unit or "",
                _sumber_uang(uang),
            ),
            baris.tingkat,
        ),
        uang.serapan,
    )
    for satu in baris.kinerja:
        yield _baris_kinerja_renja(satu), satu.kini.capaian_tahun


def _baris_kinerja_renja(satu: KinerjaRenja) -> BarisTabel:
    indikator, kini = satu.baris.indikator, satu.kini
    return BarisTabel(
        (
            indikator.nama,
            indikator.satuan,
            kini.target_tahun,
            kini.target,
            tulis_keadaan(kini) or kini.realisasi,
            kini.capaian,
            tulis_predikat(kini.capaian),
            "",
            "",
            "",
            satu.capaian_renstra,
            tulis_rumus(kini.capaian),
            indikator.nama_unit,
            tulis_asal(satu.baris, kini.triwulan),
        ),
        "masuk1",
        indikator.kode,
    )


def tulis_serapan(uang: Uang) -> str:
    """The working of a serapan, `50 / 80 × 100 = 62,50`, and whether a part of it is still missing."""
    terhitung = uang.terhitung
    if uang.serapan is None:
        return uang.catatan
    hasil = tulis_angka(bulatkan_persen(uang.serapan, 2), 2)
    cara = f"{tulis_angka(terhitung.realisasi)} / {tulis_angka(terhitung.pagu)} × 100 = {hasil}"
    return cara if uang.lengkap else f"{cara}. {uang.catatan}"


def _sumber_uang(uang: Uang) -> str:
    if uang.laporan:
        return _tulis_satu_asal(uang.laporan[-1].asal)
    return "jumlah baris di bawahnya" if uang.realisasi is not None else ""


def judul_simpul(kode: str, tingkat: str, nama: str) -> str:
    """`Sasaran S1: Meningkatnya …`; a name that already says its level is not given it twice."""
    sebutan = tingkat.replace("_", " ").capitalize()
    return f"{kode} {nama}" if nama.lower().startswith(sebutan.lower()) else f"{sebutan} {kode}: {nama}"


def tabel_renstra(hasil: EvaluasiRenstra) -> Tabel:
    """The tree over the years: per year target, realisasi and rasio; K for indicators, Rp for nodes."""
    kolom = [
        Kolom("Sasaran, program, kegiatan, sub kegiatan, indikator", lebar=52),
        Kolom("Satuan", lebar=10),
        Kolom("Kondisi awal", "angka", 12),
        Kolom("Target akhir", "angka", 16),
    ]
    for tahun in hasil.tahun:
        kolom += [
            Kolom(f"Target {tahun}", "angka", 16),
            Kolom(f"Realisasi {tahun}", "angka", 16),
            Kolom(f"Rasio {tahun} (%)", "persen", 11),
        ]
    kolom.append(Kolom("Keterangan", lebar=48))
    baris = tuple(isi for satu in hasil.baris for isi in _baris_renstra(satu))
    return Tabel(
        f"Evaluasi Renstra s/d {hasil.keterangan.periode.nama}",
        tuple(kolom),
        baris,
        "Belum ada Renstra untuk tahun ini.",
    )


def _baris_renstra(baris: BarisRenstra) -> Iterator[BarisTabel]:
    uang: list[Isi] = []
    for satu in baris.uang:
        uang += [satu.pagu, satu.realisasi, satu.rasio]
    catatan = " ".join(satu.catatan for satu in baris.uang if satu.catatan)
    nama = judul_simpul(baris.kode_simpul, baris.tingkat, baris.nama)
    yield BarisTabel((nama, "Rp", "", baris.pagu_akhir, *uang, catatan), baris.tingkat)
    for kinerja in baris.kinerja:
        yield _baris_kinerja_renstra(kinerja)


def _baris_kinerja_renstra(kinerja: KinerjaRenstra) -> BarisTabel:
    isi: list[Isi] = []
    for satu in kinerja.tahun:
        realisasi = satu.sebutan if satu.keadaan != TERISI else satu.realisasi
        isi += [satu.target, realisasi, satu.capaian]
    indikator = kinerja.indikator
    catatan = "; ".join(f"{satu.tahun}: {satu.catatan}" for satu in kinerja.tahun if satu.catatan)
    awal = (indikator.nama, indikator.satuan, kinerja.kondisi_awal, kinerja.target_akhir)
    return BarisTabel((*awal, *isi, catatan), "masuk1", indikator.kode)


def tabel_kelengkapan(hasil: Kelengkapan) -> Tabel:
    """What every unit has handed in, and which due indicators it left blank."""
    kolom = (
        Kolom("Unit", lebar=34),
        Kolom("Kiriman", lebar=26),
        Kolom("Indikator terisi", lebar=16),
        Kolom("Belum ada data", lebar=60),
    )
    baris = tuple(
        BarisTabel(
            (
                unit.nama,
                "belum mengirim" if unit.versi is None else f"versi {unit.versi}, {tulis_waktu(unit.diterima_pada)}",
                f"{unit.terisi} dari {unit.wajib}" if unit.wajib else "tidak ada yang wajib",
                _tulis_kosong(unit),
            )
        )
        for unit in hasil.unit
    )
    return Tabel(f"Kelengkapan {hasil.keterangan.periode.nama}", kolom, baris, "Belum ada unit pada rencana.")


def _tulis_kosong(unit: UnitPeriode) -> str:
    if not unit.kosong:
        return "–"
    return "; ".join(unit.kosong) if unit.versi is not None else f"seluruh {unit.wajib} isian wajib"


def tabel_riwayat(hasil: RincianIndikator) -> Tabel:
    """The years of one indicator."""
    kolom = (
        Kolom("Tahun", lebar=8),
        Kolom("Target", "angka", 12),
        Kolom("Realisasi", "angka", 12),
        Kolom("Capaian (%)", "persen", 12),
        Kolom("Predikat", lebar=18),
        Kolom("Cara hitung", lebar=44),
        Kolom("Sumber", lebar=44),
    )
    return Tabel(
        f"Riwayat {hasil.baris.indikator.nama}",
        kolom,
        tuple(_baris_riwayat(satu, hasil) for satu in hasil.riwayat),
        "Belum ada riwayat.",
    )


def _baris_riwayat(satu: TahunIndikator, hasil: RincianIndikator) -> BarisTabel:
    berjalan = satu.tahun == hasil.keterangan.periode.tahun
    tanpa = (tulis_keadaan(hasil.kini) if berjalan else "") or satu.sebutan
    return BarisTabel(
        (
            str(satu.tahun),
            "tidak ada" if satu.target.kosong else satu.target,
            tanpa if satu.realisasi is None else satu.realisasi,
            satu.capaian,
            tulis_predikat(satu.capaian),
            satu.capaian.cara_hitung or (ALASAN[satu.capaian.alasan] if satu.capaian.alasan else ""),
            satu.sumber,
        )
    )


def tabel_triwulan(hasil: RincianIndikator, pengaturan: Pengaturan) -> Tabel:
    """The four triwulan of one indicator as they were reported, with what they make s/d each."""
    kolom = (
        Kolom("Triwulan", lebar=10),
        Kolom("Dilaporkan", "angka", 14),
        Kolom("Target s/d", "angka", 12),
        Kolom("Realisasi s/d", "angka", 14),
        Kolom("Capaian s/d (%)", "persen", 12),
        Kolom("Predikat", lebar=18),
        Kolom("Cara hitung", lebar=44),
        Kolom("Sumber", lebar=56),
    )
    periode = hasil.keterangan.periode
    baris = tuple(_baris_triwulan(satu) for satu in hasil.baris.triwulan if satu.triwulan <= periode.triwulan)
    desimal = f"dibulatkan {pengaturan.desimal} desimal"
    return Tabel(f"Triwulan {periode.tahun}, capaian {desimal}", kolom, baris)


def _baris_triwulan(kini: Triwulan) -> BarisTabel:
    lapor = kini.dilaporkan
    alasan = f" ({kini.alasan_kosong})" if kini.alasan_kosong else ""
    pecahan = lapor is not None and lapor.pembilang is not None
    return BarisTabel(
        (
            f"TW {ROMAWI[kini.triwulan]}",
            f"{NAMA_KEADAAN[kini.keadaan_sel]}{alasan}" if lapor is None else _pecahan(kini) if pecahan else lapor,
            kini.target,
            "" if kini.realisasi is None else kini.realisasi,
            kini.capaian,
            tulis_predikat(kini.capaian),
            kini.capaian.cara_hitung or (ALASAN[kini.capaian.alasan] if kini.capaian.alasan else ""),
            _tulis_satu_asal(kini.asal) if kini.asal else "",
        )
    )


def _pecahan(kini: Triwulan) -> str:
    lapor = kini.dilaporkan
    if lapor is None or lapor.pembilang is None or lapor.penyebut is None:
        return ""
    return f"{tulis_angka(lapor.pembilang)} dari {tulis_angka(lapor.penyebut)} = {lapor.tulis()}"
