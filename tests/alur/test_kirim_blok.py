"""Many workbooks in blocks: the same verdicts, facts, findings and log as one after another, and none half."""

from __future__ import annotations

import hashlib
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import pytest

from analytics.alur.kirim import kirim_berkas
from analytics.alur.kirim_blok import Serahan, _jawab, _Penerima, kirim_blok
from analytics.aturan.periode import Periode
from analytics.borongan import PenerimaBerkas, kumpulkan
from analytics.lembar.catat.terima import PutusanKiriman
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import BukuTerbaca, Pembaca
from analytics.pembaca.tolakan import Tolakan
from analytics.sistem import buka_gudang
from analytics.sop.objek import baca_semua
from analytics.sop.peran import BARIS_PERINTAH, KASUBBAG_UMUM, KEPALA_SEKSI, Pelaku
from data.blok import TransaksiBlok, sebut
from data.gudang import Gudang, Peristiwa, SudahTercatat
from tests.alat.buku import ubah_lembar
from tests.alat.gudang import buang, hitung_tanya, tanya, tanya_bernama
from tests.alat.tunggu import JALAN, pindahkan, tunggu_unit
from tests.benchmarks.kantor_ukur import ISIAN, KODE_PD, PADA, KantorUkur

KANTOR: Final = KantorUkur(unit=4, baris=5, tahun=(2026,))
TERTUTUP: Final = "U04"
"""The unit whose format was never distributed: what it sends is held."""
TW: Final = (1, 2)
CATATAN: Final = "dikirim lewat surel"
KEPALA: Final = Pelaku("kepala", "Kepala Seksi U01 (contoh)", "baris perintah")
UMUM: Final = Pelaku("umum", "Kasubbag Umum (contoh)", "baris perintah")
BUKAN: Final = {"bukan.xlsx": b"%PDF-1.7\n%%EOF\n", "kosong.xlsx": b"", "lagi.xlsx": b"PK\x03\x04"}


@dataclass(frozen=True)
class Lapangan:
    """A store of the office, closed, the workbooks of its units by name, and what was asked about its plan so far."""

    asal: Path
    buku: Mapping[str, bytes]
    rencana: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)

    def pemeriksa(self, salinan: Gudang, pembaca: Pembaca) -> PemeriksaBerkas:
        """Checks against a copy of the store. The plan is the same in every one, and is asked once for all of them."""
        pemeriksa = PemeriksaBerkas(salinan, KODE_PD, pembaca)
        versi = salinan.kueri("versi_bahan", kode_pd=KODE_PD)[0]["rencana"]
        pemeriksa._ingatan._rencana, pemeriksa._ingatan._versi = self.rencana, (versi, -1)
        return pemeriksa


@pytest.fixture(scope="module")
def lapangan(tmp_path_factory: pytest.TempPathFactory) -> Lapangan:
    """The SOP waits for every unit but one."""
    asal = tmp_path_factory.mktemp("lapangan") / "asal.duckdb"
    gudang = buka_gudang(asal)
    KANTOR.isi_gudang(gudang)
    buku = {buku.nama: buku.isi for buku in KANTOR.buku(gudang, TW)}
    buka = [unit for unit in KANTOR.kode_unit if unit != TERTUTUP]
    for nomor in TW:
        tunggu_unit(gudang, Periode(2026, nomor), buka, KODE_PD, PADA)
    gudang.tutup()
    return Lapangan(asal, {**buku, **BUKAN})


def _semua_mengisi(lapangan: Lapangan, folder: Path) -> Lapangan:
    """The same, but every unit fills the money of all."""
    gudang = _salin(lapangan, folder / "semua.duckdb")
    tanya(gudang, "UPDATE unit SET anggaran_semua = TRUE")
    buku = {buku.nama: buku.isi for buku in replace(KANTOR, unit=2).buku(gudang, TW)}
    gudang.tutup()
    return Lapangan(folder / "semua.duckdb", buku)


@pytest.fixture
def gudang(lapangan: Lapangan, tmp_path: Path) -> Iterator[Gudang]:
    toko = _salin(lapangan, tmp_path / "kantor.duckdb")
    yield toko
    buang(toko)


