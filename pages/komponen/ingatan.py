"""What is remembered between runs and sessions: an answer holds until something is written that it may rest on."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from analytics.sistem import Gudang

Hasil = TypeVar("Hasil")
Kunci = tuple[Hashable, ...]

TANPA_VERSI: Final = frozenset(
    {
        "akun_ada",
        "akun_bernama",
        "akun_contoh",
        "akun_menurut_nama",
        "akun_nyata",
        "akun_sandi",
        "akun_satu",
        "akun_semua",
        "akun_utuh",
        "arsip_daftar",
        "arsip_isi",
        "arsip_semua",
        "berkas_ada",
        "berkas_rusak",
        "berkas_sidik",
        "dokumen_semua",
        "blok_dikenal",
        "jam_mundur",
        "jam_terakhir",
        "kiriman_diperiksa",
        "kiriman_kunci",
        "pemegang_peran",
        "penugasan_pengelola",
        "penugasan_satu",
        "penugasan_semua",
        "percobaan_subjek",
        "percobaan_terakhir",
        "peristiwa_bersidik",
        "peristiwa_kunci",
        "peristiwa_pilihan",
        "peristiwa_saring",
        "peristiwa_semua",
        "peristiwa_ujung",
        "sandi_ditolak",
        "sandi_terakhir",
        "sesi_satu",
        "tugas_akun",
        "unggahan_kunci",
        "versi_bahan",
    }
)
"""Questions whose answer changes without a new version of the data: accounts and sessions, the log, the archive."""
SEKALI: Final = frozenset(
    {
        "bacaan",
        "bacaan_indikator",
        "bacaan_laporan",
        "bacaan_narasi",
        "bacaan_riwayat",
        "bacaan_uang",
        "berkas_isi",
        "dokumen_isi",
        "lampiran_satu",
        "snapshot_isi",
        "snapshot_satu",
    }
)
"""Questions with answers too large to be kept as rows: who asks keeps what he makes of them."""
BEBERAPA_KANTOR: Final = frozenset({"kantor_pada", "perangkat_daerah", "versi_data"})
"""Questions about several offices, whoever asks."""


class JawabanTersimpan:
    """Answers by key, the `terbanyak` that were used last. Who asks first works it out, whoever else asks waits."""

    def __init__(self, terbanyak: int) -> None:
        self._terbanyak = terbanyak
        self._gembok = threading.Lock()
        self._isi: OrderedDict[Kunci, _Tempat] = OrderedDict()

    def ambil(self, kunci: Kunci, kerja: Callable[[], Hasil]) -> Hasil:
        """The answer; what `kerja` raises is no answer."""
        tempat = self._tempat(kunci)
        with tempat.gembok:
            if not tempat.terjawab:
                tempat.jawaban, tempat.terjawab = kerja(), True
            hasil: Hasil = tempat.jawaban
            return hasil

    def _tempat(self, kunci: Kunci) -> _Tempat:
        with self._gembok:
            tempat = self._isi.setdefault(kunci, _Tempat())
            self._isi.move_to_end(kunci)
            while len(self._isi) > self._terbanyak:
                self._isi.popitem(last=False)
            return tempat


class _Tempat:
    """Where one answer stands, or will."""

    def __init__(self) -> None:
        self.gembok = threading.RLock()
        self.terjawab = False
        self.jawaban: Any = None


_HASIL: Final = JawabanTersimpan(400)
_BARIS: Final = JawabanTersimpan(800)
"""What was made of questions, and their rows."""


def ingat(gudang: Gudang, kode_pd: str | None, kunci: Kunci, kerja: Callable[[], Hasil]) -> Hasil:
    """The answer to a question named by `kunci`, made again only after a write that concerns this office.

    None as `kode_pd`: a question about several offices, made again after every write. What depends on the day or on who
    asks has both in its `kunci`.
    """
    return _HASIL.ambil((*versi(gudang, kode_pd), *kunci), kerja)


def ingat_angka(gudang: Gudang, kode_pd: str, kunci: Kunci, kerja: Callable[[], Hasil]) -> Hasil:
    """As `ingat`, but made again only after a write that figures of this office rest on.

    An answer that says where a document stands, or who did what, is not for here.
    """
    return _HASIL.ambil((gudang, kode_pd, "angka", gudang.versi_angka(kode_pd), *kunci), kerja)


def versi(gudang: Gudang, kode_pd: str | None) -> Kunci:
    """Which store, whose data, and how new they are."""
    return gudang, kode_pd, gudang.versi_data(kode_pd)


@dataclass(frozen=True)
class PenanyaIngat:
    """A store that is asked a question once per version of the data of an office, whichever part of a page asks it.

    `*` as `kode_pd`: of what all offices share.

    Rows are the caller's own, their values are not.
    """

    gudang: Gudang
    kode_pd: str

    def kueri(self, nama: str, **parameter: Any) -> list[dict[str, Any]]:
        """The rows of a named question."""
        if nama in TANPA_VERSI or nama in SEKALI:
            return self.gudang.kueri(nama, **parameter)
        kantor = None if nama in BEBERAPA_KANTOR else self.kode_pd
        kunci = (*versi(self.gudang, kantor), nama, repr(sorted(parameter.items())))
        jawaban = _BARIS.ambil(kunci, lambda: self.gudang.kueri(nama, **parameter))
        return [dict(baris) for baris in jawaban]

    def ambil_beku(
        self, tabel: Iterable[str], kode_pd: str, tahun: int, triwulan: int
    ) -> dict[str, list[dict[str, Any]]]:
        """As the store answers now: what an approval would freeze is kept by who asks, not as rows."""
        return self.gudang.ambil_beku(tabel, kode_pd, tahun, triwulan)
