"""What earlier programs wrote is upgraded, proved, evaluated and read by this one, and what was approved stays."""

from __future__ import annotations

import gzip
import hashlib
import io
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import duckdb
import openpyxl
import pytest

from analytics.akun import sandi
from analytics.akun.kelola import daftar_akun
from analytics.akun.masuk import buktikan
from analytics.aturan.periode import Periode
from analytics.beku.dokumen_disetujui import ambil_dokumen
from analytics.beku.kanonik import sidik
from analytics.beku.snapshot import (
    GudangBeku,
    Snapshot,
    buka_beku,
    buka_kemasan,
    daftar_snapshot,
    muat_snapshot,
)
from analytics.beku.sumber import sumber_angka
from analytics.bukti_asli.beda_aturan import bandingkan_aturan
from analytics.bukti_asli.periksa_dokumen import baca_bawaan
from analytics.bukti_asli.periksa_jejak import periksa_jejak
from analytics.dokumen.kompilasi import DISUSUN_ULANG
from analytics.evaluasi.hasil import Nilai
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.evaluasi.hasil.renja import EvaluasiRenja, KinerjaRenja
from analytics.evaluasi.hasil.renstra import EvaluasiRenstra, KinerjaRenstra
from analytics.formulir import evaluasi_semua
from analytics.lembar.layar.draf import DrafIsian, IsianLayar, baca_draf
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import BukuTerbaca, Pembaca
from analytics.sistem import buka_gudang
from analytics.sop.peran import Pelaku
from data.berlaku import BERLAKU
from data.gudang import Gudang
from data.rantai import Ujung
from tests.alat.evaluasi import Hasil, evaluasi_iku, evaluasi_tiga
from tests.alat.gudang import mesin
from tests.alat.periksa import periksa_dokumen
from tests.fikstur import harapan
from tests.fikstur.harapan import Angka
from tests.fikstur.kantor import GANGGUAN, KODE_PD, PEM, SUB_PEM, TW1, TW2, TW3
from tests.fikstur.susun import ALAMAT, KETIKAN, LAYAR, SANDI, Kantor, susun
from tests.fikstur.susun_awal import susun as susun_awal
from tests.fikstur.susun_awal import terima_berkas

SINI: Final = Path(__file__).parent
SKEMA: Final = sorted((SINI.parents[1] / "data" / "skema").glob("*.sql"))
TERSIMPAN: Final = sorted(berkas.name for berkas in SINI.glob("skema-*"))
BER_SOP: Final = [nama for nama in TERSIMPAN if (SINI / nama / "kompilasi_TW1_R1.xlsx").exists()]
SNAPSHOT: Final[Mapping[str, Mapping[str, str]]] = {
    "skema-3": {
        "S-2026-TW1-R1": "c349134b110e8d7998830c0127cd83ce5ef4e640b61a436628a99054f15caa53",
        "S-2026-TW2-R1": "8f3e62061e96e5f50f2360f7ecb928b54883ccc7c074aaaca1261fd5dd255387",
        "S-2026-TW2-R2": "fb0a3eb99bc2bc748764e8bb08f3f6524cf36c82153eb898989e8ecc9e726309",
    },
    "skema-4": {
        "S-2026-TW1-R1": "9c23880e700f01911b504c926501e17792b16ee1d2daebfce8690277ad4b2dcc",
        "S-2026-TW2-R1": "613ccd203c77fa7487f9ae2329a9f04a8f4d5ed632aa2478619fefc67da5b0a5",
        "S-2026-TW2-R2": "41ebcda8d3eb5f7e408359e3f889a78049e1f30775fe101960dba0c91c740fdb",
    },
    "skema-5": {
        "S-2026-TW1-R1": "0414f7a9f536d3c39f032d1cd21d9e32e27004f6a570dba3e7dadfdbda05c8f9",
        "S-2026-TW2-R1": "6764c2a93d82e4452e3905dc9b26f8f5f5d741d0587869fe93500c2384a462da",
        "S-2026-TW2-R2": "0f6b75ff8b78f5144435efc35bb6cd3e77371fc6cfea9b099b527e8f4900e5f2",
    },
    "skema-6": {
        "S-2026-TW1-R1": "a8eeb1b13e4f383d209b5bd251646d0b7c7eed04ccc6ed1519fa6f7eb9abe876",
        "S-2026-TW2-R1": "272d0a164961c37674e2fb380b1a5782a7ed88e9dfb6893b7716e50bbd5ece25",
        "S-2026-TW2-R2": "b1774f71c4141f3f9d342f11a20b412f8de0b95e9017c926931ac5e742ed7b59",
    },
    "skema-7": {
        "S-2026-TW1-R1": "3c42b867e94c8467082e8830b87d28e67aa988a85e0aeea05689611f07033c3b",
        "S-2026-TW2-R1": "e916c1fa917bcacf0338b239a7a8fd45c19b61947ddfe72ccc8559acf1a59e39",
        "S-2026-TW2-R2": "7368114c54ed2084d2d36fee725644dff77020efae1671eeaf9fc0db857daf61",
    },
}
"""The sidik of everything that was approved, as it was when it was approved."""
PERSETUJUAN: Final = [(nama, nomor) for nama, sidik in SNAPSHOT.items() for nomor in sidik]
GANGGUAN_DUA: Final = {"S-2026-TW2-R1": 5, "S-2026-TW2-R2": 6}
"""How many gangguan of triwulan II an approval says: each had one correction more than the 4 that the unit sent."""
SKEMA_BERDOKUMEN: Final = 6
"""The first schema that keeps the bytes of an approved document."""
SKEMA_BERLAYAR: Final = 7
"""The first schema whose program keeps what was typed on screen and not sent."""
SKEMA_BERJALUR: Final = 5
"""The first schema whose program gave a total that shall stay low no capaian before its time is over."""
TIDAK_PERNAH_DIISI: Final = frozenset({"periode"})
"""A table of the first schemas that no program ever wrote; schema 3 took it away."""
DITAMBAH: Final = frozenset({"skema", "pengaturan"})
"""Tables that an upgrade may lengthen; in no other one it adds a row, and nowhere does it take one away."""
Isi = Mapping[str, "Tabel"]