class _PembacaIngat(Pembaca):
    """Reads the same bytes once: what stands in them never changes."""

    def __init__(self) -> None:
        super().__init__()
        self._dibaca: dict[bytes, BukuTerbaca | tuple[Tolakan, ...]] = {}

    def baca(self, berkas: bytes) -> BukuTerbaca | tuple[Tolakan, ...]:
        if berkas not in self._dibaca:
            self._dibaca[berkas] = super().baca(berkas)
        return self._dibaca[berkas]


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with _PembacaIngat() as anak:
        yield anak


def _salin(lapangan: Lapangan, tujuan: Path) -> Gudang:
    tujuan.write_bytes(lapangan.asal.read_bytes())
    return buka_gudang(tujuan)


def _beri_akun(gudang: Gudang, pelaku: Pelaku, peran: str, kode_unit: str | None) -> None:
    akun = {"id_akun": pelaku.id_akun, "nama_akun": pelaku.id_akun, "nama": pelaku.nama, "aktif": True, "contoh": True}
    tugas = {"id_penugasan": "t", "id_akun": pelaku.id_akun, "kode_pd": KODE_PD, "peran": peran, "kode_unit": kode_unit}
    with gudang.transaksi(Peristiwa(KODE_PD, "uji", "buat_akun", pelaku.id_akun, {}, PADA)) as tx:
        tx.tambah("akun", [akun | {"versi": 1, "dibuat_pada": PADA}])
        tx.tambah("penugasan", [tugas | {"jenis": "definitif", "mulai": date(2026, 1, 1), "dibuat_pada": PADA}])


def _satu_satu(
    gudang: Gudang, berkas: Sequence[Path], pelaku: Pelaku, alasan: str | None, pemeriksa: PemeriksaBerkas
) -> list[PutusanKiriman]:
    """Every file checked and sent before the next one is looked at."""
    putusan = []
    for jalur in berkas:
        hasil = pemeriksa.periksa(jalur.read_bytes(), jalur.name)
        diberi = {temuan.kunci: alasan for temuan in hasil.temuan if alasan and temuan.tingkat == "peringatan"}
        putusan.append(kirim_berkas(gudang, pelaku, hasil, diberi, CATATAN, PADA, str(uuid4())))
    return putusan


def _borongan(
    gudang: Gudang, berkas: Sequence[Path], pelaku: Pelaku, alasan: str | None, pemeriksa: PemeriksaBerkas
) -> list[PutusanKiriman]:
    with PenerimaBerkas(gudang, KODE_PD, pelaku, CATATAN, alasan) as penerima:
        penerima._pemeriksa = pemeriksa
        return [hasil.putusan for hasil in penerima.terima(berkas)]


def _kembalikan(gudang: Gudang) -> None:
    """Return what was sent, so that a correction can be."""
    for objek, kini in baca_semua(gudang, KODE_PD).items():
        if kini.keadaan == "terkirim":
            pindahkan(gudang, objek, *JALAN["terkirim"], waktu=PADA)


