"""Many filled workbooks in one go: found, each received by itself, and sent back where something is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self
from uuid import uuid4

from analytics.alur.kirim_blok import Serahan, kirim_blok
from analytics.aturan.angka import tulis_angka
from analytics.berkas import Berkas
from analytics.lembar.catat.terima import PutusanKiriman, StatusKiriman
from analytics.lembar.catat.unggahan import muat_unggahan
from analytics.lembar.kembali.kiriman_kembali import diminta, susun_pengembalian
from analytics.lembar.kembali.paket import susun_paket
from analytics.lembar.periksa.hasil_periksa import BarisAnggaran, BarisRealisasi, HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import BerkasTerbaca, PemeriksaBerkas
from analytics.pembaca.baca import BukuTerbaca, Pembaca
from analytics.pembaca.penjaga import BATAS_BERKAS
from analytics.sistem import waktu_kini
from analytics.sop.peran import Pelaku
from analytics.temuan.butir import buat
from data.gudang import Gudang

SEBUTAN: Final[dict[StatusKiriman, str]] = {
    "diterima": "diterima",
    "sudah_ada": "sudah pernah diterima",
    "siap": "siap diterima",
    "perlu_alasan": "perlu alasan",
    "tertahan": "tertahan menurut SOP",
    "usang": "perlu diulang",
    "ditolak": "ditolak",
}
"""What is said of a file, best first."""
_TIDAK_KEMBALI: Final = frozenset({"diterima", "sudah_ada", "tertahan"})
"""What asks nothing of the unit."""
_KUNCI_EXCEL: Final = "~$"
"""Begins the file that Excel lays beside a workbook while it is open."""
_BANYAK_BLOK: Final = 20
"""Most files that are stored in one transaction."""
_SEL_BLOK: Final = 60_000
"""Cells of them that are held in memory at once, unless one file has more."""
_BATAS_DIBACA: Final = 8 * BATAS_BERKAS
"""Bytes beyond which a file is not even kept as a refused upload."""


class JalurSalah(Exception):
    """Paths that hold nothing to receive; the message names all of them in Indonesian."""


@dataclass(frozen=True)
class HasilTerima:
    """What became of one file, how its cells were understood, and the zip that was written for its sender."""

    berkas: str
    putusan: PutusanKiriman
    realisasi: tuple[BarisRealisasi, ...] = ()
    anggaran: tuple[BarisAnggaran, ...] = ()
    kembalian: str | None = None

    @property
    def selesai(self) -> bool:
        """Whether its figures are in the store, now or since before."""
        return self.putusan.status in {"diterima", "sudah_ada"}


def kumpulkan(jalur: Iterable[Path]) -> tuple[Path, ...]:
    """The files meant by these paths, each once; a folder means its workbooks, by name.

    Raises JalurSalah when any path cannot be opened or is a folder without a workbook.
    """
    semua = [(tempat, _buku_kerja(tempat) if tempat.is_dir() else [tempat]) for tempat in jalur]
    salah = [f"Folder {tempat} tidak berisi berkas xlsx." for tempat, buku in semua if not buku]
    berkas = dict.fromkeys(buku for _, sekumpulan in semua for buku in sekumpulan)
    salah += [f"Berkas {buku} tidak dapat dibuka." for buku in berkas if not _terbuka(buku)]
    if salah:
        raise JalurSalah("\n".join(salah))
    return tuple(berkas)


def _buku_kerja(folder: Path) -> list[Path]:
    try:
        semua = sorted(folder.iterdir())
    except OSError:
        return []
    return [
        berkas
        for berkas in semua
        if berkas.suffix.lower() == ".xlsx" and not berkas.name.startswith(_KUNCI_EXCEL) and not berkas.is_dir()
    ]


def _terbuka(berkas: Path) -> bool:
    if not berkas.is_file():
        return False
    try:
        with berkas.open("rb") as aliran:
            aliran.read(1)
    except OSError:
        return False
    return True


@dataclass(frozen=True)
class _Masuk:
    """One file as it was read, or why it was not looked at."""

    berkas: Path
    terbaca: BerkasTerbaca | PutusanKiriman

    @property
    def sel(self) -> int:
        """How many cells it holds in memory."""
        buku = self.terbaca.buku if isinstance(self.terbaca, BerkasTerbaca) else ()
        return sum(len(lembar.sel) for lembar in buku.lembar.values()) if isinstance(buku, BukuTerbaca) else 0


class PenerimaBerkas:
    """Receives files of one office in the name of `pelaku`, block by block. A context manager, for its child.

    `catatan` says how the units validated and handed in; `alasan` is given for every peringatan. Into `folder`, which
    exists, goes a zip for the sender of every file that was not accepted and asks something of its unit; no file there
    is overwritten.
    """

    def __init__(
        self,
        gudang: Gudang,
        kode_pd: str,
        pelaku: Pelaku,
        catatan: str,
        alasan: str | None = None,
        folder: Path | None = None,
    ) -> None:
        self._gudang = gudang
        self._kode_pd = kode_pd
        self._pelaku = pelaku
        self._catatan = catatan
        self._alasan = alasan
        self._folder = folder
        self._pembaca = Pembaca()
        self._pemeriksa = PemeriksaBerkas(gudang, kode_pd, self._pembaca)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pembaca.tutup()

    def terima(self, semua: Iterable[Path]) -> Iterator[HasilTerima]:
        """Check and store files in their order, or say why not; what is said of one is committed before it is said.

        Never raises for a file's sake. Raises OSError when a zip cannot be written.
        """
        for blok in _potong(self._baca(berkas) for berkas in semua):
            while blok:
                awal = blok[0]
                if isinstance(awal.terbaca, PutusanKiriman):
                    yield HasilTerima(str(awal.berkas), awal.terbaca)
                    del blok[0]
                else:
                    selesai = 0
                    for hasil in self._terima_blok(blok):
                        yield hasil
                        selesai += 1
                    del blok[:selesai]

    def _baca(self, berkas: Path) -> _Masuk:
        byte = _baca(berkas)
        return _Masuk(berkas, byte if isinstance(byte, PutusanKiriman) else self._pemeriksa.baca(byte, berkas.name))

    def _terima_blok(self, blok: Sequence[_Masuk]) -> Iterator[HasilTerima]:
        """As many files from the first on as can be received on what they are checked against now."""
        semua = self._pemeriksa.periksa_semua(_terbaca(blok))
        serahan = [Serahan(pemeriksaan, self._alasan_bagi(pemeriksaan), str(uuid4())) for pemeriksaan in semua]
        putusan = kirim_blok(self._gudang, self._pelaku, serahan, self._catatan, waktu_kini())
        for masuk, pemeriksaan, jawaban in zip(blok, semua, putusan, strict=False):
            kembalian = self._kembalikan(pemeriksaan, jawaban)
            yield HasilTerima(str(masuk.berkas), jawaban, pemeriksaan.realisasi, pemeriksaan.anggaran, kembalian)

    def _alasan_bagi(self, pemeriksaan: HasilPeriksa) -> dict[str, str]:
        peringatan = (temuan for temuan in pemeriksaan.temuan if temuan.tingkat == "peringatan")
        return {temuan.kunci: self._alasan for temuan in peringatan if self._alasan}

    def _kembalikan(self, pemeriksaan: HasilPeriksa, putusan: PutusanKiriman) -> str | None:
        if self._folder is None or putusan.id_unggahan is None or putusan.status in _TIDAK_KEMBALI:
            return None
        unggahan = muat_unggahan(self._gudang, self._kode_pd, putusan.id_unggahan)
        pengembalian = susun_pengembalian(self._gudang, unggahan, pemeriksaan, putusan.temuan, waktu_kini())
        if not diminta(pengembalian.temuan):
            return None
        return str(_tulis_baru(self._folder, susun_paket(pengembalian)))


def _terbaca(blok: Iterable[_Masuk]) -> list[BerkasTerbaca]:
    """The files from the first on, as far as they could be looked at."""
    hasil: list[BerkasTerbaca] = []
    for masuk in blok:
        if isinstance(masuk.terbaca, PutusanKiriman):
            break
        hasil.append(masuk.terbaca)
    return hasil


def _potong(semua: Iterable[_Masuk]) -> Iterator[list[_Masuk]]:
    """Blocks of files: as many as may be held in memory at once, each unit once."""
    blok: list[_Masuk] = []
    unit = set[str | None]()
    sel = 0
    for masuk in semua:
        kode_unit = masuk.terbaca.unit if isinstance(masuk.terbaca, BerkasTerbaca) else str(masuk.berkas)
        if blok and (len(blok) == _BANYAK_BLOK or kode_unit in unit or sel + masuk.sel > _SEL_BLOK):
            yield blok
            blok, unit, sel = [], set(), 0
        blok.append(masuk)
        unit.add(kode_unit)
        sel += masuk.sel
    if blok:
        yield blok


def _baca(berkas: Path) -> bytes | PutusanKiriman:
    """The content, or why it is not looked at; one that no memory need hold is refused by its size alone."""
    try:
        besar = berkas.stat().st_size
        if besar <= _BATAS_DIBACA:
            return berkas.read_bytes()
    except OSError:
        return PutusanKiriman("ditolak", "Berkas tidak dapat dibuka lagi; tidak ada yang disimpan.")
    temuan = buat("berkas_besar", f"Berkas berukuran {tulis_angka(besar // 1024**2)} MB, paling besar 10 MB.")
    return PutusanKiriman("ditolak", f"{temuan.pesan} Tidak ada yang disimpan.", temuan=(temuan,))


def _tulis_baru(folder: Path, berkas: Berkas) -> Path:
    """Write a file under its own name, or with the first number behind it that is free."""
    nomor = 1
    while True:
        nama = Path(berkas.nama)
        tujuan = folder / (nama if nomor == 1 else f"{nama.stem}_{nomor}{nama.suffix}")
        try:
            with tujuan.open("xb") as aliran:
                aliran.write(berkas.isi)
        except FileExistsError:
            nomor += 1
        else:
            return tujuan


def kesimpulan(hasil: Sequence[HasilTerima]) -> str:
    """`25 berkas: 20 diterima, 3 perlu alasan, 2 ditolak`."""
    hitungan = Counter(masuk.putusan.status for masuk in hasil)
    bagian = (f"{hitungan[status]} {kata}" for status, kata in SEBUTAN.items() if hitungan[status])
    return f"{len(hasil)} berkas: {', '.join(bagian)}"
