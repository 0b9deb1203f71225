"""The one command that moves a document of the SOP: it applies a row of the table of steps, or says why not.

Peran and active flag are read from the store inside the transaction; the move, what comes with it and its peristiwa are
committed together or not at all. What is refused is logged too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, Final, Literal

from analytics.acuan import Penanya, nilai_pengaturan
from analytics.akun.sandi import baca_titipan, cocok
from analytics.alur.dilihat import Kepastian, KirimanDiperiksa, baca_diperiksa, catat_diperiksa
from analytics.alur.lampiran import BerkasLampiran
from analytics.aturan.periode import Periode, tulis_waktu
from analytics.aturan.teks import alasan_sah, sebaris, terbaca
from analytics.beku.fakta import FaktaPeriode, PenanyaBeku, ambil_fakta, unit_belum
from analytics.beku.pembekuan import SETUJU, CalonSnapshot, Persetujuan, bekukan, siapkan_calon
from analytics.sop.izin import cari_tugas, sebut_peran
from analytics.sop.langkah import ARTI_KELENGKAPAN, MENURUT_AKSI, JenisKelengkapan, Langkah
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan, dikenal
from analytics.sop.peran import Pelaku, Tugas, baca_tugas, menurut_unit
from analytics.sop.satu_data import IsianPeriksa, baca_isian
from data.gudang import Gudang, Peristiwa, Transaksi

_MILIK_PERPINDAHAN: Final = frozenset({"rangkap", "kertas", "snapshot"})
"""What the log says of a move in these words, nobody else may say."""

KerjaPerintah = Callable[[Transaksi], Mapping[str, Any]]
StatusPerintah = Literal["berhasil", "ditolak", "bentrok"]


@dataclass(frozen=True)
class Kertas:
    """A sheet that was signed on paper: its number, its date, its scan."""

    nomor: str
    tanggal: date
    pindaian: BerkasLampiran


@dataclass(frozen=True)
class Perintah:
    """What somebody wants to do: `aksi` on `objek`, from the `versi` that he saw.

    The rest is what the row of the table may ask for (see `ARTI_KELENGKAPAN`). `kerja` writes what comes with the move
    inside its transaction and returns what the log shall say about it. `pembeda` tells apart acts that can be repeated
    from where they began (two corrections).
    """

    aksi: str
    objek: Objek
    versi: int
    catatan: str = ""
    pernyataan: bool = False
    sandi: str = ""
    sidik_dilihat: str = ""
    kertas: Kertas | None = None
    berkas: tuple[BerkasLampiran, ...] = ()
    daftar_periksa: IsianPeriksa = field(default_factory=dict)
    kepastian: Kepastian = field(default_factory=Kepastian)
    kerja: KerjaPerintah | None = None
    pembeda: str = ""

    @property
    def kunci(self) -> str:
        """The same move from the same versi is the same act: a repeat changes nothing."""
        return ":".join(("alur", self.objek.id, str(self.versi), self.aksi, *filter(None, (self.pembeda,))))


@dataclass(frozen=True)
class HasilPerintah:
    """What became of a command; `pesan` is one sentence for who gave it.

    ditolak: the table, the peran or what was brought does not allow it. bentrok: somebody else moved the document
    first. `kedudukan` is where the document stands now, of several the last one.
    """

    status: StatusPerintah
    pesan: str
    kedudukan: Kedudukan

    @property
    def berhasil(self) -> bool:
        """Whether the document moved."""
        return self.status == "berhasil"


class Ditolak(Exception):
    """The command is refused; the message is the sentence for who gave it."""

    def __init__(self, perintah: Perintah, status: StatusPerintah, pesan: str, sebab: str) -> None:
        super().__init__(pesan)
        self.perintah = perintah
        self.status = status
        self.pesan = pesan
        self.sebab = sebab


class Ulangan(Exception):
    """The same person gave the same command before; it was done then and nothing is to be done now."""

    def __init__(self, hasil: HasilPerintah) -> None:
        super().__init__(hasil.pesan)
        self.hasil = hasil


def terapkan(gudang: Gudang, pelaku: Pelaku, perintah: Perintah, waktu: datetime) -> HasilPerintah:
    """Apply one row of the table to one document."""
    return terapkan_semua(gudang, pelaku, (perintah,), waktu)


def terapkan_semua(gudang: Gudang, pelaku: Pelaku, perintah: Sequence[Perintah], waktu: datetime) -> HasilPerintah:
    """Apply rows to several documents in one transaction: all of them, or none and the first reason."""
    calon = [_calon(gudang, pelaku, minta, waktu) for minta in perintah]
    try:
        with gudang.transaksi() as tx:
            hasil = [
                _terapkan_sekali(tx, pelaku, minta, waktu, beku) for minta, beku in zip(perintah, calon, strict=True)
            ]
            if not tx.tercatat:
                raise Ulangan(hasil[-1])
    except Ditolak as ditolak:
        return tolak(gudang, pelaku, ditolak, waktu)
    except Ulangan as ulangan:
        return ulangan.hasil
    return hasil[-1]


def _calon(gudang: Gudang, pelaku: Pelaku, perintah: Perintah, waktu: datetime) -> CalonSnapshot | None:
    """What an approval would freeze, made before the write lock; None when it freezes nothing or is refused as yet."""
    if perintah.aksi not in SETUJU:
        return None
    try:
        with gudang.lihat() as tx:
            siap = siapkan_pindah(tx, pelaku, perintah, waktu)
    except (Ditolak, Ulangan):
        return None
    return siapkan_calon(gudang, _persetujuan(siap, siap.kini.revisi), siap.bawaan.fakta)


def _ambil_fakta(penanya: PenanyaBeku, objek: Objek) -> FaktaPeriode:
    return ambil_fakta(penanya, objek.kode_pd, Periode(objek.tahun, objek.triwulan))


def _terapkan_sekali(
    tx: Transaksi, pelaku: Pelaku, perintah: Perintah, waktu: datetime, calon: CalonSnapshot | None
) -> HasilPerintah:
    """One of several: what was done before is done, and does not keep the others from being done."""
    try:
        return terapkan_dalam(tx, pelaku, perintah, waktu, calon)
    except Ulangan as ulangan:
        return ulangan.hasil


def tolak(gudang: Gudang, pelaku: Pelaku, ditolak: Ditolak, waktu: datetime) -> HasilPerintah:
    """Put a refusal on record and answer it."""
    with gudang.transaksi(peristiwa_tolak(pelaku, ditolak, waktu)) as tx:
        kedudukan = baca_kedudukan(tx, ditolak.perintah.objek)
    return HasilPerintah(ditolak.status, ditolak.pesan, kedudukan)


def peristiwa_tolak(pelaku: Pelaku, ditolak: Ditolak, waktu: datetime) -> Peristiwa:
    """The log entry of a refusal."""
    perintah = ditolak.perintah
    return Peristiwa(
        perintah.objek.kode_pd,
        pelaku.nama,
        f"tolak:{perintah.aksi}",
        perintah.objek.id,
        {"sebab": ditolak.sebab, "versi": perintah.versi, **pelaku.tambahan},
        waktu,
        akun=pelaku.id_akun,
        mengubah=False,
    )


def terapkan_dalam(
    tx: Transaksi, pelaku: Pelaku, perintah: Perintah, waktu: datetime, calon: CalonSnapshot | None = None
) -> HasilPerintah:
    """Apply a row inside a transaction that writes more; `calon` is what an approval freezes, if it was prepared.

    Raises Ditolak or Ulangan, and then nothing may be committed.
    """
    return pindahkan(tx, siapkan_pindah(tx, pelaku, perintah, waktu), calon)


def siapkan_pindah(tx: Transaksi, pelaku: Pelaku, perintah: Perintah, waktu: datetime) -> SiapPindah:
    """Hold a command against its row and against where its document stands; nothing is written.

    Raises Ditolak or Ulangan.
    """
    langkah = MENURUT_AKSI.get(perintah.aksi)
    if langkah is None or langkah.dokumen != perintah.objek.dokumen:
        raise Ditolak(perintah, "ditolak", "Tindakan ini tidak ada pada SOP.", "aksi")
    if not dikenal(tx, perintah.objek):
        raise Ditolak(perintah, "ditolak", "Dokumen ini tidak ada pada kantor ini.", "objek")
    tugas = _jaga_peran(tx, pelaku, perintah, langkah, waktu)
    kini = baca_kedudukan(tx, perintah.objek)
    if kini.versi != perintah.versi:
        _jaga_ulangan(tx, pelaku, perintah, kini)
        _tolak_bentrok(tx, perintah, pelaku)
    if kini.keadaan not in langkah.dari:
        pesan = f"{perintah.objek.sebutan} {kini.nama}; {langkah.nama.lower()} tidak dapat dilakukan dari situ."
        raise Ditolak(perintah, "ditolak", pesan, "keadaan")
    bawaan = _Bawaan(tx, pelaku, perintah, waktu)
    _jaga_bawaan(bawaan, langkah)
    rangkap = _jaga_rangkap(tx, pelaku, perintah, langkah, kini, waktu)
    return SiapPindah(bawaan, pelaku, tugas, perintah, langkah, kini, rangkap, waktu)


@dataclass(frozen=True)
class _Bawaan:
    """What a move is asked for: who brings it, what with, when, and what the figures rest on, read once."""

    tx: Transaksi
    pelaku: Pelaku
    perintah: Perintah
    waktu: datetime

    @property
    def hari(self) -> date:
        return self.waktu.date()

    @cached_property
    def fakta(self) -> FaktaPeriode:
        return _ambil_fakta(self.tx, self.perintah.objek)

    @cached_property
    def diperiksa(self) -> KirimanDiperiksa:
        return baca_diperiksa(self.tx, self.perintah.objek, self.pelaku.id_akun)


@dataclass(frozen=True)
class SiapPindah:
    """A command that its row allows from where its document stands, in the transaction that asked."""

    bawaan: _Bawaan
    pelaku: Pelaku
    tugas: Tugas
    perintah: Perintah
    langkah: Langkah
    kini: Kedudukan
    rangkap: bool
    waktu: datetime


def _jaga_peran(tx: Transaksi, pelaku: Pelaku, perintah: Perintah, langkah: Langkah, waktu: datetime) -> Tugas:
    objek = perintah.objek
    tugas = cari_tugas(baca_tugas(tx, pelaku, waktu.date()), langkah.aksi, objek)
    if tugas is None:
        siapa = sebut_peran(langkah.aksi, " atau ")
        unit = " unit itu" if objek.kode_unit and any(map(menurut_unit, langkah.oleh)) else ""
        raise Ditolak(perintah, "ditolak", f"{langkah.nama} hanya dapat dilakukan oleh {siapa}{unit}.", "peran")
    return tugas


def _jaga_bawaan(bawaan: _Bawaan, langkah: Langkah) -> None:
    """What the row asks for is there, and no paper that it does not ask for."""
    perintah = bawaan.perintah
    if langkah.wajib_catatan and alasan_sah(perintah.catatan) is None:
        raise Ditolak(perintah, "ditolak", f"{langkah.nama} memerlukan alasan.", "catatan")
    if "sandi" in langkah.kelengkapan or langkah.memeriksa:
        _jaga_titipan(bawaan)
    if "sandi" in langkah.kelengkapan:
        _jaga_tebakan(bawaan)
    for syarat in langkah.kelengkapan:
        kurang = _SYARAT[syarat](bawaan)
        if kurang is not None:
            raise Ditolak(perintah, "ditolak", kurang, syarat)
    if perintah.kertas is not None and not langkah.kertas:
        raise Ditolak(perintah, "ditolak", f"{langkah.nama} tidak memakai lembar bertanda tangan.", "kertas")


def _jaga_ulangan(tx: Transaksi, pelaku: Pelaku, perintah: Perintah, kini: Kedudukan) -> None:
    """The same person gave the same command, with the same reason and sheet, from the same versi before."""
    lembar = None if perintah.kertas is None else perintah.kertas.pindaian.sha256
    ulangan = (perintah.kunci, pelaku.id_akun, alasan_sah(perintah.catatan), lembar)
    for perpindahan in tx.kueri("perpindahan_objek", objek=perintah.objek.id):
        if (perpindahan["kunci"], perpindahan["akun"], perpindahan["catatan"], perpindahan["sha256_kertas"]) == ulangan:
            raise Ulangan(HasilPerintah("berhasil", f"Sudah tercatat. {perintah.objek.sebutan}: {kini.nama}.", kini))


def _tolak_bentrok(tx: Transaksi, perintah: Perintah, pelaku: Pelaku) -> None:
    """Somebody moved the document, or what it is made of, since it was seen: say who and what."""
    objek = perintah.objek
    riwayat = [
        perpindahan
        for perpindahan in _riwayat(tx, objek)
        if perpindahan["objek"] == objek.id or _mengubah_bahan(perpindahan["aksi"])
    ]
    if not riwayat:
        pesan = f"{objek.sebutan} berubah sejak halaman ini dibuka. Muat ulang, lalu periksa lagi."
        raise Ditolak(perintah, "bentrok", pesan, "versi")
    akhir = riwayat[-1]
    siapa = "Anda sendiri" if akhir["akun"] == pelaku.id_akun else f"{akhir['oleh']} ({akhir['sebagai']})"
    apa = MENURUT_AKSI[akhir["aksi"]].nama.lower()
    unit = f" {akhir['kode_unit']}" if akhir["objek"] != objek.id else ""
    pesan = (
        f"{objek.sebutan} sudah berubah: {apa}{unit} oleh {siapa}, {tulis_waktu(akhir['waktu'])}. "
        "Muat ulang, lalu periksa lagi."
    )
    raise Ditolak(perintah, "bentrok", pesan, "versi")


def _riwayat(tx: Transaksi, objek: Objek) -> list[dict[str, Any]]:
    """Every move of a document, oldest first; of a kompilasi also those of the units that it is made of."""
    if objek.dokumen != "kompilasi":
        return tx.kueri("perpindahan_objek", objek=objek.id)
    return tx.kueri("perpindahan_periode", kode_pd=objek.kode_pd, tahun=objek.tahun, triwulan=objek.triwulan)


def _mengubah_bahan(aksi: str) -> bool:
    """Whether this move of a unit changes what a kompilasi is made of, which only an open one allows."""
    return "kompilasi_terbuka" in MENURUT_AKSI[aksi].kelengkapan


def _jaga_rangkap(
    tx: Transaksi, pelaku: Pelaku, perintah: Perintah, langkah: Langkah, kini: Kedudukan, waktu: datetime
) -> bool:
    """Whether somebody checks his own work here; refused unless the office is set to flag it."""
    if not langkah.memeriksa:
        return False
    sendiri = [
        perpindahan["aksi"]
        for perpindahan in _yang_diperiksa(tx, langkah, kini)
        if perpindahan["akun"] == pelaku.id_akun
    ]
    if not sendiri:
        return False
    if nilai_pengaturan(tx, "pemeriksa_sendiri", waktu.date()) != "tandai":
        apa = MENURUT_AKSI[sendiri[0]].nama.lower()
        pesan = f'Anda sendiri yang melakukan "{apa}"; pemeriksaannya harus oleh orang lain.'
        raise Ditolak(perintah, "ditolak", pesan, "rangkap")
    return True


def _yang_diperiksa(tx: Transaksi, langkah: Langkah, kini: Kedudukan) -> list[dict[str, Any]]:
    """The moves that this one checks and that still count: the last into a keadaan, and every one that stays in it.

    A correction counts in a later revisi too, because it stays in force.
    """
    hasil: dict[Any, dict[str, Any]] = {}
    for perpindahan in _riwayat(tx, kini.objek):
        if perpindahan["aksi"] not in langkah.memeriksa:
            continue
        baris = MENURUT_AKSI[perpindahan["aksi"]]
        tetap = baris.ke in baris.dari
        if tetap or perpindahan["objek"] != kini.objek.id or perpindahan["revisi"] == kini.revisi:
            hasil[perpindahan["nomor"] if tetap else (perpindahan["objek"], baris.ke)] = perpindahan
    return list(hasil.values())


def pindahkan(tx: Transaksi, siap: SiapPindah, calon: CalonSnapshot | None = None) -> HasilPerintah:
    """Move the document, with what comes along, and log it; `calon` is what an approval freezes, if it was prepared."""
    perintah, langkah, kini, waktu = siap.perintah, siap.langkah, siap.kini, siap.waktu
    objek = perintah.objek
    revisi = kini.revisi + 1 if langkah.revisi_baru else kini.revisi
    if kini.versi == 0:
        awal = {"keadaan": langkah.ke, "revisi": revisi, "versi": 1, "sejak": waktu}
        tx.tambah("alur", [{**objek.letak, **awal}])
    else:
        pindah = {"keadaan": langkah.ke, "revisi": revisi, "sejak": waktu, "versi": kini.versi}
        if not tx.kueri("alur_pindah", **objek.letak, **pindah):
            _tolak_bentrok(tx, perintah, siap.pelaku)
    if _mengubah_bahan(perintah.aksi):
        tx.kueri("alur_sentuh", kode_pd=objek.kode_pd, tahun=objek.tahun, triwulan=objek.triwulan)
    simpan_lampiran(tx, perintah, siap.pelaku.nama, waktu)
    ikut = dict(perintah.kerja(tx)) if perintah.kerja is not None else {}
    beku = langkah.aksi in SETUJU
    snapshot = bekukan(tx, _persetujuan(siap, revisi), siap.bawaan.fakta, calon) if beku else None
    tx.catat(_peristiwa(siap, revisi, ikut, snapshot))
    kedudukan = Kedudukan(objek, langkah.ke, revisi, kini.versi + 1, waktu)
    return HasilPerintah("berhasil", f"{objek.sebutan}: {kedudukan.nama}.", kedudukan)


def _persetujuan(siap: SiapPindah, revisi: int) -> Persetujuan:
    perintah, pelaku = siap.perintah, siap.pelaku
    setuju = {
        "oleh": pelaku.nama,
        "akun": pelaku.id_akun,
        "sebagai": siap.tugas.sebutan,
        "rangkap": siap.rangkap,
        "catatan": alasan_sah(perintah.catatan),
        "kertas": _rincian_kertas(perintah),
    }
    return Persetujuan(perintah.objek, revisi, perintah.aksi, siap.waktu, setuju)


def _rincian_kertas(perintah: Perintah) -> dict[str, Any] | None:
    kertas = perintah.kertas
    if kertas is None:
        return None
    nomor = sebaris(kertas.nomor)
    return {"nomor": nomor, "tanggal": kertas.tanggal, "sha256": kertas.pindaian.sha256}


def _peristiwa(siap: SiapPindah, revisi: int, ikut: Mapping[str, Any], snapshot: Mapping[str, str] | None) -> Peristiwa:
    perintah, langkah, pelaku = siap.perintah, siap.langkah, siap.pelaku
    objek = perintah.objek
    tetap: dict[str, Any] = {
        **{nama: nilai for nama, nilai in objek.letak.items() if nama != "kode_pd"},
        "langkah": langkah.nomor,
        "dari": siap.kini.keadaan,
        "ke": langkah.ke,
        "revisi": revisi,
        "catatan": alasan_sah(perintah.catatan),
        "tugas": siap.tugas.id_penugasan,
        **pelaku.tambahan,
    }
    if siap.rangkap:
        tetap["rangkap"] = True
    if perintah.pernyataan:
        tetap["pernyataan"] = True
    if perintah.kertas is not None:
        tetap["kertas"] = _rincian_kertas(perintah)
    if snapshot is not None:
        tetap["snapshot"] = dict(snapshot)
    if "daftar_periksa" in siap.langkah.kelengkapan:
        tetap["daftar_periksa"] = baca_isian(perintah.daftar_periksa, siap.waktu.date())
    if "baris_dilihat" in siap.langkah.kelengkapan and siap.bawaan.diperiksa.baris:
        tetap["diperiksa"] = catat_diperiksa(siap.bawaan.diperiksa)
    if ganda := sorted({*tetap, *_MILIK_PERPINDAHAN} & set(ikut)):
        raise ValueError(f"what comes with {perintah.aksi} cannot be called {ganda}: the move itself says that")
    return Peristiwa(
        objek.kode_pd,
        pelaku.nama,
        f"alur:{perintah.aksi}",
        objek.id,
        {**tetap, **ikut},
        siap.waktu,
        perintah.kunci,
        akun=pelaku.id_akun,
        sebagai=siap.tugas.sebutan,
    )


def simpan_lampiran(tx: Transaksi, perintah: Perintah, oleh: str, waktu: datetime) -> None:
    """Keep the papers of a move: bytes by content, and what they belong to."""
    kertas = () if perintah.kertas is None else (perintah.kertas.pindaian,)
    for nomor, lampiran in enumerate((*kertas, *perintah.berkas), 1):
        if not tx.kueri("berkas_ada", sha256=lampiran.sha256):
            tx.tambah("berkas", [{"sha256": lampiran.sha256, "isi": lampiran.isi, "ukuran": len(lampiran.isi)}])
        baris = {
            "kode_pd": perintah.objek.kode_pd,
            "id_lampiran": f"{perintah.kunci}:{nomor}",
            "objek": perintah.objek.id,
            "aksi": perintah.aksi,
            "sha256": lampiran.sha256,
            "nama_berkas": lampiran.nama,
            "jenis": lampiran.jenis,
            "ukuran": len(lampiran.isi),
            "oleh": oleh,
            "diunggah_pada": waktu,
        }
        tx.tambah("lampiran", [baris])


_TEBAKAN_TERBANYAK: Final = 5
"""Passwords that may be wrong one after another at a move before one has to wait."""
_JEDA_TEBAKAN: Final = timedelta(minutes=15)
Syarat = Callable[[_Bawaan], str | None]


def _kurang(syarat: JenisKelengkapan) -> str:
    return f"Belum ada {ARTI_KELENGKAPAN[syarat]}."


def _pernyataan(bawaan: _Bawaan) -> str | None:
    return None if bawaan.perintah.pernyataan else _kurang("pernyataan_validasi")


def _kiriman(bawaan: _Bawaan) -> str | None:
    return None if bawaan.perintah.kerja is not None else _kurang("kiriman")


def _kompilasi_terbuka(bawaan: _Bawaan) -> str | None:
    objek = bawaan.perintah.objek
    return kompilasi_tertutup(bawaan.tx, objek.kode_pd, Periode(objek.tahun, objek.triwulan))


def kompilasi_tertutup(penanya: Penanya, kode_pd: str, periode: Periode) -> str | None:
    """Why data of the units cannot change in this periode now, None while they can."""
    kini = baca_kedudukan(penanya, Objek.kompilasi(kode_pd, periode))
    if kini.keadaan in ("belum_diolah", "dikembalikan"):
        return None
    return (
        f"Kompilasi {periode.nama} {kini.nama}; data unit tidak dapat berubah sebelum "
        "kompilasi dikembalikan atau periode dibuka kembali oleh Camat."
    )


def _ada_terverifikasi(bawaan: _Bawaan) -> str | None:
    objek = bawaan.perintah.objek
    letak = {"kode_pd": objek.kode_pd, "tahun": objek.tahun, "triwulan": objek.triwulan}
    ada = any(unit["keadaan"] == "terverifikasi" for unit in bawaan.tx.kueri("pengumpulan_periode", **letak))
    return None if ada else _kurang("ada_terverifikasi")


def _sebut_yang_belum(bawaan: _Bawaan) -> str | None:
    objek = bawaan.perintah.objek
    belum = unit_belum(bawaan.tx, objek.kode_pd, Periode(objek.tahun, objek.triwulan))
    if not belum or alasan_sah(bawaan.perintah.catatan) is not None:
        return None
    return f"Belum terverifikasi: {', '.join(belum.values())}. Tulis catatan mengapa kompilasi tetap diolah."


def _sandi(bawaan: _Bawaan) -> str | None:
    id_akun = bawaan.pelaku.id_akun
    baris = bawaan.tx.kueri("akun_sandi", id_akun=id_akun)
    if baris and baris[0]["contoh"] and baris[0]["sandi"] is None:
        # Accounts of the sample office have no password; they cannot exist beside real data.
        return None
    return None if cocok(bawaan.tx, id_akun, bawaan.perintah.sandi) else "Kata sandi tidak cocok."


def _jaga_tebakan(bawaan: _Bawaan) -> None:
    """Whoever sits at an open screen cannot try passwords until one fits."""
    bersandi = [langkah.aksi for langkah in MENURUT_AKSI.values() if "sandi" in langkah.kelengkapan]
    akun, sejak = bawaan.pelaku.id_akun, bawaan.waktu - _JEDA_TEBAKAN
    gagal = bawaan.tx.kueri("sandi_ditolak", akun=akun, sejak=sejak, bersandi=bersandi)[0]["banyak"]
    if gagal >= _TEBAKAN_TERBANYAK:
        menit = int(_JEDA_TEBAKAN.total_seconds() // 60)
        pesan = f"Kata sandi {gagal} kali tidak cocok. Coba lagi sesudah {menit} menit, atau minta sandi baru."
        raise Ditolak(bawaan.perintah, "ditolak", pesan, "tebakan")


def _jaga_titipan(bawaan: _Bawaan) -> None:
    """Nobody checks or approves with a password that somebody else knows."""
    titipan = baca_titipan(bawaan.tx, bawaan.pelaku.id_akun)
    if titipan is not None and titipan.diketahui:
        pesan = f"{titipan.kalimat} Ganti dahulu dengan kata sandi Anda sendiri pada halaman Kata sandi."
        raise Ditolak(bawaan.perintah, "ditolak", pesan, "sandi_titipan")


def _yang_dilihat(bawaan: _Bawaan) -> str | None:
    if bawaan.fakta.sidik == bawaan.perintah.sidik_dilihat:
        return None
    return (
        "Angka, aturan, pengaturan, atau nama pejabat berubah sejak halaman ini dibuka. Muat ulang, lalu periksa lagi "
        "sebelum menyetujui."
    )


def _kertas(bawaan: _Bawaan) -> str | None:
    kertas = bawaan.perintah.kertas
    if kertas is None or not terbaca(kertas.nomor) or not kertas.pindaian.isi:
        return _kurang("kertas")
    return "Tanggal pada lembar bertanda tangan itu belum tiba." if kertas.tanggal > bawaan.hari else None


def _daftar_periksa(bawaan: _Bawaan) -> str | None:
    daftar = bawaan.perintah.daftar_periksa
    isian = baca_isian(daftar, bawaan.hari) if daftar else _kurang("daftar_periksa")
    return isian if isinstance(isian, str) else None


def _baris_dilihat(bawaan: _Bawaan) -> str | None:
    return bawaan.perintah.kepastian.kekurangan(bawaan.diperiksa)


def _berkas(bawaan: _Bawaan) -> str | None:
    berkas = bawaan.perintah.berkas
    return None if berkas and all(lampiran.isi for lampiran in berkas) else _kurang("berkas")


def _triwulan_iv(bawaan: _Bawaan) -> str | None:
    objek = bawaan.perintah.objek
    kini = baca_kedudukan(bawaan.tx, Objek.kompilasi(objek.kode_pd, Periode(objek.tahun, 4)))
    return None if kini.keadaan in ("disetujui", "terinput") else _kurang("triwulan_iv_disetujui")


_SYARAT: Final[Mapping[JenisKelengkapan, Syarat]] = {
    "pernyataan_validasi": _pernyataan,
    "kiriman": _kiriman,
    "kompilasi_terbuka": _kompilasi_terbuka,
    "ada_terverifikasi": _ada_terverifikasi,
    "sebut_yang_belum": _sebut_yang_belum,
    "sandi": _sandi,
    "yang_dilihat": _yang_dilihat,
    "kertas": _kertas,
    "daftar_periksa": _daftar_periksa,
    "berkas": _berkas,
    "baris_dilihat": _baris_dilihat,
    "triwulan_iv_disetujui": _triwulan_iv,
}