def _semua_baris(gudang: Gudang) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table in its order; ids of uploads by their turn, nothing of times, keys and chain."""
    nama_tabel = [nama for (nama,) in tanya(gudang, "SELECT table_name FROM duckdb_tables() ORDER BY 1")]
    tabel = {nama: tanya_bernama(gudang, f"SELECT * FROM {nama}") for nama in nama_tabel}
    urut = sorted(tabel["peristiwa"], key=lambda baris: baris["nomor"])
    unggahan = [baris["objek"] for baris in urut if baris["objek"].startswith("U-")]
    ganti = {kode: f"unggahan {nomor}" for nomor, kode in enumerate(dict.fromkeys(unggahan))}
    return {nama: sorted(_samar(baris, ganti) for baris in semua) for nama, semua in tabel.items() if nama != "skema"}


def _samar(baris: Mapping[str, Any], ganti: Mapping[str, str]) -> tuple[str, ...]:
    lepas = {"sidik", "kunci"}
    return tuple(
        _ganti(repr(nilai), ganti)
        for nama, nilai in baris.items()
        if nama not in lepas and not isinstance(nilai, datetime)
    )


def _ganti(teks: str, ganti: Mapping[str, str]) -> str:
    return re.sub(r"U-[0-9a-f]{16}", lambda cocok: ganti.get(cocok[0], "unggahan ?"), teks)


def _kata(putusan: PutusanKiriman) -> dict[str, Any]:
    return asdict(putusan) | {"id_unggahan": putusan.id_unggahan is not None}


def _tulis(folder: Path, lapangan: Lapangan, urutan: Sequence[str]) -> list[Path]:
    folder.mkdir()
    for nomor, nama in enumerate(urutan):
        (folder / f"{nomor:03}_{nama}").write_bytes(lapangan.buku[nama])
    return list(kumpulkan([folder]))


def _menurut_isian(lapangan: Lapangan) -> list[str]:
    """All units in their first filling, all in the second: blocks hold as many files as there are units."""
    bernama = sorted(nama for nama in lapangan.buku if nama not in BUKAN)
    return [*sorted(bernama, key=lambda nama: (nama[-6], nama)), *BUKAN]


def _menurut_nama(lapangan: Lapangan) -> list[str]:
    """One unit with all its fillings, then the next: the same unit comes again at once."""
    return sorted(lapangan.buku)


def _acak(lapangan: Lapangan) -> list[str]:
    """No order at all, some workbooks twice."""
    semua = [*lapangan.buku, *sorted(lapangan.buku)[::4]]
    return [
        nama
        for _, nama in sorted(
            (hashlib.sha256(f"{nomor}{nama}".encode()).digest(), nama) for nomor, nama in enumerate(semua)
        )
    ]


def _dari(lapangan: Lapangan, unit: Sequence[str]) -> Lapangan:
    """The same store with the workbooks of these units, and with what is none."""
    buku = {nama: byte for nama, byte in lapangan.buku.items() if nama in BUKAN or nama.split("_")[2] in unit}
    return replace(lapangan, buku=buku)


SEMUA_UNIT: Final = tuple(KANTOR.kode_unit)
DUA_DAN_TERTUTUP: Final = ("U01", "U02", TERTUTUP)
SENDIRI_DAN_LAIN: Final = ("U01", TERTUTUP)
"""A head of a unit is refused for every other one alike."""


@pytest.mark.parametrize("urutan", [_menurut_isian, _menurut_nama, _acak])
@pytest.mark.parametrize(
    ("pelaku", "alasan", "unit"),
    [
        (BARIS_PERINTAH, None, DUA_DAN_TERTUTUP),
        (BARIS_PERINTAH, "sudah dicek", SEMUA_UNIT),
        (KEPALA, "sudah dicek", SENDIRI_DAN_LAIN),
        (UMUM, None, DUA_DAN_TERTUTUP),
    ],
)
def test_blocks_leave_what_one_file_after_another_leaves(
    lapangan: Lapangan,
    tmp_path: Path,
    pembaca: Pembaca,
    urutan: Any,
    pelaku: Pelaku,
    alasan: str | None,
    unit: Sequence[str],
) -> None:
    lapangan = _dari(lapangan, unit)
    berkas = _tulis(tmp_path / "masuk", lapangan, urutan(lapangan))
    banding = []
    for nama, cara in (("satu", _satu_satu), ("blok", _borongan)):
        toko = _salin(lapangan, tmp_path / f"{nama}.duckdb")
        if pelaku is not BARIS_PERINTAH:
            _beri_akun(toko, pelaku, *((KEPALA_SEKSI, "U01") if pelaku is KEPALA else (KASUBBAG_UMUM, None)))
        putusan = cara(toko, berkas, pelaku, alasan, lapangan.pemeriksa(toko, pembaca))
        if pelaku is BARIS_PERINTAH and urutan is _menurut_nama:
            _kembalikan(toko)
            putusan += cara(toko, berkas[::-1], pelaku, alasan, lapangan.pemeriksa(toko, pembaca))
        banding.append(([_kata(jawaban) for jawaban in putusan], _semua_baris(toko)))
        buang(toko)
    (satu_satu, tabel_satu_satu), (blok, tabel_blok) = banding
    assert blok == satu_satu
    for tabel, baris in tabel_satu_satu.items():
        assert tabel_blok[tabel] == baris, tabel
    assert len({putusan["status"] for putusan in satu_satu}) >= (2 if pelaku is KEPALA else 3)


def test_units_that_fill_the_same_money_see_each_other_in_one_block(
    lapangan: Lapangan, tmp_path: Path, pembaca: Pembaca
) -> None:
    """What one reports for triwulan I is the earlier figure of the other's triwulan II, which may not be lower."""
    lapangan = _semua_mengisi(lapangan, tmp_path)
    awal, akhir = "2026_TW1_U02_2.xlsx", "2026_TW2_U01_2.xlsx"
    besar = ubah_lembar(
        lapangan.buku[awal], "Anggaran", lambda bagian: bagian.replace(b"<v>1000000</v>", b"<v>9000000</v>")
    )
    lapangan = replace(lapangan, buku={**lapangan.buku, awal: besar})
    berkas = _tulis(tmp_path / "masuk", lapangan, [awal, akhir])
    banding = []
    for kata, cara in (("satu", _satu_satu), ("blok", _borongan)):
        toko = _salin(lapangan, tmp_path / f"{kata}.duckdb")
        putusan = cara(toko, berkas, BARIS_PERINTAH, "ya, sudah dicek", lapangan.pemeriksa(toko, pembaca))
        banding.append(([_kata(jawaban) for jawaban in putusan], _semua_baris(toko)))
        buang(toko)
    assert banding[0] == banding[1]
    kode_awal, kode_akhir = ({temuan["kode"] for temuan in jawaban["temuan"]} for jawaban in banding[0][0])
    assert kode_akhir - kode_awal == {"anggaran_turun"}


