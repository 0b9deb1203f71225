"""What is asked about a value because of what was reported before it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from analytics.lembar.bentuk.bahan import LaporanUnit
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.rencana.tegur import tegur
from analytics.temuan.butir import Temuan, catatan
from data.gudang import Gudang, Peristiwa
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, KODE_PD, OPINI, PADA, PEMBINAAN, TAHUN
from tests.lembar.alat_isian import DULU, LENGKAP, UANG, Kirim, Periksa, Susun


def _tanya(pemeriksaan: HasilPeriksa, kode: str) -> list[Temuan]:
    return [temuan for temuan in pemeriksaan.temuan if temuan.kode == kode]


def test_a_worse_value_needs_a_note_and_shows_the_value_before(susun: Susun, periksa: Periksa, kirim: Kirim) -> None:
    kirim(susun({**DULU, APBDES: {"pembilang": 13, "penyebut": 13}}, UANG, triwulan=2))
    (temuan,) = _tanya(periksa(susun(LENGKAP, UANG)), "memburuk")
    assert (temuan.kode_indikator, temuan.tingkat) == (APBDES, "peringatan")
    assert temuan.pembanding == ("Triwulan II 2026: 100",)


@pytest.mark.parametrize(
    ("lalu", "kini", "kalimat"),
    [
        (0.00021, 0.0002, "Nilai 0,0002 lebih buruk dari 0,00021 "),
        (0.0002, 0.0000001, "Nilai 0,0000001 lebih buruk dari 0,0002 "),
        (3, 2.5, "Nilai 2,5 lebih buruk dari 3 "),
    ],
)
def test_the_two_values_of_the_question_are_told_apart(
    susun: Susun, periksa: Periksa, kirim: Kirim, gudang: Gudang, lalu: float, kini: float, kalimat: str
) -> None:
    _targetkan(gudang, 4)
    _namai(gudang, PEMBINAAN, satuan="Hektare")
    kirim(susun({**DULU, PEMBINAAN: {"realisasi": lalu}}, UANG, triwulan=2))
    (temuan,) = _tanya(periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": kini}}, UANG)), "memburuk")
    assert temuan.pesan.startswith(kalimat)


def test_the_faktor_penghambat_is_the_note_that_a_worse_value_needs(
    susun: Susun, periksa: Periksa, kirim: Kirim
) -> None:
    kirim(susun({**DULU, APBDES: {"pembilang": 13, "penyebut": 13}}, UANG, triwulan=2))
    isian = {**LENGKAP, APBDES: {"pembilang": 12, "penyebut": 13, "faktor_penghambat": "Sekretaris desa berganti"}}
    hasil = periksa(susun(isian, UANG))
    (temuan,) = _tanya(hasil, "memburuk")
    assert hasil.alasan_untuk(temuan, {}) == "Sekretaris desa berganti"
    assert temuan not in hasil.perlu_alasan({})


@pytest.mark.parametrize(("peringkat", "banyak"), [("B", 1), ("BB", 0), ("A", 0)])
def test_a_lower_grade_is_worse(susun: Susun, periksa: Periksa, kirim: Kirim, peringkat: str, banyak: int) -> None:
    kirim(susun(DULU, UANG, triwulan=2))
    hasil = periksa(susun({**LENGKAP, OPINI: {"realisasi": peringkat}}, UANG))
    assert [butir.kode_indikator for butir in _tanya(hasil, "memburuk")] == [OPINI] * banyak


def test_a_smaller_quarter_that_reaches_its_own_target_is_not_worse(
    susun: Susun, periksa: Periksa, kirim: Kirim, gudang: Gudang
) -> None:
    kirim(susun({**DULU, PEMBINAAN: {"realisasi": 5}}, UANG, triwulan=2))
    _targetkan(gudang, 3)
    kurang = periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": 2}}, UANG))
    assert [temuan.kode_indikator for temuan in _tanya(kurang, "memburuk")] == [PEMBINAAN]
    assert _tanya(periksa(susun(LENGKAP, UANG)), "memburuk") == []


@pytest.mark.parametrize(("lalu", "kini"), [(5, 3), (3, 3), (3, 4), (1, 14)])
def test_parts_of_a_sum_that_is_planned_for_the_year_alone_are_not_compared(
    susun: Susun, periksa: Periksa, kirim: Kirim, lalu: int, kini: int
) -> None:
    kirim(susun({**DULU, PEMBINAAN: {"realisasi": lalu}}, UANG, triwulan=2))
    assert periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": kini}}, UANG)).temuan == ()


@pytest.mark.parametrize(
    ("setahun", "ditanya"),
    [
        ((12, 12, 12, 12), {3: "Jumlah s/d triwulan ini 36, sedangkan target setahun 10–14."}),
        ((12, 12, 0, 12), {4: "Jumlah s/d triwulan ini 36, sedangkan target setahun 10–14."}),
        ((30, 3, 3, 0), {1: "Nilai triwulan ini 30, sedangkan target setahun 10–14."}),
    ],
)
def test_a_sum_far_above_its_year_is_named_and_asked_once_in_the_triwulan_that_brings_it_there(
    susun: Susun, periksa: Periksa, kirim: Kirim, setahun: tuple[int, ...], ditanya: dict[int, str]
) -> None:
    pesan: dict[int, str] = {}
    for triwulan, nilai in enumerate(setahun, 1):
        isi = susun({PEMBINAAN: {"realisasi": nilai}}, UANG, triwulan=triwulan)
        pesan.update((triwulan, temuan.pesan) for temuan in _tanya(periksa(isi), "setahun_terlampaui"))
        kirim(isi)
    assert pesan == ditanya


@pytest.mark.parametrize("penyebut", [12, 26, 130])
def test_another_number_of_all_desa_is_asked_after_one_report(
    susun: Susun, periksa: Periksa, kirim: Kirim, penyebut: int
) -> None:
    kirim(susun(DULU, UANG, triwulan=2))
    hasil = periksa(susun({**LENGKAP, APBDES: {"pembilang": 12, "penyebut": penyebut}}, UANG))
    (temuan,) = _tanya(hasil, "penyebut_beda")
    assert temuan.pesan == f"Penyebut {penyebut}, sedangkan Triwulan II 2026 13."


@pytest.mark.parametrize(("pembilang", "penyebut"), [(11.5, 13), (1.1, 1.3), (0.85, 1)])
def test_a_part_of_a_desa_is_asked_also_where_the_target_has_decimals(
    susun: Susun, periksa: Periksa, gudang: Gudang, pembilang: float, penyebut: float
) -> None:
    pasangan = {"pembilang": "desa tertib", "penyebut": "desa", "faktor": Decimal(100), "agregasi": "nilai_akhir"}
    aturan = next(
        {**baris, "kode_pd": KODE_PD, "revisi": baris["revisi"] + 1} | pasangan
        for baris in gudang.kueri("rencana_aturan", kode_pd=KODE_PD)
        if (baris["kode_indikator"], baris["tahun"]) == (PEMBINAAN, TAHUN)
    )
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "atur", "uji", {}, PADA)) as tx:
        tx.tambah("aturan_indikator", [aturan])
    _targetkan(gudang, Decimal("84.62"))
    isian = {**LENGKAP, PEMBINAAN: {"pembilang": pembilang, "penyebut": penyebut}}
    (temuan,) = _tanya(periksa(susun(isian, UANG)), "tidak_utuh")
    assert temuan.kode_indikator == PEMBINAAN


def test_nothing_done_where_nothing_is_planned_raises_no_question(
    susun: Susun, periksa: Periksa, gudang: Gudang
) -> None:
    _targetkan(gudang, 0)
    assert periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": 0}}, UANG)).temuan == ()
    assert _tanya(periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": 1}}, UANG)), "target_nol") != []


def _targetkan(gudang: Gudang, nilai: Decimal | int) -> None:
    """Plan PEMBINAAN for triwulan III."""
    target = {"kode_pd": KODE_PD, "id_rencana": 2, "kode_indikator": PEMBINAAN, "tahun": TAHUN, "triwulan": 3}
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "impor_rencana", "target", {}, PADA)) as tx:
        tx.tambah("target", [{**target, "nilai": nilai, "lembar": "Target Renja", "sel": "A1"}])


def _namai(gudang: Gudang, kode: str, **baru: str) -> None:
    """Give an indicator another name or satuan."""
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "impor_rencana", "nama", {}, PADA)) as tx:
        ini = next(
            baris
            for baris in tx.kueri("indikator_tahun", kode_pd=KODE_PD, tahun=TAHUN, hari=date(TAHUN, 12, 31))
            if baris["kode_indikator"] == kode
        )
        nama = (
            "kode_indikator",
            "kode_simpul",
            "nama",
            "satuan",
            "definisi",
            "sumber_data",
            "bukti_wajib",
            "kode_unit",
        )
        tx.jalankan("ubah_indikator", kode_pd=KODE_PD, **{bagian: ini[bagian] for bagian in nama} | baru)


def test_the_same_value_again_is_asked_unless_it_is_the_target(susun: Susun, periksa: Periksa, kirim: Kirim) -> None:
    kirim(susun({**DULU, APBDES: {"pembilang": 12, "penyebut": 13}}, UANG, triwulan=2))
    (temuan,) = _tanya(periksa(susun(LENGKAP, UANG)), "sama_dengan_lalu")
    assert (temuan.kode_indikator, temuan.pembanding) == (APBDES, ("Triwulan II 2026: 92,3077",))
    penuh = {APBDES: {"pembilang": 13, "penyebut": 13}}
    kirim(susun({**DULU, **penuh}, UANG, triwulan=2))
    assert _tanya(periksa(susun({**LENGKAP, **penuh}, UANG)), "sama_dengan_lalu") == []


def _riwayatkan(gudang: Gudang, susun: Susun, kirim: Kirim, nilai: list[int]) -> None:
    """One accepted report of PEMBINAAN for each of the triwulan I and II of 2024, 2025 and 2026."""
    del susun, kirim
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "impor_rencana", "riwayat", {}, PADA)) as tx:
        aturan = next(
            baris
            for baris in tx.kueri("indikator_tahun", kode_pd=KODE_PD, tahun=TAHUN, hari=date(TAHUN, 12, 31))
            if baris["kode_indikator"] == PEMBINAAN
        )
        nama = ("polaritas", "rumus", "frekuensi", "agregasi", "cara_isi")
        dasar = {bagian: aturan[bagian] for bagian in nama}
        for urutan, angka in enumerate(nilai):
            tahun, triwulan = TAHUN - 2 + urutan // 2, urutan % 2 + 1
            id_kiriman = f"K-{urutan}"
            letak = {"kode_pd": KODE_PD, "id_kiriman": id_kiriman, "tahun": tahun, "triwulan": triwulan}
            kiriman = {"versi": 1, "sha256": f"{urutan:064}", "nama_berkas": "lama.xlsx", "versi_format": "1"}
            tx.tambah("kiriman", [{**letak, **kiriman, "kode_unit": "PEM", "diterima_pada": PADA, "oleh": "x"}])
            fakta = {"kode_indikator": PEMBINAAN, "keadaan": "terisi", "nilai": angka, "lembar": "R", "sel": "A1"}
            tx.tambah("realisasi", [{**letak, **fakta}])
            if tahun < TAHUN and triwulan == 1:
                kunci = {"kode_pd": KODE_PD, "kode_indikator": PEMBINAAN, "tahun": tahun, "revisi": 0}
                tx.tambah("aturan_indikator", [{**kunci, **dasar}])


@pytest.mark.parametrize(
    ("nilai", "baru", "ditanya"),
    [
        ([3, 4, 3, 4, 3, 4], 30, True),
        ([3, 4, 3, 4, 3, 4], 5, False),
        ([3, 3, 3, 3, 3, 3], 4, False),
        ([3, 3, 3, 3, 3, 3], 30, True),
        ([3, 4, 3, 4], 30, False),
    ],
    ids=["ten times", "a little more", "constant before", "constant, ten times", "too few values"],
)
def test_a_value_far_out_of_its_habit_is_asked(
    susun: Susun, periksa: Periksa, kirim: Kirim, gudang: Gudang, nilai: list[int], baru: int, ditanya: bool
) -> None:
    _riwayatkan(gudang, susun, kirim, nilai)
    temuan = _tanya(periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": baru}}, UANG)), "pencilan")
    assert bool(temuan) is ditanya
    if ditanya:
        assert "tengah" in temuan[0].pesan
        assert len(temuan[0].pembanding) == 4


def test_a_value_that_was_measured_otherwise_is_not_compared(
    susun: Susun, periksa: Periksa, kirim: Kirim, gudang: Gudang
) -> None:
    _riwayatkan(gudang, susun, kirim, [300, 400, 300, 400, 300, 400])
    assert _tanya(periksa(susun(LENGKAP, UANG)), "pencilan")
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "impor_rencana", "aturan", {}, PADA)) as tx:
        aturan = next(
            baris
            for baris in tx.kueri("indikator_tahun", kode_pd=KODE_PD, tahun=TAHUN, hari=date(TAHUN, 12, 31))
            if baris["kode_indikator"] == PEMBINAAN
        )
        nama = ("polaritas", "rumus", "frekuensi", "agregasi")
        baru = {bagian: aturan[bagian] for bagian in nama} | {
            "cara_isi": "sd_triwulan",
            "revisi": 1,
            "alasan": "BA rapat",
        }
        for tahun in (TAHUN - 2, TAHUN - 1):
            kunci = {"kode_pd": KODE_PD, "kode_indikator": PEMBINAAN, "tahun": tahun}
            tx.tambah("aturan_indikator", [{**kunci, **baru}])
    hasil = periksa(susun(LENGKAP, UANG))
    assert _tanya(hasil, "pencilan") == []
    (temuan,) = _tanya(hasil, "aturan_berubah")
    assert "cara isi dari nilai s/d triwulan ini" in temuan.pesan


def test_a_question_about_the_plan_is_asked_once_a_year(
    susun: Susun, periksa: Periksa, kirim: Kirim, gudang: Gudang
) -> None:
    _namai(gudang, DESA_SELESAI, nama="Persentase kasus desa")
    (temuan,) = _tanya(periksa(susun(DULU, UANG, triwulan=2)), "polaritas_nama")
    assert temuan.kode_indikator == DESA_SELESAI
    kirim(susun(DULU, UANG, triwulan=2), "Benar menurut Renstra")
    hasil = periksa(susun(LENGKAP, UANG))
    (temuan,) = _tanya(hasil, "polaritas_nama")
    assert hasil.alasan_untuk(temuan, {}) == "Sudah dijelaskan pada TW II 2026: Benar menurut Renstra"
    assert temuan not in hasil.perlu_alasan({})


def test_what_an_import_of_the_plan_was_answered_is_not_asked_of_the_unit(
    susun: Susun, periksa: Periksa, gudang: Gudang
) -> None:
    _namai(gudang, DESA_SELESAI, nama="Persentase kasus desa")
    ditanya = tegur("nama_lawan_polaritas", "Nama memuat kasus.", "Periksa.", kode_indikator=DESA_SELESAI)
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "impor_rencana", "buku", {}, PADA)) as tx:
        letak = {"kode_pd": KODE_PD, "objek": "rencana", "id_objek": "buku", "nomor": 1}
        tx.tambah("temuan", [catatan(ditanya) | letak | {"keadaan": "dijelaskan", "alasan": "Benar menurut Renstra"}])
    hasil = periksa(susun(LENGKAP, UANG))
    (temuan,) = _tanya(hasil, "polaritas_nama")
    assert hasil.alasan_untuk(temuan, {}) == "Sudah dijelaskan pada impor rencana: Benar menurut Renstra"
    assert temuan not in hasil.perlu_alasan({})


def test_an_earlier_pair_has_no_value_where_the_rule_of_now_has_no_faktor() -> None:
    lalu = LaporanUnit(pembilang=Decimal(12), penyebut=Decimal(13))
    assert lalu.pecahan(Decimal(100)) == Fraction(1200, 13)
    assert lalu.pecahan(None) is None
