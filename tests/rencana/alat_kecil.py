"""A small plan that has one of everything, its workbook, and ways to change cells of it. Contoh, bukan data resmi."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, SelTerbaca, baca_buku
from analytics.rencana.baris import (
    AturanRencana,
    ElemenIkk,
    IdentitasKantor,
    IndikatorRencana,
    NilaiRencana,
    Pagu,
    Rencana,
    Riwayat,
    RiwayatAnggaran,
    Rujukan,
    SimpulPohon,
    Standar,
    TargetRencana,
    Tautan,
    Unit,
    VersiDokumen,
)
from analytics.rencana.lembar.susun import susun_templat

KODE_PD = "uji-1.01"
SKALA = {"akip": frozenset({"AA", "A", "BB", "B", "CC", "C", "D"}), "opini_bpk": frozenset({"WTP", "WDP", "TW", "TMP"})}
RENSTRA, RENJA = "RENSTRA-24", "RENJA-25"
KEGIATAN, SUB_1, SUB_2 = "7.01.06.2.01", "7.01.06.2.01.0002", "7.01.06.2.01.0003"
IKM, APBDES, GANGGUAN, AKIP, LAYANAN, LAPORAN, DOKUMEN = "I-1", "I-2", "I-3", "I-4", "I-5", "I-6", "I-7"

_DASAR = AturanRencana(
    "", 2024, "naik", "naik", "triwulanan", "jumlah", "triwulan_ini", None, None, None, None, alasan=None
)
ATURAN = (
    replace(_DASAR, kode=IKM, frekuensi="tahunan", agregasi="nilai_akhir", jatuh_tempo="2"),
    replace(
        _DASAR,
        kode=APBDES,
        agregasi="nilai_akhir",
        pembilang="desa tepat waktu",
        penyebut="semua desa",
        faktor=Decimal(100),
    ),
    replace(_DASAR, kode=GANGGUAN, polaritas="turun", rumus="turun_selisih"),
    replace(
        _DASAR,
        kode=AKIP,
        frekuensi="tahunan",
        agregasi="nilai_akhir",
        rumus="ordinal",
        skala_ordinal="akip",
        jatuh_tempo="5",
    ),
    replace(_DASAR, kode=LAYANAN, agregasi="rata_rata", polaritas="turun", rumus="turun_rasio"),
    replace(_DASAR, kode=LAPORAN, agregasi_tahun="jumlah", boleh_tanpa_kejadian=True),
    replace(_DASAR, kode=DOKUMEN, cara_isi="sd_triwulan"),
)
_INDIKATOR = (
    (IKM, "S1", "Indeks Kepuasan Masyarakat", "Indeks"),
    (APBDES, "S1", "Persentase desa dengan APBDes tepat waktu", "Persen"),
    (GANGGUAN, "S1", "Jumlah gangguan ketertiban umum", "Kejadian"),
    (AKIP, "S1", "Predikat AKIP", "Predikat"),
    (LAYANAN, KEGIATAN, "Waktu tunggu layanan", "Menit"),
    (LAPORAN, SUB_1, "Jumlah laporan fasilitasi desa", "Laporan"),
    (DOKUMEN, SUB_2, "Jumlah dokumen keuangan desa", "Dokumen"),
)
_BUKTI_WAJIB = {IKM: True, LAPORAN: False}
_RENSTRA = {
    IKM: "80 81,5 83",
    APBDES: "70 80 90",
    GANGGUAN: "12 8 0",
    AKIP: "B BB A",
    LAYANAN: "30 25-28 20",
    LAPORAN: "12 12 .",
    DOKUMEN: "6 6 6",
}
_RENJA = {
    IKM: "81,5",
    APBDES: "80 60 70 75 80",
    GANGGUAN: "8 2 2 2 2",
    AKIP: "BB",
    LAYANAN: "25 26 26 24 24",
    LAPORAN: "12 3 3 3 3",
    DOKUMEN: "6 1 3 5 6",
}


def nilai(teks: str) -> NilaiRencana:
    """`81,5`, `25-28` or `BB`."""
    if "-" in teks:
        bawah, atas = teks.split("-")
        return NilaiRencana(bawah=Decimal(bawah), atas=Decimal(atas))
    return NilaiRencana(peringkat=teks) if teks.isalpha() else NilaiRencana(Decimal(teks.replace(",", ".")))


def _target() -> tuple[TargetRencana, ...]:
    renstra = [
        TargetRencana(RENSTRA, kode, 2024 + n, 0, nilai(kata))
        for kode, teks in _RENSTRA.items()
        for n, kata in enumerate(teks.split())
        if kata != "."
    ]
    renja = [
        TargetRencana(RENJA, kode, 2025, n, nilai(kata))
        for kode, teks in _RENJA.items()
        for n, kata in enumerate(teks.split())
    ]
    return (*renstra, *renja)


def rencana_kecil() -> Rencana:
    """Two documents, two units, one branch of the tree, seven indicators, and some history."""
    rujukan = [Rujukan("target_renstra", RENSTRA, kode) for kode in _RENSTRA]
    rujukan += [Rujukan("target_renja", RENJA, kode) for kode in _RENJA]
    rujukan += [Rujukan("pagu", dokumen, kode) for dokumen in (RENSTRA, RENJA) for kode in (KEGIATAN, SUB_1, SUB_2)]
    return Rencana(
        identitas=IdentitasKantor(KODE_PD, "Kecamatan Uji", "Kabupaten Uji", "33.03.05", "3303060", contoh=True),
        unit=(
            Unit("PEM", "Seksi Pemerintahan", "seksi", anggaran_semua=False),
            Unit("REN", "Subbagian Perencanaan", "subbag", anggaran_semua=True),
        ),
        dokumen=(
            VersiDokumen(RENSTRA, "renstra", 2024, 2026, 0, date(2023, 9, 15), "Renstra 2024-2026", None),
            VersiDokumen(RENJA, "renja", 2025, 2025, 0, date(2024, 12, 18), "Renja 2025", None),
        ),
        simpul=(
            SimpulPohon("T1", "tujuan", None, "Meningkatnya pelayanan", None),
            SimpulPohon("S1", "sasaran", "T1", "Meningkatnya tata kelola desa", None),
            SimpulPohon("7.01.06", "program", "S1", "Program Pembinaan Pemerintahan Desa", "PEM"),
            SimpulPohon(KEGIATAN, "kegiatan", "7.01.06", "Fasilitasi dan Koordinasi", "PEM"),
            SimpulPohon(SUB_1, "sub_kegiatan", KEGIATAN, "Fasilitasi Administrasi Desa", "PEM"),
            SimpulPohon(SUB_2, "sub_kegiatan", KEGIATAN, "Fasilitasi Keuangan Desa", "PEM"),
        ),
        indikator=tuple(
            IndikatorRencana(*ukuran, "PEM", None, None, ("iku", "renja"), _BUKTI_WAJIB.get(ukuran[0]))
            for ukuran in _INDIKATOR
        ),
        aturan=ATURAN,
        target=_target(),
        pagu=_pagu(),
        riwayat=(
            Riwayat(RENSTRA, IKM, "kondisi_awal", 2023, NilaiRencana(Decimal("79.25")), "LKjIP 2023"),
            Riwayat(RENSTRA, AKIP, "realisasi", 2023, NilaiRencana(peringkat="CC"), "LHE 2023"),
        ),
        riwayat_anggaran=(RiwayatAnggaran(RENSTRA, SUB_1, 2023, Decimal(7_500_000), "LRA 2023"),),
        standar=(Standar(RENSTRA, IKM, 2025, Decimal("76.61"), "PermenPANRB 14/2017"),),
        tautan=tuple(
            Tautan(RENSTRA, IKM, "Pelayanan publik", "IKM kabupaten", tahun, angka)
            for tahun, angka in (
                (2024, NilaiRencana(Decimal(82))),
                (2025, NilaiRencana()),
                (2026, NilaiRencana(Decimal(84))),
            )
        ),
        ikk=(ElemenIkk(RENSTRA, APBDES, "IKK-1", "Desa tepat waktu", "tepat waktu / desa", "pembilang"),),
        rujukan=tuple(rujukan),
    )


def _pagu() -> tuple[Pagu, ...]:
    per_tahun = [
        Pagu(RENSTRA, kode, tahun, Decimal(rupiah))
        for tahun in (2024, 2025, 2026)
        for kode, rupiah in ((KEGIATAN, 30_000_000), (SUB_1, 10_000_000), (SUB_2, 20_000_000))
    ]
    return (
        *per_tahun,
        *(replace(pagu, dokumen=RENJA) for pagu in per_tahun if pagu.tahun == 2025),
    )


@cache
def berkas_kecil() -> bytes:
    """The workbook of the small plan."""
    return susun_templat(rencana_kecil()).isi


@cache
def buku_kecil() -> BukuTerbaca:
    """The workbook of the small plan, read."""
    buku = baca_buku(berkas_kecil())
    assert isinstance(buku, BukuTerbaca)
    return buku


def ketik(ubahan: Mapping[str, object], buku: BukuTerbaca | None = None) -> BukuTerbaca:
    """The same workbook with other content in some cells (`Unit!C5`): a number, a text, None for a blank, or a Sel."""
    isi = {nama: dict(lembar_buku.sel) for nama, lembar_buku in (buku or buku_kecil()).lembar.items()}
    for letak, tulisan in ubahan.items():
        lembar, alamat = letak.split("!")
        if tulisan is None:
            isi[lembar].pop(alamat, None)
        else:
            isi[lembar][alamat] = tulisan if isinstance(tulisan, SelTerbaca) else _sel(lembar, alamat, tulisan)
    return BukuTerbaca({nama: LembarTerbaca(nama, "visible", sel) for nama, sel in isi.items()})


def _sel(lembar: str, alamat: str, tulisan: object) -> SelTerbaca:
    if isinstance(tulisan, int | float):
        return SelTerbaca(lembar, alamat, "angka", tulisan, str(tulisan), persen=False, rumus=None)
    return SelTerbaca(lembar, alamat, "teks", None, str(tulisan), persen=False, rumus=None)


def letak(lembar: str, kolom: str, *isi: str) -> str:
    """The address of the cell of a column (by header) in the row that holds all these texts."""
    sel = buku_kecil().lembar[lembar].sel
    huruf = next(a.rstrip("0123456789") for a, s in sel.items() if s.teks == kolom and a.endswith("4"))
    for nomor, baris in buku_kecil().lembar[lembar].baris():
        if nomor > 4 and set(isi) <= {s.teks for s in baris.values()}:
            return f"{lembar}!{huruf}{nomor}"
    raise LookupError(f"{lembar} {isi}")