def _serahan(gudang: Gudang, lapangan: Lapangan, pembaca: Pembaca, *nama: str) -> list[Serahan]:
    pemeriksa = PemeriksaBerkas(gudang, KODE_PD, pembaca)
    semua = pemeriksa.periksa_semua([pemeriksa.baca(lapangan.buku[berkas], berkas) for berkas in nama])
    return [Serahan(pemeriksaan, {}, f"uji {pemeriksaan.nama_berkas}") for pemeriksaan in semua]


def _kiriman_berlaku(gudang: Gudang) -> list[dict[str, Any]]:
    return gudang.kueri("kiriman_berlaku", kode_pd=KODE_PD, tahun=2026)


def _baik(nomor: int = 1, isian: str = "pertama") -> list[str]:
    return [f"2026_TW{nomor}_{unit}_{ISIAN.index(isian)}.xlsx" for unit in KANTOR.kode_unit if unit != TERTUTUP]


def _rusak(serahan: Serahan) -> Serahan:
    """As no check lets it through: a filled row without a value, which the store does not take."""
    baris = [replace(realisasi, nilai=None) for realisasi in serahan.pemeriksaan.realisasi]
    return replace(serahan, pemeriksaan=replace(serahan.pemeriksaan, realisasi=tuple(baris)))


def test_a_file_that_the_store_does_not_take_touches_no_other(
    gudang: Gudang, lapangan: Lapangan, pembaca: Pembaca
) -> None:
    pertama, kedua, ketiga = _serahan(gudang, lapangan, pembaca, *_baik())
    putusan = list(kirim_blok(gudang, BARIS_PERINTAH, [pertama, _rusak(kedua), ketiga], CATATAN, PADA))
    assert [jawaban.status for jawaban in putusan] == ["diterima", "ditolak", "diterima"]
    assert "tidak ada angka yang berubah" in putusan[1].pesan
    assert {kiriman["kode_unit"] for kiriman in _kiriman_berlaku(gudang)} == {"U01", "U03"}


def test_no_answer_comes_before_what_it_tells_of_is_committed(
    gudang: Gudang, lapangan: Lapangan, pembaca: Pembaca
) -> None:
    semua = _serahan(gudang, lapangan, pembaca, *_baik())
    putusan = next(kirim_blok(gudang, BARIS_PERINTAH, semua, CATATAN, PADA))
    assert putusan.id_kiriman in {kiriman["id_kiriman"] for kiriman in _kiriman_berlaku(gudang)}