@dataclass(frozen=True)
class Tabel:
    """A table as DuckDB gives it, without a line of ours."""

    kolom: tuple[str, ...]
    baris: tuple[tuple[Any, ...], ...]

    def hanya(self, kolom: tuple[str, ...]) -> Counter[tuple[Any, ...]]:
        """How often each row stands here, by these columns."""
        letak = [self.kolom.index(nama) for nama in kolom]
        return Counter(tuple(baris[nomor] for nomor in letak) for baris in self.baris)

    def kamus(self, kunci: str, nilai: str) -> dict[Any, Any]:
        """One column by another one."""
        return dict(tuple(self.hanya((kunci, nilai))))


@dataclass(frozen=True)
class Dibuka:
    """A kept store that this program opened twice: what stood in its file before, what it held the first time, its file
    then. Nobody writes to it."""

    nama: str
    gudang: Gudang
    sebelum: Isi
    sekali: Isi
    byte: bytes

    @cached_property
    def kini(self) -> Isi:
        """What it holds the second time."""
        return _isi(self.gudang)

    @property
    def skema(self) -> int:
        """The number of the schema that it was made with."""
        return _nomor(self.nama)

    @property
    def gangguan(self) -> int:
        """The gangguan of triwulan II in force."""
        return 6 if self.nama in BER_SOP else 4


def _nomor(nama: str) -> int:
    return int(nama.split("-")[1])


def _bongkar(nama: str, folder: Path) -> Path:
    jalur = folder / "kantor.duckdb"
    with gzip.open(SINI / nama / "gudang.duckdb.gz") as asal, jalur.open("wb") as tujuan:
        shutil.copyfileobj(asal, tujuan)
    return jalur


def _baca_langsung(jalur: Path) -> Isi:
    with closing(duckdb.connect(str(jalur), read_only=True)) as koneksi:
        return _semua(koneksi)


def _isi(gudang: Gudang) -> Isi:
    with mesin(gudang) as kursor:
        return _semua(kursor)


def _semua(koneksi: duckdb.DuckDBPyConnection) -> Isi:
    tabel = koneksi.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()
    isi = {}
    for (nama,) in tabel:
        hasil = koneksi.execute(f'SELECT * FROM "{nama}"')
        isi[nama] = Tabel(tuple(kepala[0] for kepala in hasil.description or []), tuple(hasil.fetchall()))
    return isi


