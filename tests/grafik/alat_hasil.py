"""Hand-made results for the pictures: real formulas, real scale, every state a cell can have."""

from __future__ import annotations

import tomllib
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from analytics.aturan.capaian import Capaian, Pengaturan, Target, hitung
from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, TERISI, TIDAK_DIRENCANAKAN, Periode
from analytics.aturan.predikat import susun_skala
from analytics.evaluasi.hasil import (
    BarisIndikator,
    Indikator,
    Kantor,
    Keterangan,
    Nilai,
    PembandingIndikator,
    Penutup,
    RataRata,
    RincianIndikator,
    TahunIndikator,
    Terhitung,
    Triwulan,
    Uang,
)
from analytics.evaluasi.hasil.iku import BarisIku, EvaluasiIku
from analytics.evaluasi.hasil.renja import BarisRenja, EvaluasiRenja, KinerjaRenja, UangLalu, UangRenja

TANPA_UANG = Terhitung(Decimal(0), Decimal(0), 0, 0, Decimal(0))
TANPA_PEMBANDING = PembandingIndikator(
    None, "", Target(), None, "", Capaian("naik", None, None, None, "tanpa_target", None), "", None, None
)
AKAR = Path(__file__).parents[2]
PERIODE = Periode(2026, 3)
NAMA_PANJANG = (
    "Persentase Desa yang Menetapkan Anggaran Pendapatan dan Belanja Desa Tepat Waktu Sesuai Ketentuan "
    "Peraturan Perundang-undangan"
)
NAMA_JAHAT = "Indeks <b>tebal</b> & <img src=x onerror=alert(1)> $x^2$ %{y} :red[merah] **bintang**"

_ACUAN = tomllib.loads((AKAR / "data/acuan/predikat.toml").read_text(encoding="utf-8"))["skala_predikat"]
_LENGKAP = [{"di_atas": None, "tercetak_dari": None, "tercetak_sampai": None, **baris} for baris in _ACUAN]
SKALA = susun_skala(
    {k: Decimal(v) if isinstance(v, int) and k != "urutan" else v for k, v in baris.items()} for baris in _LENGKAP
)["permendagri_86_2017"]
PENGATURAN = Pengaturan(None, 2, nol_seratus=True, skala=SKALA, skala_ordinal={})
PENGATURAN_DIBATASI = Pengaturan(Decimal(120), 2, nol_seratus=True, skala=SKALA, skala_ordinal={})

KANTOR = Kantor("7.01.0.00.0.00.05", "Kecamatan Contoh", "Kabupaten Contoh", "33.03.05", contoh=True)
KETERANGAN = Keterangan(
    KANTOR, PERIODE, "draf", "Renja Perubahan 2026", 41, datetime(2026, 10, 5, 9), datetime(2026, 10, 6)
)


def indikator(kode: str, nama: str, rumus: str = "naik", satuan: str = "persen") -> Indikator:
    return Indikator(
        kode=kode,
        nama=nama,
        satuan=satuan,
        kode_unit="S1",
        nama_unit="Seksi Pemerintahan",
        kode_simpul="S.1",
        tingkat="sasaran",
        nama_simpul="Meningkatnya kualitas pelayanan",
        kode_sasaran="S.1",
        nama_sasaran="Meningkatnya kualitas pelayanan",
        polaritas="naik" if rumus == "naik" else "turun",
        rumus=rumus,
        frekuensi="triwulanan",
        agregasi="nilai_akhir",
        cara_isi="triwulan_ini",
        pembilang=None,
        penyebut=None,
        faktor=None,
        skala_ordinal=None,
        definisi=None,
        sumber_data=None,
        laporan=frozenset({"iku"}),
    )


def triwulan(
    nomor: int, indikator: Indikator, realisasi: str | None, target: str | None, keadaan: str = TERISI
) -> Triwulan:
    sasaran = Target(None if target is None else Decimal(target))
    nilai = None if realisasi is None else Nilai(Fraction(realisasi))
    capaian = hitung(indikator.rumus, None if nilai is None else nilai.tepat, sasaran, PENGATURAN)
    return Triwulan(
        triwulan=nomor,
        keadaan=keadaan,
        keadaan_sel=keadaan,
        dilaporkan=nilai,
        sendiri=None if nilai is None else nilai.angka,
        asal=None,
        alasan_kosong="Survei belum selesai" if keadaan == BELUM_ADA_DATA else None,
        posisi=nomor,
        realisasi=nilai,
        target=sasaran,
        capaian=capaian,
        target_tahun=sasaran,
        capaian_tahun=capaian,
        tercapai=None if capaian.mentah is None else capaian.mencapai,
        dokumen="Renja Perubahan 2026",
        kurang=nomor if keadaan == BELUM_ADA_DATA else None,
    )


def baris(
    indikator: Indikator, isi: tuple[str | None, ...], target: str | None, keadaan: str = TERISI
) -> BarisIndikator:
    empat = tuple(
        triwulan(nomor, indikator, nilai, target, TERISI if nilai is not None else keadaan)
        for nomor, nilai in enumerate(isi, start=1)
    )
    return BarisIndikator(indikator, 2026, empat, {})  # type: ignore[arg-type]