def test_a_unit_that_comes_again_ends_the_block_before_it(gudang: Gudang, lapangan: Lapangan, pembaca: Pembaca) -> None:
    semua = _serahan(gudang, lapangan, pembaca, *_baik(), *_baik(2))
    assert len(list(kirim_blok(gudang, BARIS_PERINTAH, semua, CATATAN, PADA))) == 3


@pytest.mark.parametrize(("dahulu", "paling_banyak"), [(False, 4), (True, 6)], ids=["pertama", "sesudah yang keliru"])
def test_a_file_more_in_a_block_costs_a_handful_of_statements(
    gudang: Gudang, lapangan: Lapangan, pembaca: Pembaca, dahulu: bool, paling_banyak: int
) -> None:
    """Also of a unit that uploaded something before, with which it is compared and of which it mends something."""
    banyak = []
    for nomor, unit in ((1, 1), (2, 3)):
        if dahulu:
            keliru = _serahan(gudang, lapangan, pembaca, *_baik(nomor, "salah ketik")[:unit])
            assert len(list(kirim_blok(gudang, BARIS_PERINTAH, keliru, CATATAN, PADA))) == unit
        serahan = _serahan(gudang, lapangan, pembaca, *_baik(nomor)[:unit])
        with hitung_tanya(gudang) as ditanya:
            hasil = list(kirim_blok(gudang, BARIS_PERINTAH, serahan, CATATAN, PADA))
        assert {putusan.status for putusan in hasil} == {"diterima"}
        banyak.append(sum(ditanya.values()))
    assert (banyak[1] - banyak[0]) / 2 <= paling_banyak, banyak


@pytest.mark.parametrize("isian", ISIAN)
def test_what_is_new_is_received_in_a_block_whatever_becomes_of_it(
    gudang: Gudang, lapangan: Lapangan, pembaca: Pembaca, isian: str
) -> None:
    nama = [f"2026_TW1_{unit}_{ISIAN.index(isian)}.xlsx" for unit in KANTOR.kode_unit]
    semua = _serahan(gudang, lapangan, pembaca, *nama, next(iter(BUKAN)))
    putusan = _Penerima(gudang, BARIS_PERINTAH, CATATAN, PADA).sekaligus(semua, set())
    assert putusan is not None
    assert len(putusan) == len(semua)


def test_checking_a_block_asks_no_more_for_many_units_than_for_two(
    gudang: Gudang, lapangan: Lapangan, pembaca: Pembaca
) -> None:
    pemeriksa = PemeriksaBerkas(gudang, KODE_PD, pembaca)
    banyak = []
    for semua in (_baik()[:2], _baik()):
        berkas = [pemeriksa.baca(lapangan.buku[nama], nama) for nama in semua]
        with hitung_tanya(gudang) as ditanya:
            pemeriksa.periksa_semua(berkas)
        banyak.append(sum(ditanya.values()))
    assert banyak[1] <= banyak[0]


def test_every_file_of_a_block_is_answered_as_it_would_be_alone(
    gudang: Gudang, lapangan: Lapangan, pembaca: Pembaca, tmp_path: Path
) -> None:
    urutan = _menurut_isian(lapangan)
    pemeriksa = PemeriksaBerkas(gudang, KODE_PD, pembaca)
    _borongan(gudang, _tulis(tmp_path / "masuk", lapangan, urutan[::3]), BARIS_PERINTAH, None, pemeriksa)
    semua = _serahan(gudang, lapangan, pembaca, *urutan)
    with gudang.coba() as tx:
        jawaban = _jawab(TransaksiBlok(tx), semua)
    for serahan, milik in zip(semua, jawaban, strict=True):
        for nama, parameter in _pertanyaan(gudang, serahan):
            kunci = sebut(nama, parameter)
            assert milik.get(kunci, gudang.kueri(nama, **parameter)) == gudang.kueri(nama, **parameter), nama