@contextmanager
def _ditutup(gudang: Gudang) -> Iterator[Gudang]:
    try:
        yield gudang
    finally:
        gudang.tutup()


@contextmanager
def _terbuka(nama: str, folder: Path) -> Iterator[Dibuka]:
    jalur = _bongkar(nama, folder)
    sebelum = _baca_langsung(jalur)
    with _ditutup(buka_gudang(jalur)) as gudang:
        sekali = _isi(gudang)
    byte = jalur.read_bytes()
    with _ditutup(buka_gudang(jalur)) as gudang:
        yield Dibuka(nama, gudang, sebelum, sekali, byte)


@pytest.fixture(scope="module")
def buka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Dibuka]]:
    """A kept store, opened once for whoever only reads it."""
    with ExitStack() as tumpukan:
        yield cache(lambda nama: tumpukan.enter_context(_terbuka(nama, tmp_path_factory.mktemp(nama))))


@pytest.fixture(params=TERSIMPAN)
def lama(request: pytest.FixtureRequest, buka: Callable[[str], Dibuka]) -> Dibuka:
    return buka(request.param)


@pytest.fixture(scope="module")
def terbuka(buka: Callable[[str], Dibuka]) -> Mapping[str, Dibuka]:
    """Every kept store that knows approvals."""
    return {nama: buka(nama) for nama in BER_SOP}


@pytest.fixture(scope="module")
def tulis(buka: Callable[[str], Dibuka], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Gudang]]:
    """A kept store in a copy that may be written to."""

    def salin(nama: str) -> Gudang:
        jalur = tmp_path_factory.mktemp(nama) / "kantor.duckdb"
        jalur.write_bytes(buka(nama).byte)
        return tumpukan.enter_context(_ditutup(buka_gudang(jalur)))

    with ExitStack() as tumpukan:
        yield cache(salin)


@pytest.fixture(scope="module")
def disetujui(buka: Callable[[str], Dibuka]) -> Iterator[Callable[[str, str], tuple[Snapshot, GudangBeku]]]:
    """A snapshot of a kept store, and the frozen store that it reads as."""

    def beku(nama: str, nomor: str) -> tuple[Snapshot, GudangBeku]:
        snapshot = muat_snapshot(buka(nama).gudang, KODE_PD, nomor)
        gudang = buka_beku(snapshot)
        tumpukan.callback(gudang.tutup)
        return snapshot, gudang

    with ExitStack() as tumpukan:
        yield cache(beku)


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca(detik=60) as pembaca:
        yield pembaca


def test_every_schema_before_the_newest_has_a_kept_store() -> None:
    ada = {_nomor(nama) for nama in TERSIMPAN}
    perlu = {int(berkas.name.split("_")[0]) for berkas in SKEMA[:-1]}
    assert perlu - ada == set(), "make it with the program of the commit before the new schema file, see README.md"


def test_a_kept_store_is_of_the_schema_that_its_folder_names(lama: Dibuka) -> None:
    langkah = lama.sebelum["skema"].hanya(("nomor", "sha256"))
    assert sorted(langkah) == [
        (nomor, hashlib.sha256(berkas.read_text(encoding="utf-8").encode()).hexdigest())
        for nomor, berkas in enumerate(SKEMA[: lama.skema], 1)
    ]


def test_what_is_kept_is_what_was_kept() -> None:
    """Made again it would be a store of today under the name of an old one."""
    ada = [berkas for nama in TERSIMPAN for berkas in (SINI / nama).iterdir()]
    baris = {f"{hashlib.sha256(berkas.read_bytes()).hexdigest()}  {berkas.parent.name}/{berkas.name}" for berkas in ada}
    assert baris == set((SINI / "sidik.txt").read_text(encoding="utf-8").splitlines())


def test_a_kept_store_is_small() -> None:
    """But for the documents that it keeps, each of which is small itself."""
    batas = {nama: 300_000 + 50_000 * len(SNAPSHOT[nama]) for nama in BER_SOP if _nomor(nama) >= SKEMA_BERDOKUMEN}
    berkas = [berkas for berkas in SINI.glob("skema-*/*") if berkas.stat().st_size > 300_000]
    assert [besar for besar in berkas if besar.stat().st_size > batas.get(besar.parent.name, 0)] == []