BARIS = (
    baris(indikator("IKU-01", "Indeks Kepuasan Masyarakat"), ("84", "85", "86", None), "85", BELUM_ADA_DATA),
    baris(indikator("IKU-02", NAMA_PANJANG), ("60", "61", "60.5", None), "100", BELUM_ADA_DATA),
    baris(indikator("IKU-03", "Jumlah Gangguan Trantib", "turun_selisih", "kasus"), ("10", "9", "24", None), "8"),
    baris(indikator("IKU-04", NAMA_JAHAT), ("100", "100", "170", None), "100"),
    baris(indikator("IKU-05", "Nilai SAKIP Kecamatan", satuan="nilai"), (None,) * 4, "72", BELUM_WAKTUNYA),
    baris(indikator("IKU-06", "Persentase Usulan Musrenbang"), (None, None, None, None), "80", BELUM_ADA_DATA),
    baris(indikator("IKU-07", "Persentase PBB-P2"), (None,) * 4, None, TIDAK_DIRENCANAKAN),
    baris(indikator("IKU-08", "Rata-rata Waktu Layanan", "turun_rasio", "menit"), ("20", "19", "18", None), "15"),
    baris(indikator("IKU-09", "Persentase Desa Mandiri"), ("70", "72", "70.5", None), "100"),
    baris(indikator("IKU-10", "Persentase Tindak Lanjut LHP"), ("40", "42", "45", None), "100"),
)


def evaluasi_iku() -> EvaluasiIku:
    kosong = Capaian("naik", None, None, None, "tanpa_target", None)
    isi = tuple(
        BarisIku(baris_indikator, baris_indikator.pada(3), None, "", None, Target(), kosong, None, None)
        for baris_indikator in BARIS
    )
    rata = RataRata(78.1, Decimal("78.10"), "Tinggi", 7, 8)
    return EvaluasiIku(KETERANGAN, PENGATURAN, isi, rata, rata, 2, 7, 1, 1, 1)


def uang(pagu: int | None, realisasi: int | None) -> UangRenja:
    isi = (None if realisasi is None else Decimal(realisasi),) * 4
    seluruh = Decimal(pagu or 0)
    terhitung = Terhitung(Decimal(realisasi or 0), seluruh, int(realisasi is not None), int(bool(pagu)), seluruh)
    kini = Uang(None if pagu is None else Decimal(pagu), isi[0], isi, terhitung, 3)
    return UangRenja(None, UangLalu(None, 0, 0, (), None), kini, None, TANPA_UANG)


def evaluasi_renja() -> EvaluasiRenja:
    def k(nomor: int) -> KinerjaRenja:
        terpilih = BARIS[nomor]
        kosong = Capaian("naik", None, None, None, "tanpa_target", None)
        return KinerjaRenja(
            baris=terpilih,
            target_renstra=Target(),
            realisasi_lalu=None,
            tahun_realisasi_lalu=None,
            jumlah_tahun_lalu=0,
            kini=terpilih.pada(3),
            realisasi_sd=None,
            capaian_renstra=kosong,
            agregasi_tahun="tahun_terakhir",
        )

    def simpul(kode: str, tingkat: str, nama: str, isi: UangRenja, *kinerja: KinerjaRenja) -> BarisRenja:
        return BarisRenja(kode, tingkat, nama, "Seksi", tingkat == "kegiatan", isi, kinerja)

    rata = RataRata(78.1, Decimal("78.10"), "Tinggi", 7, 8)
    return EvaluasiRenja(
        KETERANGAN,
        PENGATURAN,
        (
            simpul("7.01.02", "program", NAMA_PANJANG, uang(1000, 955), k(1), k(0)),
            simpul("7.01.03", "program", NAMA_JAHAT, uang(2000, 1500), k(3)),
            simpul("7.01.04", "program", "Program Koordinasi", uang(500, None), k(5)),
            simpul("7.01.04.2.01", "kegiatan", "Kegiatan Sinergi", uang(500, 80)),
        ),
        Penutup("kegiatan", rata, None, None, None, None, rata, None, None, {}, rata, TANPA_UANG, TANPA_UANG),
    )


def rincian(banyak_tahun: int = 4) -> RincianIndikator:
    terpilih = BARIS[0]
    riwayat = tuple(
        TahunIndikator(
            2023 + n,
            Target(Decimal(80 + n)) if n != 2 else Target(bawah=Decimal(80), atas=Decimal(90)),
            Nilai(Fraction(79 + 2 * n)) if n != 1 else None,
            hitung("naik", Fraction(79 + 2 * n) if n != 1 else None, Target(Decimal(80 + n)), PENGATURAN),
            "LKjIP <b>2023</b>",
        )
        for n in range(banyak_tahun)
    )
    return RincianIndikator(
        KETERANGAN, PENGATURAN, terpilih, terpilih.pada(3), None, riwayat, None, None, (), TANPA_PEMBANDING
    )
