"""Puts the sample office into a store through the same import and upload code that a user uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from analytics.aturan.periode import Periode
from analytics.contoh.akun import semai_akun
from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.contoh.jalan import PemainSop, lewat_sop
from analytics.contoh.kiriman import DIPAKAI_SEJAK, PERIODE, Kiriman, daftar_kiriman
from analytics.contoh.pejabat import semai_pejabat
from analytics.contoh.ukuran import TRIWULAN
from analytics.lembar.catat.terima import terima
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from analytics.rencana.impor import impor_rencana
from analytics.sistem import buka_gudang
from data.gudang import Gudang
from data.letak import letakkan, sisihkan
from data.sementara import bersihkan, folder_sementara

RENCANA: Final = "rencana.xlsx"
RENCANA_PERUBAHAN: Final = "rencana_perubahan_2025.xlsx"
LETAK: Final = Path(__file__).parents[2] / "data" / "contoh"
"""Where the shipped workbooks stand."""
_KASUBBAG: Final = "Kasubbag Perencanaan (contoh)"
BANYAK_LANGKAH: Final = len((RENCANA, RENCANA_PERUBAHAN)) + len(tuple(daftar_kiriman())) + sum(map(lewat_sop, PERIODE))
"""Both plans, every workbook, and the SOP of every periode that goes through it."""
_DIBUAT: Final = "sedang-dibuat-"
_NAMA_UNIT: Final = {unit.kode: unit.nama for unit in UNIT}
_ALASAN: Final = "Sudah dikonfirmasi kepada unit (data contoh)"


class ContohTidakSesuai(Exception):
    """A shipped workbook was not taken: it and the program do not belong together."""


@dataclass(frozen=True)
class LangkahContoh:
    """How far the making is: step `ke` of `dari`, and what is done in it, in words for a person who waits."""

    ke: int
    dari: int
    uraian: str


Kabar = Callable[[LangkahContoh], None]
"""Is told of every step before it is taken; what it raises ends the making."""


class Penyemai:
    """Imports and receives workbooks one after another with one reading child. Use it as a context manager."""

    def __init__(self, gudang: Gudang) -> None:
        self._gudang = gudang
        self._pembaca = Pembaca()
        self._pemeriksa = PemeriksaBerkas(gudang, KODE_PD, self._pembaca)
        self._impor = 0
        self._siap: dict[str, HasilPeriksa] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self._pembaca.tutup()

    def impor(self, nama: str, byte: bytes) -> None:
        """Import a rencana workbook. Raises ContohTidakSesuai when it is not stored."""
        waktu = DIPAKAI_SEJAK + timedelta(hours=self._impor)
        self._impor += 1
        putusan = impor_rencana(self._gudang, byte, nama, _KASUBBAG, waktu, _ALASAN, buka=self._pembaca.baca)
        if putusan.status not in {"tersimpan", "sudah_diimpor"}:
            raise ContohTidakSesuai(f"{nama}: {[(temuan.alamat, temuan.pesan) for temuan in putusan.temuan]}")

    def siapkan(self, semua: Iterable[tuple[Kiriman, bytes]]) -> None:
        """Check workbooks of different units at once, which do not depend on each other, before `terima` of each."""
        baru = [(kiriman, byte) for kiriman, byte in semua if not self._sudah(kiriman)]
        berkas = [self._pemeriksa.baca(byte, Path(kiriman.jalur).name) for kiriman, byte in baru]
        hasil = self._pemeriksa.periksa_semua(berkas)
        self._siap = {kiriman.jalur: pemeriksaan for (kiriman, _), pemeriksaan in zip(baru, hasil, strict=True)}

    def _sudah(self, kiriman: Kiriman) -> bool:
        return bool(self._gudang.kueri("peristiwa_kunci", kunci=_kunci(kiriman)))

    def terima(self, kiriman: Kiriman, byte: bytes) -> str | None:
        """Receive a format workbook; its id_kiriman, None when it was received before.

        Raises ContohTidakSesuai when it is not accepted.
        """
        nama = Path(kiriman.jalur).name
        if self._sudah(kiriman):
            return None
        pemeriksaan = self._siap.pop(kiriman.jalur, None) or self._pemeriksa.periksa(byte, nama)
        alasan = {temuan.kunci: _ALASAN for temuan in pemeriksaan.perlu_alasan({})}
        putusan = terima(self._gudang, pemeriksaan, alasan, _KASUBBAG, kiriman.diterima, _kunci(kiriman))
        if putusan.status not in {"diterima", "sudah_ada"}:
            raise ContohTidakSesuai(f"{nama}: {[(temuan.alamat, temuan.pesan) for temuan in putusan.temuan]}")
        return putusan.id_kiriman


def _kunci(kiriman: Kiriman) -> str:
    return f"contoh:{kiriman.jalur}"


class _Penghitung:
    """Numbers the steps and passes them on."""

    def __init__(self, kabar: Kabar) -> None:
        self._kabar = kabar
        self._ke = 0

    def mulai(self, uraian: str) -> None:
        """The next step begins."""
        self._ke += 1
        self._kabar(LangkahContoh(self._ke, BANYAK_LANGKAH, uraian))


def _diam(_langkah: LangkahContoh) -> None:
    """Tell nobody."""


def buat_contoh(tujuan: Path, kabar: Kabar = _diam) -> None:
    """Make the store of the sample office at `tujuan`, unless another program has made it meanwhile.

    It is seeded in a folder beside its place, which it gets when it is whole: nobody ever opens half an office, and
    what a killed program left is cleared. The log that a deleted store left there is set aside. Raises what `semai`
    raises, and OSError or a kind of GalatGudang when the disk refuses.
    """
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    bersihkan(tujuan.parent, _DIBUAT)
    with folder_sementara(tujuan.parent, _DIBUAT) as folder:
        baru = buka_gudang(folder / tujuan.name)
        try:
            semai(baru, kabar=kabar)
        finally:
            baru.tutup()
        if not tujuan.exists():
            sisihkan(tujuan, "sebelumnya")
            letakkan(folder / tujuan.name, tujuan)


def semai(gudang: Gudang, letak: Path = LETAK, kabar: Kabar = _diam) -> None:
    """Import and receive every shipped workbook of the sample office; doing it again changes nothing.

    Raises ContohTidakSesuai when a workbook is not taken and FileNotFoundError when one is missing.
    """
    if not gudang.kueri("akun_ada"):
        semai_akun(gudang, DIPAKAI_SEJAK)
    penghitung, pemain = _Penghitung(kabar), PemainSop(gudang)
    with Penyemai(gudang) as penyemai:
        for jalur in (RENCANA, RENCANA_PERUBAHAN):
            penghitung.mulai(f"Mengimpor {jalur}")
            penyemai.impor(jalur, (letak / jalur).read_bytes())
        semai_pejabat(gudang, DIPAKAI_SEJAK)
        semua = _SemaiPeriode(penyemai, pemain, penghitung, letak)
        for periode, kiriman in groupby(daftar_kiriman(), lambda kiriman: kiriman.periode):
            semua.semai(periode, tuple(kiriman))


@dataclass(frozen=True)
class _SemaiPeriode:
    penyemai: Penyemai
    pemain: PemainSop
    penghitung: _Penghitung
    letak: Path

    def semai(self, periode: Periode, semua: tuple[Kiriman, ...]) -> None:
        """Receive the workbooks of one periode, and walk it through the SOP when it is new enough."""
        baru = [kiriman for kelompok in sekali_seunit(semua) for kiriman in self._terima_semua(kelompok)]
        if not lewat_sop(periode):
            return
        self.penghitung.mulai(f"Menjalankan SOP {periode.nama}")
        if baru:
            terakhir = max(kiriman.diterima for kiriman in semua)
            self.pemain.selesaikan(periode, terakhir)
            if periode.triwulan == TRIWULAN:
                self.pemain.lapor(periode.tahun, terakhir + timedelta(days=20))

    def _terima_semua(self, kelompok: Iterable[Kiriman]) -> list[Kiriman]:
        """Those that were received now, and not before."""
        byte = [(kiriman, (self.letak / kiriman.jalur).read_bytes()) for kiriman in kelompok]
        self.penyemai.siapkan(byte)
        return [kiriman for kiriman, buku in byte if self._terima(kiriman, buku)]

    def _terima(self, kiriman: Kiriman, byte: bytes) -> bool:
        self.penghitung.mulai(f"Menerima buku kerja {kiriman.periode.nama} dari {_NAMA_UNIT[kiriman.unit]}")
        id_kiriman = self.penyemai.terima(kiriman, byte)
        if id_kiriman is not None and lewat_sop(kiriman.periode):
            self.pemain.mulai(kiriman.periode, kiriman.dibuat)
            self.pemain.kirim(kiriman, id_kiriman)
        return id_kiriman is not None


def sekali_seunit(semua: Iterable[Kiriman]) -> Iterator[list[Kiriman]]:
    """The workbooks in their order, in groups in which no unit comes twice."""
    kelompok: dict[str, Kiriman] = {}
    for kiriman in semua:
        if kiriman.unit in kelompok:
            yield list(kelompok.values())
            kelompok = {}
        kelompok[kiriman.unit] = kiriman
    yield list(kelompok.values())