def test_every_step_of_the_schema_is_applied_and_opening_again_changes_nothing(lama: Dibuka) -> None:
    assert sorted(lama.sekali["skema"].hanya(("nomor",))) == [(nomor,) for nomor in range(1, len(SKEMA) + 1)]
    assert {nama: tabel.hanya(tabel.kolom) for nama, tabel in lama.kini.items()} == {
        nama: tabel.hanya(tabel.kolom) for nama, tabel in lama.sekali.items()
    }


def test_no_row_and_no_value_of_an_old_table_is_lost_or_changed(lama: Dibuka) -> None:
    kini = lama.kini
    assert sum(len(tabel.baris) for tabel in lama.sebelum.values()) > 100
    assert {nama for nama in lama.sebelum if nama not in kini} <= TIDAK_PERNAH_DIISI
    for nama, dulu in lama.sebelum.items():
        if nama not in kini:
            assert dulu.baris == ()
            continue
        kolom = _kolom_tetap(lama, nama, dulu)
        hilang = dulu.hanya(kolom) - kini[nama].hanya(kolom)
        assert not hilang, (nama, hilang)
        if nama not in DITAMBAH:
            assert len(kini[nama].baris) == len(dulu.baris), nama


def _kolom_tetap(lama: Dibuka, nama: str, dulu: Tabel) -> tuple[str, ...]:
    """Every column; since schema 2 a temuan of a kiriman or a refusal names the upload that schema 2 made of it."""
    if lama.skema == 1 and nama == "temuan":
        return tuple(kolom for kolom in dulu.kolom if kolom not in {"objek", "id_objek"})
    return dulu.kolom


def test_the_office_of_a_kept_store_holds_what_its_units_sent(lama: Dibuka) -> None:
    """So that the comparison above is about something: two versi, a refusal, both triwulan, explained findings."""
    banyak = {nama: len(tabel.baris) for nama, tabel in lama.sebelum.items()}
    assert (banyak["kiriman"], banyak["realisasi"], banyak["realisasi_anggaran"]) == (5, 10, 5)
    assert banyak["berkas"] >= 7
    assert banyak["temuan"] >= 3
    assert banyak["target"] == 46
    keadaan = {("dijelaskan",), ("baru",) if lama.skema == 1 else ("diperbaiki",)}
    assert keadaan <= set(lama.sebelum["temuan"].hanya(("keadaan",)))
    assert (banyak.get("unggahan"), banyak.get("koreksi"), banyak.get("snapshot")) == {
        1: (None, None, None),
        2: (6, None, None),
    }.get(lama.skema, (6, 2, 3))


def test_the_uploads_that_schema_2_made_of_older_kiriman_are_those_that_came(lama: Dibuka) -> None:
    unggahan = lama.kini["unggahan"].hanya(("keadaan", "sha256"))
    diterima = lama.sebelum["kiriman"].hanya(("sha256",))
    assert Counter(sidik_ for keadaan, sidik_ in unggahan if keadaan == "diterima") == Counter(
        sidik_ for (sidik_,) in diterima
    )
    assert sum(keadaan == "ditolak" for keadaan, _ in unggahan) == 1
    berkas = {sidik_ for (sidik_,) in lama.sebelum["berkas"].hanya(("sha256",))}
    assert {sidik_ for _, sidik_ in unggahan} <= berkas


def test_every_byte_that_was_kept_is_the_byte_that_its_name_says(lama: Dibuka) -> None:
    berkas = lama.kini["berkas"].hanya(("sha256", "isi"))
    assert all(hashlib.sha256(isi).hexdigest() == nama for nama, isi in berkas)


def test_the_log_of_a_kept_store_proves_also_from_the_tip_that_it_had(lama: Dibuka) -> None:
    dulu = lama.sebelum["peristiwa"]
    ujung = []
    if "sidik" in dulu.kolom:
        nomor, sidik_ujung = max(dulu.hanya(("nomor", "sidik")))
        ujung = [Ujung(nomor, sidik_ujung)]
    hasil = periksa_jejak(lama.gudang, ujung)
    assert hasil.ingkar == ()
    assert hasil.peristiwa == len(dulu.baris)
    assert hasil.snapshot == len(SNAPSHOT.get(lama.nama, {}))


def test_what_was_typed_on_screen_and_not_sent_is_still_there(lama: Dibuka) -> None:
    draf = baca_draf(lama.gudang, LAYAR)
    if lama.skema < SKEMA_BERLAYAR:
        assert draf == DrafIsian()
    else:
        assert (draf.versi, draf.isian) == (1, IsianLayar(KETIKAN, {}))


