"""What people read when the store or the disk below it refuses: the cause, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from data.cakram import SebabMenolak, sebab_menolak
from data.gudang import (
    GalatGudang,
    GudangHilang,
    GudangRusak,
    GudangTerkunci,
    GudangTidakDikenal,
    PenyimpananMenolak,
    SalinanGagal,
)

_SEBAB: Final[Mapping[SebabMenolak, str]] = {
    "penuh": (
        "Penyimpanan penuh, atau tidak menerima berkas sebesar itu. Hapus atau pindahkan berkas lain dari cakram itu, "
        "lalu ulangi."
    ),
    "hanya_baca": (
        "Penyimpanan hanya dapat dibaca. Lepaskan pelindung tulisnya, atau pindahkan data ke cakram yang dapat "
        "ditulis, lalu ulangi."
    ),
    "tanpa_izin": (
        "Capaian tidak mendapat izin untuk membaca atau menulis di sana. Beri izin atas berkas dan foldernya kepada "
        "akun komputer yang menjalankan Capaian, lalu ulangi."
    ),
    "cakram": "Cakram gagal membaca atau menulis. Periksa cakramnya, dan siapkan cadangan yang terakhir.",
}
_BELUM: Final = "Yang baru dikerjakan belum tersimpan; data yang sudah ada tidak berubah."
_PERIKSA: Final = "Periksa dahulu apakah yang baru dikerjakan sudah tersimpan; data yang sudah ada tidak berubah."


def sebab_penyimpanan(galat: BaseException | None) -> str | None:
    """Why the disk refused and what to do, for an error of the system or the engine; None: it is not the reason."""
    sebab = galat.sebab if isinstance(galat, PenyimpananMenolak) else sebab_menolak(galat)
    return _SEBAB[sebab] if sebab is not None else None


def kalimat_salinan(galat: SalinanGagal) -> str:
    """Why a copy of the store could not be written, and what to do."""
    return sebab_penyimpanan(galat) or f"Periksa ruang cakram. ({galat})"


def kalimat_gudang(galat: GalatGudang, gudang: Path) -> str:
    """Why the store at this path cannot be used, and what to do."""
    match galat:
        case GudangTerkunci():
            return f"Gudang {gudang} sedang dibuka oleh aplikasi lain. Tutup dulu Capaian, lalu ulangi."
        case GudangTidakDikenal():
            return (
                f"Berkas {gudang} bukan gudang Capaian, atau dibuat oleh versi Capaian yang lebih baru. Periksa isi "
                "CAPAIAN_DATA, atau pasang versi terbaru."
            )
        case GudangRusak():
            return (
                f"Gudang {gudang} rusak dan tidak dapat dibaca, atau catatan tulis di sampingnya ({gudang.name}.wal) "
                "milik gudang lain. Jangan menghapus apa pun; pulihkan dari cadangan, dan yang ada disimpan di "
                "sampingnya."
            )
        case GudangHilang():
            return (
                f"Gudang {gudang} hilang, sedangkan catatan tulisnya ({gudang.name}.wal) masih ada. Kembalikan berkas "
                "itu ke tempatnya, atau pulihkan dari cadangan; catatan tulis itu jangan dihapus."
            )
        case PenyimpananMenolak():
            akhir = _BELUM if galat.pasti else _PERIKSA
            return f"Gudang {gudang} tidak dapat dipakai. {_SEBAB[galat.sebab]} {akhir}"
    return f"Gudang {gudang} tidak dapat dipakai."