def _pertanyaan(gudang: Gudang, serahan: Serahan) -> Iterator[tuple[str, dict[str, Any]]]:
    identitas = serahan.pemeriksaan.identitas
    letak = {nama: getattr(identitas, nama) if identitas else None for nama in ("kode_unit", "tahun", "triwulan")}
    for nama in ("unggahan_terakhir", "kiriman_terakhir", "temuan_terbuka"):
        yield nama, {"kode_pd": KODE_PD, **letak}
    for unggahan in gudang.kueri("unggahan_terakhir", kode_pd=KODE_PD, **letak):
        yield "temuan_unggahan", {"kode_pd": KODE_PD, "id_unggahan": unggahan["id_unggahan"]}
    yield "berkas_ada", {"sha256": serahan.pemeriksaan.sha256}
    yield "kiriman_sidik", {"kode_pd": KODE_PD, "sha256": serahan.pemeriksaan.sha256}
    yield "peristiwa_kunci", {"kunci": serahan.kunci}
    yield "versi_bahan", {"kode_pd": KODE_PD}


def test_a_question_in_a_block_knows_what_was_gathered_before_it(gudang: Gudang) -> None:
    baris = {"sha256": "a" * 64, "isi": b"x", "ukuran": 1}
    with gudang.coba() as tx:
        blok = TransaksiBlok(tx)
        blok.mulai({sebut("berkas_ada", {"sha256": "a" * 64}): []})
        assert blok.kueri("berkas_ada", sha256="a" * 64) == []
        blok.tambah("berkas", [baris])
        assert blok.kueri("berkas_ada", sha256="a" * 64) == [{"sha256": "a" * 64, "ukuran": 1}]


def test_what_was_gathered_is_written_before_the_rows_in_force_follow_it(gudang: Gudang) -> None:
    with gudang.coba() as tx:
        blok = TransaksiBlok(tx)
        blok.tambah("berkas", [{"sha256": "b" * 64, "isi": b"x", "ukuran": 1}])
        assert tx.kueri("berkas_ada", sha256="b" * 64) == []
        blok.segarkan()
        assert tx.kueri("berkas_ada", sha256="b" * 64) != []


def test_one_kunci_is_one_act_in_a_block_and_against_the_log(gudang: Gudang) -> None:
    peristiwa = Peristiwa(KODE_PD, "uji", "uji", "satu", {}, PADA, "kunci uji")
    with pytest.raises(SudahTercatat):
        _catat_dalam_blok(gudang, peristiwa, peristiwa)
    _catat_dalam_blok(gudang, peristiwa)
    with pytest.raises(SudahTercatat):
        _catat_dalam_blok(gudang, peristiwa, replace(peristiwa, kunci="lain"))


def _catat_dalam_blok(gudang: Gudang, *semua: Peristiwa) -> None:
    with gudang.transaksi() as tx:
        blok = TransaksiBlok(tx)
        for peristiwa in semua:
            blok.catat(peristiwa)
        blok.tutup()


def test_a_run_that_is_killed_has_stored_every_file_that_it_told_of_and_none_half(
    lapangan: Lapangan, tmp_path: Path
) -> None:
    berkas = tmp_path / "kantor.duckdb"
    _salin(lapangan, berkas).tutup()
    masuk = _tulis(tmp_path / "masuk", lapangan, [*_baik(), *_baik(2), *_menurut_isian(lapangan)])
    perintah = [sys.executable, "-m", "analytics", "terima", str(tmp_path / "masuk"), "--gudang", str(berkas)]
    with subprocess.Popen([*perintah, "--catatan", CATATAN], stdout=subprocess.PIPE, text=True) as proses:
        assert proses.stdout is not None
        terbaca = []
        for baris in proses.stdout:
            terbaca += [baris] if ": diterima: " in baris else []
            if len(terbaca) == 4:
                proses.send_signal(signal.SIGKILL)
                break
        terbaca += [baris for baris in proses.stdout if ": diterima: " in baris and baris.endswith("\n")]
    assert len(masuk) > len(terbaca) >= 4
    toko = buka_gudang(berkas)
    semua = _kiriman_berlaku(toko)
    fakta = [baris["id_kiriman"] for baris in toko.kueri("realisasi_tahun", kode_pd=KODE_PD, tahun=2026)]
    assert {Path(baris.partition(": ")[0]).name for baris in terbaca} <= {kiriman["nama_berkas"] for kiriman in semua}
    assert {kiriman["id_kiriman"]: fakta.count(kiriman["id_kiriman"]) for kiriman in semua} == {
        kiriman["id_kiriman"]: KANTOR.baris for kiriman in semua
    }
    toko.tutup()