def test_the_rows_in_force_of_a_kept_store_are_what_their_rule_says(lama: Dibuka) -> None:
    for tabel in BERLAKU:
        assert lama.gudang.kueri(f"beda_{tabel.nama}") == []
        assert lama.kini[tabel.nama].baris, tabel.nama


@pytest.mark.parametrize(("nama", "nomor"), PERSETUJUAN)
def test_a_snapshot_read_as_a_store_has_the_rows_in_force_that_were_approved(
    disetujui: Callable[[str, str], tuple[Snapshot, GudangBeku]], nama: str, nomor: str
) -> None:
    snapshot, beku = disetujui(nama, nomor)
    for tabel in BERLAKU:
        assert beku.kueri(f"beda_{tabel.nama}") == []
    assert beku.kueri("realisasi_tahun", kode_pd=KODE_PD, tahun=snapshot.periode.tahun)


def _hitung(gudang: Gudang, periode: Periode) -> Hasil:
    return evaluasi_tiga(gudang, KODE_PD, periode)


def _dekat(ada: float | None, harap: Fraction | None) -> bool:
    return ada is None if harap is None else ada == pytest.approx(float(harap), rel=1e-12)


def _tepat(nilai: Nilai | None) -> Fraction | None:
    return nilai.tepat if nilai else None


def _periksa_iku(iku: EvaluasiIku, harap: Mapping[str, Angka]) -> None:
    ada = {baris.baris.indikator.kode: baris.kini for baris in iku.baris}
    for kode, (realisasi, capaian) in harap.items():
        assert _tepat(ada[kode].realisasi) == realisasi, kode
        assert _dekat(ada[kode].capaian.mentah, capaian), (kode, ada[kode].capaian.mentah)


def _periksa_dua(iku: EvaluasiIku, renja: EvaluasiRenja, renstra: EvaluasiRenstra, gangguan: int) -> None:
    """All figures s/d triwulan II, with so many gangguan in it."""
    _periksa_iku(iku, harapan.iku_dua(gangguan))
    assert iku.rata_rata.nilai == Decimal(harapan.RATA_RATA_DUA[gangguan])
    assert (iku.rata_rata.n, iku.rata_rata.m, iku.belum_waktunya) == (2, 2, 1)
    assert (iku.tercapai, iku.dinilai) == (harapan.TERCAPAI_DUA[gangguan], 2)
    _periksa_renja(renja, gangguan)
    _periksa_renstra(renstra)


def _periksa_renja(renja: EvaluasiRenja, gangguan: int) -> None:
    kinerja: dict[str, KinerjaRenja] = {
        capaian.baris.indikator.kode: capaian for baris in renja.baris for capaian in baris.kinerja
    }
    for kode, (lalu, tahun, sd, capaian) in harapan.RENJA_K.items():
        ada = kinerja[kode]
        assert tuple(map(_tepat, (ada.realisasi_lalu, ada.kini.realisasi, ada.realisasi_sd))) == (lalu, tahun, sd), kode
        assert _dekat(ada.capaian_renstra.mentah, capaian), kode
    assert _tepat(kinerja[GANGGUAN].realisasi_sd) == 15 + 2 + gangguan
    uang = {baris.kode_simpul: baris.uang for baris in renja.baris}
    for kode, (rupiah_lalu, (satu, dua), rupiah_sd, tingkat) in harapan.RENJA_RP.items():
        assert (uang[kode].realisasi_lalu, uang[kode].realisasi_sd) == (rupiah_lalu, rupiah_sd), kode
        assert uang[kode].kini.triwulan == (satu, dua, None, None), kode
        assert _dekat(uang[kode].tingkat_capaian, tingkat), kode
    assert renja.penutup.kinerja.nilai == Decimal(harapan.PENUTUP_K)
    assert (renja.penutup.serapan_rata, renja.penutup.serapan_jumlah) == harapan.PENUTUP_RP


