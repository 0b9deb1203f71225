"""Many filled workbooks in one go: found, each received by itself, and sent back where something is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self
from uuid import uuid4

from analytics.alur.kirim import kirim_berkas
from analytics.aturan.angka import tulis_angka
from analytics.berkas import Berkas
from analytics.lembar.catat.terima import PutusanKiriman, StatusKiriman
from analytics.lembar.catat.unggahan import muat_unggahan
from analytics.lembar.kembali.kiriman_kembali import kepala_kembalian
from analytics.lembar.kembali.paket import susun_paket
from analytics.lembar.periksa.hasil_periksa import BarisAnggaran, BarisRealisasi
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.lembar.tandai import buat_penanda
from analytics.pembaca.baca import Pembaca
from analytics.pembaca.penjaga import BATAS_BERKAS
from analytics.pembaca.proses import ProsesAnak
from analytics.penyimpanan import kalimat_gudang
from analytics.sistem import PenyimpananMenolak, waktu_kini
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
    semua = [(satu, _isi_folder(satu) if satu.is_dir() else [satu]) for satu in jalur]
    salah = [f"Folder {satu} tidak berisi berkas xlsx." for satu, isi in semua if not isi]
    berkas = dict.fromkeys(satu for _, isi in semua for satu in isi)
    salah += [f"Berkas {satu} tidak dapat dibuka." for satu in berkas if not _terbuka(satu)]
    if salah:
        raise JalurSalah("\n".join(salah))
    return tuple(berkas)


def _isi_folder(folder: Path) -> list[Path]:
    try:
        isi = sorted(folder.iterdir())
    except OSError:
        return []
    return [
        satu
        for satu in isi
        if satu.suffix.lower() == ".xlsx" and not satu.name.startswith(_KUNCI_EXCEL) and not satu.is_dir()
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


class PenerimaBerkas:
    """Receives files of one office one after another in the name of `pelaku`. A context manager, for its children.

    `catatan` says how the units validated and handed in; `alasan` is given for every peringatan. Into `folder`, which
    exists, goes a zip for the sender of every file with a galat or peringatan that was not accepted; no file there is
    overwritten.
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
        self._penanda: ProsesAnak = buat_penanda()
        self._pemeriksa = PemeriksaBerkas(gudang, kode_pd, self._pembaca)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pembaca.tutup()
        self._penanda.tutup()

    def terima(self, berkas: Path) -> HasilTerima:
        """Check one file and store it, or say why not. Never raises for the file's sake.

        Raises OSError when its zip cannot be written.
        """
        isi = _baca(berkas)
        if isinstance(isi, PutusanKiriman):
            return HasilTerima(str(berkas), isi)
        hasil = self._pemeriksa.periksa(isi, berkas.name)
        alasan = {satu.kunci: self._alasan for satu in hasil.temuan if self._alasan and satu.tingkat == "peringatan"}
        kunci = str(uuid4())
        try:
            putusan = kirim_berkas(self._gudang, self._pelaku, hasil, alasan, self._catatan, waktu_kini(), kunci)
        except PenyimpananMenolak as tolak:
            # What became of the files before it is still answered for.
            putusan = PutusanKiriman("ditolak", kalimat_gudang(tolak, Path(str(self._gudang.jalur))))
        return HasilTerima(str(berkas), putusan, hasil.realisasi, hasil.anggaran, self._kembalikan(isi, putusan))

    def _kembalikan(self, isi: bytes, putusan: PutusanKiriman) -> str | None:
        perlu = any(satu.tingkat != "info" for satu in putusan.temuan) and putusan.id_unggahan is not None
        if self._folder is None or not perlu or putusan.status in _TIDAK_KEMBALI:
            return None
        unggahan = muat_unggahan(self._gudang, self._kode_pd, putusan.id_unggahan or "")
        kepala = kepala_kembalian(self._gudang, unggahan, putusan.temuan, waktu_kini())
        return str(_tulis_baru(self._folder, susun_paket(isi, kepala, putusan.temuan, self._penanda)))


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
    hitungan = Counter(satu.putusan.status for satu in hasil)
    bagian = (f"{hitungan[status]} {kata}" for status, kata in SEBUTAN.items() if hitungan[status])
    return f"{len(hasil)} berkas: {', '.join(bagian)}"
