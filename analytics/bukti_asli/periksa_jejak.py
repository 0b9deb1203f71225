"""Whether the log is whole, and whether what was approved still stands in the store as it was approved.

Held against each other are the hash chain with itself and with every tip that is kept elsewhere, the snapshots and
their workbooks with the log, where documents stand with their last move, the rows of the store with the snapshots, the
rows in force with the kiriman and corrections that they follow, files with their own sidik, and the archive register
with the log.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode
from analytics.beku.fakta import TABEL_MENURUT_PERIODE, TABEL_RENCANA, PenanyaBeku
from analytics.beku.snapshot import Snapshot, SnapshotRusak, baca_snapshot, buka_kemasan
from analytics.bukti_asli.ingkar import Ingkar, ringkas_baris, tulis_nilai
from analytics.bukti_asli.jejak_berkas import ingkar_arsip, ingkar_berkas, ingkar_dokumen
from analytics.bukti_asli.jejak_berlaku import ingkar_berlaku
from analytics.bukti_asli.telusur import Telusuran, telusuri
from analytics.sop.langkah import MENURUT_AKSI, NAMA_KEADAAN_ALUR
from analytics.sop.objek import Objek, baca_semua
from data.cadangan import daftar_cadangan
from data.gudang import Baris, Gudang, Transaksi
from data.rantai import AWAL, UJUNG_AWAL, Ujung

KUNCI: Final[Mapping[str, tuple[str, ...]]] = {
    "kiriman": ("id_kiriman",),
    "realisasi": ("id_kiriman", "kode_indikator"),
    "realisasi_anggaran": ("id_kiriman", "kode_simpul"),
    "narasi": ("id_kiriman", "kode_indikator", "jenis"),
    "koreksi": ("id_koreksi",),
    "rencana": ("id_rencana",),
    "target": ("id_rencana", "kode_indikator", "tahun", "triwulan"),
    "pagu": ("id_rencana", "kode_simpul", "tahun"),
    "anggaran_kas": ("id_rencana", "kode_simpul", "tahun", "triwulan"),
    "aturan_indikator": ("kode_indikator", "tahun", "revisi"),
    "riwayat": ("id_rencana", "kode_indikator", "jenis", "tahun"),
    "riwayat_anggaran": ("id_rencana", "kode_simpul", "tahun"),
    "standar_nasional": ("id_rencana", "kode_indikator", "tahun"),
    "tautan_rpjmd": ("id_rencana", "kode_indikator", "tahun"),
    "elemen_ikk": ("id_rencana", "kode_indikator", "kode_ikk", "elemen"),
    "pengaturan": ("kunci", "mulai", "revisi"),
    "skala_predikat": ("skala", "urutan"),
    "skala_ordinal": ("skala", "peringkat"),
}
"""By what a row of a table that only grows is known."""
_BERPERIODE: Final = tuple(nama for nama in KUNCI if nama in TABEL_MENURUT_PERIODE)
_TETAP: Final = tuple(nama for nama in KUNCI if nama not in TABEL_MENURUT_PERIODE)
"""What no periode cuts: the same for all snapshots of an office."""
_TANPA_PERIODE: Final = (0, 0)
_INDUK: Final[Mapping[str, str]] = {
    **dict.fromkeys(("realisasi", "realisasi_anggaran", "narasi"), "id_kiriman"),
    **{nama: "id_rencana" for nama in TABEL_RENCANA if nama not in ("rencana", "aturan_indikator")},
}
"""What came in as a whole: nothing is added to a kiriman or a plan document later."""
_SEBUTAN_KODE: Final = (
    "kode_indikator",
    "kode_simpul",
    "kode",
    "kode_unit",
    "kunci",
    "peringkat",
    "predikat",
    "dokumen",
)
_BERUBAH_SAAT_DIBACA: Final = 3
TANPA_UJUNG: Final = "Ujung jejak di dalamnya tidak ikut dibandingkan."
"""What a check of the log says beside every backup whose note cannot be read."""


@dataclass(frozen=True)
class HasilJejak:
    """What a check found. `ujung` is the tip of the log; `peristiwa`, `snapshot`, `fakta` count what was checked."""

    ujung: Ujung
    peristiwa: int
    snapshot: int
    fakta: int
    ingkar: tuple[Ingkar, ...]

    @property
    def utuh(self) -> bool:
        """Whether nothing was changed behind the log."""
        return not self.ingkar

    @property
    def putusan(self) -> str:
        """The result in one Indonesian sentence."""
        if self.utuh:
            return (
                f"Jejak utuh: {self.peristiwa} peristiwa bersambung, {self.snapshot} snapshot dan isinya tidak berubah."
            )
        return f"Jejak tidak utuh: {len(self.ingkar)} hal tidak sesuai. Yang pertama: {self.ingkar[0].pesan}"


def periksa_jejak(penanya: Gudang | Transaksi, ujung: Iterable[Ujung] = ()) -> HasilJejak:
    """Check the whole store; `ujung` are tips remembered elsewhere, as on a printed document or beside a backup."""
    for _ in range(_BERUBAH_SAAT_DIBACA):
        hasil = _periksa(penanya, tuple(ujung))
        if ujung_kini(penanya) == hasil.ujung:
            break
    return hasil


def tulis_ujung(ujung: Ujung) -> str:
    """`128:3f…`, as it is printed, copied and given to the command line."""
    return f"{ujung.nomor}:{ujung.sidik}"


def baca_ujung(teks: str) -> Ujung | None:
    """The tip of such a text, None when it is not one."""
    nomor, ada, sidik = teks.strip().partition(":")
    sidik = sidik.strip().lower()
    sah = ada and nomor.strip().isdigit() and len(sidik) == len(AWAL) and set(sidik) <= set("0123456789abcdef")
    return Ujung(int(nomor), sidik) if sah else None


def ujung_kini(penanya: Penanya) -> Ujung:
    """The tip of the log now."""
    baris = penanya.kueri("peristiwa_ujung")
    return Ujung(baris[0]["nomor"], baris[0]["sidik"]) if baris else UJUNG_AWAL


def ujung_cadangan(gudang: Gudang) -> tuple[Ujung, ...]:
    """The tips that the backups beside the store remember: a log that was cut no longer has them all."""
    folder = gudang.folder_cadangan
    return tuple(cadangan.ujung for cadangan in daftar_cadangan(folder)[0]) if folder is not None else ()


def cadangan_tak_terbaca(gudang: Gudang) -> tuple[str, ...]:
    """A sentence for each file among the backups whose tip cannot be read: the log is held against the others only."""
    return daftar_cadangan(gudang.folder_cadangan)[1] if gudang.folder_cadangan is not None else ()


def _periksa(penanya: Gudang | Transaksi, ujung: tuple[Ujung, ...]) -> HasilJejak:
    terbaca, dari_snapshot = _baca_snapshot(penanya)
    log = telusuri(penanya.alirkan("peristiwa_semua"), [*ujung, *map(_ujung_snapshot, terbaca)])
    ingkar = [*_ingkar_rantai(log), *dari_snapshot]
    ada = {(snapshot.kode_pd, snapshot.nomor): snapshot for snapshot in terbaca}
    ingkar += _ingkar_snapshot(log, ada, dari_snapshot)
    ingkar += _ingkar_alur(penanya, log)
    fakta, dari_fakta = _ingkar_fakta(penanya, terbaca)
    ingkar += dari_fakta
    ingkar += ingkar_berlaku(penanya, dari_fakta)
    ingkar += ingkar_berkas(penanya, terbaca)
    ingkar += ingkar_dokumen(penanya, log.dokumen)
    ingkar += ingkar_arsip(penanya, log.arsip)
    return HasilJejak(log.ujung, log.banyak, len(terbaca), fakta, tuple(ingkar))


def _ingkar_rantai(log: Telusuran) -> Iterator[Ingkar]:
    if log.putus is not None:
        yield Ingkar("rantai", f"peristiwa {log.putus.nomor}", log.putus.sebab)


def _ujung_snapshot(snapshot: Snapshot) -> Ujung:
    return Ujung(snapshot.isi["ujung"]["nomor"], snapshot.isi["ujung"]["sidik"])


def _baca_snapshot(penanya: Penanya) -> tuple[list[Snapshot], list[Ingkar]]:
    """Every snapshot that is what its sidik says, and what is wrong with the others."""
    baik, ingkar = [], []
    for baris in penanya.kueri("snapshot_isi"):
        try:
            snapshot = baca_snapshot(buka_kemasan(bytes(baris["isi"])), baris["sidik"])
        except SnapshotRusak as rusak:
            ingkar.append(Ingkar("snapshot", baris["nomor"], f"Snapshot {baris['nomor']}: {rusak}"))
            continue
        letak = (
            snapshot.kode_pd,
            snapshot.nomor,
            snapshot.isi["tahun"],
            snapshot.isi["triwulan"],
            snapshot.isi["revisi"],
        )
        if letak != tuple(baris[nama] for nama in ("kode_pd", "nomor", "tahun", "triwulan", "revisi")):
            pesan = f"Snapshot {baris['nomor']} tersimpan dengan nama milik snapshot {snapshot.nomor}."
            ingkar.append(Ingkar("snapshot", baris["nomor"], pesan))
            continue
        setuju = snapshot.isi["disetujui"]
        ingkar += [
            Ingkar("snapshot", baris["nomor"], f"Snapshot {snapshot.nomor} tertulis {kata} {kini}; pada isinya {dulu}.")
            for kata, kini, dulu in (
                ("oleh", baris["oleh"], setuju["oleh"]),
                ("pada", baris["dibuat_pada"], setuju["pada"]),
            )
            if kini != dulu
        ]
        baik.append(snapshot)
    return baik, ingkar


def _ingkar_snapshot(
    log: Telusuran, ada: Mapping[tuple[str, str], Snapshot], rusak: Sequence[Ingkar]
) -> Iterator[Ingkar]:
    """Every approval of the log has its snapshot with the sidik that the log names, and every snapshot its approval."""
    sudah = {ingkar.letak for ingkar in rusak}
    for (kode_pd, nomor), sidik in log.setuju.items():
        snapshot = ada.get((kode_pd, nomor))
        if snapshot is None and nomor not in sudah:
            yield Ingkar("snapshot", nomor, f"Snapshot {nomor} hilang; jejak mencatat persetujuannya.")
        elif snapshot is not None and snapshot.sidik != sidik:
            pesan = f"Snapshot {nomor} bukan yang disetujui: sidiknya {snapshot.sidik}, pada jejak {sidik}."
            yield Ingkar("snapshot", nomor, pesan)
    for kunci in ada.keys() - log.setuju.keys():
        yield Ingkar("snapshot", kunci[1], f"Snapshot {kunci[1]} ada tanpa persetujuan pada jejak.")


def _ingkar_alur(penanya: Penanya, log: Telusuran) -> Iterator[Ingkar]:
    """Every document stands where its last move left it."""
    kini = {
        objek.id: (objek, kedudukan)
        for baris in penanya.kueri("perangkat_daerah")
        for objek, kedudukan in baca_semua(penanya, baris["kode_pd"]).items()
    }
    for id_objek in sorted({*log.akhir, *kini}):
        catatan, letak = log.akhir.get(id_objek), kini.get(id_objek)
        if letak is None:
            yield Ingkar("alur", id_objek, f"Kedudukan {id_objek} hilang; jejak mencatat perpindahannya.")
        elif catatan is None:
            yield Ingkar("alur", id_objek, f"{_sebut(letak[0])} berpindah tanpa catatan pada jejak.")
        elif (catatan.get("ke"), catatan.get("revisi")) != (letak[1].keadaan, letak[1].revisi):
            pesan = (
                f"{_sebut(letak[0])} tertulis {_nama_keadaan(letak[0], letak[1].keadaan)} (revisi {letak[1].revisi}); "
                f"menurut jejak {_nama_keadaan(letak[0], str(catatan.get('ke')))} (revisi {catatan.get('revisi')})."
            )
            yield Ingkar("alur", id_objek, pesan)
        elif catatan["sejak"] != letak[1].sejak:
            pesan = f"{_sebut(letak[0])} tertulis sejak {letak[1].sejak}; menurut jejak sejak {catatan['sejak']}."
            yield Ingkar("alur", id_objek, pesan)


def _sebut(objek: Objek) -> str:
    """A document by its name; one of a kind that nobody knows by what stands in the store."""
    return objek.sebutan if objek.dokumen in NAMA_KEADAAN_ALUR else objek.id


def _nama_keadaan(objek: Objek, keadaan: str) -> str:
    semua = NAMA_KEADAAN_ALUR.get(objek.dokumen, {})
    return next((nama for dikenal, nama in semua.items() if dikenal == keadaan), keadaan)


def _ingkar_fakta(penanya: PenanyaBeku, semua: Iterable[Snapshot]) -> tuple[int, list[Ingkar]]:
    """How many rows were compared, and every one that differs, each once. What several share is asked once.

    What no periode cuts is asked a table at a time: the engine takes longer to plan a dozen lists than to give them.
    """
    banyak, ingkar = 0, dict[tuple[str, ...], Ingkar]()
    ambil = cache(penanya.ambil_beku)
    for snapshot in semua:
        terkunci = _terkunci(penanya, snapshot)
        kode_pd, periode = snapshot.kode_pd, snapshot.periode
        kini = dict(ambil(_BERPERIODE, kode_pd, periode.tahun, periode.triwulan))
        for nama in _TETAP:
            kini |= ambil((nama,), kode_pd, *_TANPA_PERIODE)
        for nama in KUNCI:
            beku = snapshot.tabel.get(nama, [])
            banyak += len(beku)
            for beda in _TabelBeku(snapshot, nama, terkunci=terkunci).beda(beku, kini[nama]):
                ingkar.setdefault((beda.tabel, beda.kode, beda.kapan, beda.kolom, beda.baru, beda.letak), beda)
    return banyak, list(ingkar.values())


def _terkunci(penanya: Penanya, snapshot: Snapshot) -> bool:
    """Whether this snapshot is what counts now, so that nothing may have been added to its periode."""
    letak = Objek.kompilasi(snapshot.kode_pd, snapshot.periode).letak
    baris = penanya.kueri("alur_satu", **letak)
    keadaan = baris[0]["keadaan"] if baris else ""
    return keadaan in ("disetujui", "terinput") and baris[0]["revisi"] == snapshot.isi["revisi"]


class _TabelBeku:
    """One table as it was frozen beside the same table now."""

    def __init__(self, snapshot: Snapshot, nama: str, *, terkunci: bool) -> None:
        self._snapshot = snapshot
        self._nama = nama
        self._terkunci = terkunci
        self._kiriman = {kiriman["id_kiriman"]: kiriman for kiriman in snapshot.tabel["kiriman"]}

    def beda(self, beku: Sequence[Baris], kini: Sequence[Baris]) -> Iterator[Ingkar]:
        """Every row that was changed, taken away, or added where nothing may be added."""
        ada, dulu = _menurut_kunci(self._nama, kini), _menurut_kunci(self._nama, beku)
        for kunci, baris in dulu.items():
            yield from self._baris(baris, ada.get(kunci, []))
        tertutup = {baris[_INDUK[self._nama]] for baris in self._induk()} if self._nama in _INDUK else set()
        for kunci, semua in ada.items():
            lebih = semua[len(dulu.get(kunci, [])) :]
            for tambahan in lebih:
                if kunci in dulu or self._tidak_boleh(tambahan, tertutup):
                    yield self._ingkar(
                        tambahan, "", "tidak ada", ringkas_baris(tambahan), "ditambahkan sesudah disetujui"
                    )

    def _induk(self) -> Sequence[Baris]:
        return self._snapshot.tabel["kiriman" if _INDUK[self._nama] == "id_kiriman" else "rencana"]

    def _tidak_boleh(self, baris: Baris, tertutup: set[Any]) -> bool:
        if self._nama in _INDUK:
            return baris[_INDUK[self._nama]] in tertutup
        periode = self._snapshot.periode
        sama = (baris.get("tahun"), baris.get("triwulan")) == (periode.tahun, periode.triwulan)
        return self._nama in ("kiriman", "koreksi") and self._terkunci and sama

    def _baris(self, beku: Sequence[Baris], kini: Sequence[Baris]) -> Iterator[Ingkar]:
        for nomor, baris in enumerate(beku):
            if nomor >= len(kini):
                yield self._ingkar(baris, "", ringkas_baris(baris), "tidak ada", "dihapus sesudah disetujui")
                continue
            for kolom, lama in baris.items():
                if kini[nomor].get(kolom) != lama:
                    yield self._ingkar(baris, kolom, tulis_nilai(lama), tulis_nilai(kini[nomor].get(kolom)), "diubah")

    def _ingkar(self, baris: Baris, kolom: str, lama: str, baru: str, apa: str) -> Ingkar:
        kode = next((str(baris[nama]) for nama in _SEBUTAN_KODE if baris.get(nama)), "")
        kapan = self._kapan(baris)
        rincian = (
            f", kolom {kolom}: disetujui {lama}, kini {baru}" if kolom else f": {lama if baru == 'tidak ada' else baru}"
        )
        pesan = f"{self._nama} {kode}{f' {kapan}' if kapan else ''} {apa} ({self._snapshot.nomor}){rincian}."
        return Ingkar("fakta", self._snapshot.nomor, pesan, self._nama, kode, kapan, kolom, lama, baru)

    def _kapan(self, baris: Baris) -> str:
        """The triwulan or year that a row is about."""
        letak = baris if "triwulan" in baris else self._kiriman.get(baris.get("id_kiriman", ""), baris)
        tahun, triwulan = letak.get("tahun"), letak.get("triwulan")
        if tahun is None:
            return ""
        return Periode(tahun, triwulan).singkat if triwulan else str(tahun)


def _menurut_kunci(nama: str, semua: Iterable[Baris]) -> dict[tuple[Any, ...], list[Baris]]:
    hasil: dict[tuple[Any, ...], list[Baris]] = {}
    for baris in semua:
        hasil.setdefault(tuple(baris[kolom] for kolom in KUNCI[nama]), []).append(baris)
    return hasil


def nama_aksi(aksi: str) -> str:
    """What an entry of the log is called: a move by its name in the SOP."""
    ditolak = aksi.startswith("tolak:")
    pokok = aksi.removeprefix("tolak:").removeprefix("alur:")
    nama = MENURUT_AKSI[pokok].nama if pokok in MENURUT_AKSI else pokok.replace("_", " ")
    return f"Ditolak: {nama}" if ditolak else nama[:1].upper() + nama[1:]