def _periksa_renstra(renstra: EvaluasiRenstra) -> None:
    kinerja: dict[str, KinerjaRenstra] = {
        capaian.indikator.kode: capaian for baris in renstra.baris for capaian in baris.kinerja
    }
    tahunan = {**harapan.RENSTRA_K, GANGGUAN: (harapan.GANGGUAN_2025,)}
    for kode, harap in tahunan.items():
        for ada, (realisasi, rasio) in zip(kinerja[kode].tahun, harap, strict=False):
            assert _tepat(ada.realisasi) == realisasi, (kode, ada.tahun)
            assert _dekat(ada.capaian.mentah, rasio), (kode, ada.tahun)
    uang = {baris.kode_simpul: baris.uang for baris in renstra.baris}
    for kode, rasio_tahun in harapan.RENSTRA_RP.items():
        assert all(map(_dekat, (anggaran.rasio for anggaran in uang[kode][:2]), rasio_tahun)), kode


def test_the_evaluations_of_a_kept_store_give_the_figures_of_its_facts(lama: Dibuka) -> None:
    """From where each figure is taken on screen: the snapshot of what is approved, the living store of what is not."""
    with sumber_angka(lama.gudang, KODE_PD, TW1) as sumber:
        assert (sumber.snapshot is not None) == (lama.nama in BER_SOP)
        _periksa_iku(evaluasi_iku(sumber.gudang, KODE_PD, TW1), harapan.iku_satu())
    with sumber_angka(lama.gudang, KODE_PD, TW2) as sumber:
        assert (sumber.gudang is lama.gudang) == (lama.nama not in BER_SOP)
        _periksa_dua(*_hitung(sumber.gudang, TW2), lama.gangguan)


@pytest.mark.parametrize("nama", BER_SOP)
def test_the_facts_themselves_still_give_what_was_approved_of_them(terbuka: Mapping[str, Dibuka], nama: str) -> None:
    lama = terbuka[nama]
    _periksa_iku(evaluasi_iku(lama.gudang, KODE_PD, TW1), harapan.iku_satu())
    _periksa_dua(*_hitung(lama.gudang, TW2), lama.gangguan)


@pytest.mark.parametrize(("nama", "nomor"), PERSETUJUAN)
def test_what_was_approved_is_byte_for_byte_what_it_was(terbuka: Mapping[str, Dibuka], nama: str, nomor: str) -> None:
    lama = terbuka[nama]
    kemasan = lama.sebelum["snapshot"].kamus("nomor", "isi")[nomor]
    assert lama.kini["snapshot"].kamus("nomor", "isi")[nomor] == kemasan
    snapshot = muat_snapshot(lama.gudang, KODE_PD, nomor)
    assert snapshot.mentah == buka_kemasan(kemasan)
    assert snapshot.sidik == sidik(snapshot.mentah) == SNAPSHOT[nama][nomor]


def test_every_approval_of_the_kept_stores_is_named_here(terbuka: Mapping[str, Dibuka]) -> None:
    ada = {
        nama: {snapshot.nomor: snapshot.sidik for snapshot in daftar_snapshot(lama.gudang, KODE_PD)}
        for nama, lama in terbuka.items()
    }
    assert ada == SNAPSHOT


@pytest.mark.parametrize(("nama", "nomor"), PERSETUJUAN)
def test_a_snapshot_of_a_kept_store_reads_as_a_store_with_the_figures_that_were_approved(
    disetujui: Callable[[str, str], tuple[Snapshot, GudangBeku]], nama: str, nomor: str
) -> None:
    snapshot, beku = disetujui(nama, nomor)
    iku, renja, renstra = _hitung(beku, snapshot.periode)
    if snapshot.periode == TW1:
        _periksa_iku(iku, harapan.iku_satu())
    else:
        _periksa_dua(iku, renja, renstra, GANGGUAN_DUA[nomor])
    pengesahan = iku.keterangan.pengesahan
    assert pengesahan is not None
    assert (pengesahan.nomor, pengesahan.sidik) == (nomor, SNAPSHOT[nama][nomor])
    assert pengesahan.di_atas_kertas == (nomor == "S-2026-TW2-R1")
    trantib = {baris.nama_unit for baris in renja.baris if baris.kode_simpul.startswith("7.01.04")}
    assert trantib == {"Seksi Ketenteraman"}, "the unit got its other name later"


def _ekspor_lama(nama: str, nomor: str) -> bytes:
    return (SINI / nama / f"kompilasi_{nomor.removeprefix('S-2026-').replace('-', '_')}.xlsx").read_bytes()


@pytest.mark.parametrize(("nama", "nomor"), PERSETUJUAN)
def test_a_workbook_that_was_exported_then_is_called_the_same_as_what_was_approved(
    terbuka: Mapping[str, Dibuka], pembaca: Pembaca, nama: str, nomor: str
) -> None:
    snapshot = muat_snapshot(terbuka[nama].gudang, KODE_PD, nomor)
    hasil = periksa_dokumen(_ekspor_lama(nama, nomor), snapshot, pembaca)
    assert hasil.beda == ()
    assert hasil.putusan == f"Isi berkas ini sama dengan yang disetujui pada snapshot {nomor}."
    assert hasil.angka > 50


@pytest.mark.parametrize(("nama", "nomor"), PERSETUJUAN)
def test_a_workbook_that_was_exported_then_carries_its_snapshot(pembaca: Pembaca, nama: str, nomor: str) -> None:
    """It can be proved without the store."""
    buku = pembaca.baca(_ekspor_lama(nama, nomor))
    assert isinstance(buku, BukuTerbaca)
    bawaan = baca_bawaan(buku)
    assert bawaan is not None
    assert bawaan.snapshot is not None
    assert (bawaan.nomor, bawaan.sidik, bawaan.snapshot.sidik) == (nomor, *[SNAPSHOT[nama][nomor]] * 2)


def test_a_workbook_of_one_approval_is_not_the_other_one(terbuka: Mapping[str, Dibuka], pembaca: Pembaca) -> None:
    for nama, lama in terbuka.items():
        kedua = muat_snapshot(lama.gudang, KODE_PD, "S-2026-TW2-R2")
        assert not periksa_dokumen(_ekspor_lama(nama, "S-2026-TW2-R1"), kedua, pembaca).asli


@pytest.mark.parametrize(("nama", "nomor"), PERSETUJUAN)
def test_what_this_program_exports_of_an_old_approval_is_what_was_approved(
    terbuka: Mapping[str, Dibuka],
    disetujui: Callable[[str, str], tuple[Snapshot, GudangBeku]],
    pembaca: Pembaca,
    nama: str,
    nomor: str,
) -> None:
    """Where its bytes were not kept it is written anew, and says so."""
    snapshot, _ = disetujui(nama, nomor)
    dokumen = ambil_dokumen(terbuka[nama].gudang, snapshot)
    if terbuka[nama].skema >= SKEMA_BERDOKUMEN:
        assert dokumen.isi == _ekspor_lama(nama, nomor)
        return
    assert periksa_dokumen(dokumen.isi, snapshot, pembaca).beda == ()
    assert (dokumen.sha256, dokumen.kalimat) == (None, DISUSUN_ULANG)
    sifat = openpyxl.load_workbook(io.BytesIO(dokumen.isi)).custom_doc_props
    assert sifat["Penyusunan"].value == DISUSUN_ULANG


@pytest.mark.parametrize(("nama", "nomor"), PERSETUJUAN)
def test_what_todays_rules_see_otherwise_is_named_with_both_figures_and_the_reason(
    disetujui: Callable[[str, str], tuple[Snapshot, GudangBeku]], nama: str, nomor: str
) -> None:
    """A total that shall stay low was judged before its time was over; nothing else differs."""
    snapshot, beku = disetujui(nama, nomor)
    kompilasi = evaluasi_semua(beku, KODE_PD, snapshot.periode, snapshot.isi["dokumen"])
    semua = bandingkan_aturan(snapshot, kompilasi)
    tahun, akhir = harapan.GANGGUAN_DISETUJUI[nomor]
    harap = [
        ("Evaluasi IKU", "Setahun · Capaian (%)", tahun, "tidak ada nilai"),
        ("Evaluasi IKU", "Akhir Renstra · Capaian (%)", akhir, "tidak ada nilai"),
        ("Evaluasi Renja", "Tingkat capaian Renstra (%) · K", akhir, "tidak ada nilai"),
        ("Evaluasi Renstra", "Rasio capaian tahun (%) · 2026 · K", tahun, "tidak ada nilai"),
    ]
    ada = [(beda.formulir, beda.kolom, beda.disetujui, beda.kini) for beda in semua]
    assert ada == (harap if _nomor(nama) < SKEMA_BERJALUR else [])
    assert {beda.baris for beda in semua} <= {"Jumlah gangguan ketenteraman (Kasus)"}
    assert all("baru dapat dinilai setelah waktu targetnya habis" in beda.sebab for beda in semua)


def test_the_bytes_that_units_sent_then_are_read_now_as_they_were_stored(lama: Dibuka, pembaca: Pembaca) -> None:
    berkas = lama.sebelum["berkas"].kamus("sha256", "isi")
    kolom = ("id_kiriman", "kode_indikator", "keadaan", "nilai", "pembilang", "penyebut", "sel")
    tersimpan = lama.sebelum["realisasi"].hanya(kolom)
    uang = lama.sebelum["realisasi_anggaran"].hanya(("id_kiriman", "kode_simpul", "rupiah"))
    pemeriksa = PemeriksaBerkas(lama.gudang, KODE_PD, pembaca)
    for id_kiriman, sha256 in lama.sebelum["kiriman"].hanya(("id_kiriman", "sha256")):
        hasil = pemeriksa.periksa(berkas[sha256], "lama.xlsx")
        assert hasil.boleh_disimpan, hasil.temuan
        terisi = [realisasi for realisasi in hasil.realisasi if realisasi.keadaan == "terisi"]
        dibaca = Counter((id_kiriman, *(getattr(realisasi, nama) for nama in kolom[1:])) for realisasi in terisi)
        assert dibaca == Counter({alamat: n for alamat, n in tersimpan.items() if alamat[0] == id_kiriman})
        assert Counter(
            (id_kiriman, uang_simpul.kode_simpul, uang_simpul.rupiah) for uang_simpul in hasil.anggaran
        ) == Counter({alamat: n for alamat, n in uang.items() if alamat[0] == id_kiriman})


@pytest.mark.parametrize("nama", TERSIMPAN)
def test_a_format_that_the_old_program_wrote_is_received_by_this_one(
    tulis: Callable[[str], Gudang], pembaca: Pembaca, nama: str
) -> None:
    isi = (SINI / nama / "format_PEM_TW3.xlsx").read_bytes()
    waktu = datetime(2026, 10, 5, 8)
    gudang = tulis(nama)
    if nama in BER_SOP:
        orang = {akun.nama_akun: Pelaku(akun.id_akun, akun.nama) for akun in daftar_akun(gudang, waktu.date())}
        Kantor(gudang, waktu, orang).unggah("pem", PEM, TW3, isi, "diterima")
    else:
        terima_berkas(gudang, pembaca, PEM, isi, waktu, "diterima")
    iku, renja, _ = _hitung(gudang, TW3)
    hasil = periksa_jejak(gudang)
    disetujui = {snapshot.nomor: snapshot.sidik for snapshot in daftar_snapshot(gudang, KODE_PD)}
    _periksa_iku(iku, harapan.iku_tiga())
    uang = next(baris.uang for baris in renja.baris if baris.kode_simpul == SUB_PEM)
    assert uang.kini.triwulan == (10_000_000, 17_500_000, 12_500_000, None)
    assert hasil.ingkar == ()
    assert disetujui == SNAPSHOT.get(nama, {})


def test_people_of_a_kept_store_log_in_with_the_password_that_they_had(tulis: Callable[[str], Gudang]) -> None:
    waktu = datetime(2026, 10, 5, 8)
    for nama in BER_SOP:
        for nama_akun in ("kasubbag", "camat"):
            assert buktikan(tulis(nama), nama_akun, SANDI, ALAMAT, waktu)["nama_akun"] == nama_akun


@pytest.mark.parametrize(("buat", "jumlah"), [(susun_awal, 2), (susun, 5)])
def test_whoever_adds_a_schema_can_make_the_store_of_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, buat: Callable[[Path], None], jumlah: int
) -> None:
    """The accounts have one password, which is hashed once for all of them."""
    monkeypatch.setattr(sandi._PENYANDI, "hash", cache(sandi._PENYANDI.hash))
    buat(tmp_path)
    assert len(list(tmp_path.iterdir())) == jumlah
    jalur = tmp_path / "kantor.duckdb"
    jalur.write_bytes(gzip.decompress((tmp_path / "gudang.duckdb.gz").read_bytes()))
    with _ditutup(buka_gudang(jalur)) as gudang:
        assert periksa_jejak(gudang).ingkar == ()
        _periksa_dua(*_hitung(gudang, TW2), 6 if jumlah == 5 else 4)
