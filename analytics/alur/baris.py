"""`python -m analytics dokumen …` and `jejak …`: prove a document and check the log from the command line.

`dokumen periksa` needs no store: the published snapshot, or the sidik from the archive register, is enough.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Final, NoReturn

import typer

from analytics.alur.jejak import HasilJejak, baca_ujung, periksa_jejak, tulis_ujung
from analytics.alur.snapshot import Snapshot, SnapshotRusak, baca_snapshot, daftar_snapshot, muat_snapshot
from analytics.alur.verifikasi_dokumen import HasilDokumen, baca_bawaan, bandingkan
from analytics.aturan.periode import Periode
from analytics.lembar.baca import Buku, baca_buku
from analytics.sistem import Gudang, GudangTerkunci, GudangTidakDikenal, buka_gudang, jalur_gudang

_DITOLAK: Final = 1
_SALAH_PAKAI: Final = 2

aplikasi_dokumen = typer.Typer(help="Dokumen: buktikan sebuah berkas, terbitkan snapshot.", no_args_is_help=True)
aplikasi_jejak = typer.Typer(help="Jejak: periksa rantainya dan fakta yang disetujui.", no_args_is_help=True)

OpsiGudang = Annotated[Path | None, typer.Option("--gudang", help="Berkas gudang; bawaan CAPAIAN_DATA.")]
OpsiKantor = Annotated[str | None, typer.Option("--kantor", help="Kode perangkat daerah, bila ada lebih dari satu.")]
OpsiJson = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")]


@aplikasi_dokumen.command("periksa")
def perintah_periksa(
    berkas: Annotated[Path, typer.Argument(help="Buku kerja xlsx yang diperiksa.")],
    snapshot: Annotated[Path | None, typer.Option("--snapshot", help="Snapshot yang diterbitkan.")] = None,
    sidik: Annotated[str | None, typer.Option("--sidik", help="Sidik snapshot pada register arsip.")] = None,
    sebagai_json: OpsiJson = False,
) -> None:
    """Sebutkan angka demi angka apakah sebuah berkas sama dengan yang disetujui; tanpa gudang."""
    if snapshot is None and sidik is None:
        _salah_pakai("Sebutkan --snapshot S.json, --sidik dari register arsip, atau keduanya.")
    isi = _baca(berkas)
    buku = baca_buku(isi)
    if not isinstance(buku, Buku):
        _gagal("\n".join(satu.pesan for satu in buku))
    hasil = bandingkan(isi, buku, _pembanding(buku, snapshot, sidik))
    _tulis(json.dumps(_json_dokumen(hasil), ensure_ascii=False, indent=2) if sebagai_json else _teks_dokumen(hasil))
    if not hasil.asli:
        raise typer.Exit(_DITOLAK)


@aplikasi_dokumen.command("terbitkan")
def perintah_terbitkan(
    keluaran: Annotated[Path, typer.Argument(help="Berkas json yang ditulis.")],
    tahun: Annotated[int, typer.Option("--tahun", help="Tahun yang disetujui.")],
    triwulan: Annotated[int, typer.Option("--triwulan", min=1, max=4, help="Triwulan 1-4.")],
    gudang: OpsiGudang = None,
    kantor: OpsiKantor = None,
) -> None:
    """Tulis snapshot terakhir sebuah periode ke berkas; SHA-256 berkas itu adalah sidiknya."""
    with _gudang(gudang) as toko:
        kode_pd = _kantor(toko, kantor)
        semua = [satu for satu in daftar_snapshot(toko, kode_pd) if satu.periode == Periode(tahun, triwulan)]
        if not semua:
            _gagal(f"{Periode(tahun, triwulan).nama} belum pernah disetujui.")
        try:
            hasil = muat_snapshot(toko, kode_pd, semua[0].nomor)
        except SnapshotRusak as rusak:
            _gagal(str(rusak))
    keluaran.write_bytes(hasil.mentah)
    _tulis(f"Snapshot {hasil.nomor} ditulis ke {keluaran}. Sidik (SHA-256 berkas itu): {hasil.sidik}")


@aplikasi_jejak.command("periksa")
def perintah_jejak(
    gudang: OpsiGudang = None,
    ujung: Annotated[list[str] | None, typer.Option("--ujung", help="NOMOR:SIDIK dari dokumen atau cadangan.")] = None,
    sebagai_json: OpsiJson = False,
) -> None:
    """Periksa rantai jejak, snapshot, kedudukan dokumen, dan fakta yang disetujui."""
    tercatat = [baca_ujung(satu) for satu in ujung or ()]
    if None in tercatat:
        _salah_pakai("--ujung ditulis NOMOR:SIDIK, seperti pada sampul dokumen yang disetujui.")
    with _gudang(gudang) as toko:
        hasil = periksa_jejak(toko, [satu for satu in tercatat if satu is not None])
    _tulis(json.dumps(_json_jejak(hasil), ensure_ascii=False, indent=2) if sebagai_json else _teks_jejak(hasil))
    if not hasil.utuh:
        raise typer.Exit(_DITOLAK)


def _pembanding(buku: Buku, jalur: Path | None, sidik: str | None) -> Snapshot:
    """The snapshot to compare with: the published one, or the one in the file when it has the given sidik."""
    try:
        if jalur is not None:
            return baca_snapshot(_baca(jalur), sidik)
        bawaan = baca_bawaan(buku)
        if bawaan is None or bawaan.snapshot is None:
            _gagal("Berkas ini tidak membawa snapshot. Periksa dengan --snapshot S.json.")
        return baca_snapshot(bawaan.snapshot.mentah, sidik)
    except SnapshotRusak as rusak:
        _gagal(str(rusak))


def _teks_dokumen(hasil: HasilDokumen) -> str:
    kepala = [hasil.putusan, f"Sidik snapshot: {hasil.sidik}", f"Dibandingkan: {hasil.sel} sel, {hasil.angka} angka."]
    return "\n".join([*kepala, *(f"  {'!' if satu.berat else 'i'} {satu.kalimat}" for satu in hasil.beda)])


def _json_dokumen(hasil: HasilDokumen) -> dict[str, Any]:
    beda = [{**{nama: getattr(satu, nama) for nama in satu.__dataclass_fields__}} for satu in hasil.beda]
    return {
        "asli": hasil.asli,
        "putusan": hasil.putusan,
        "nomor": hasil.nomor,
        "sidik": hasil.sidik,
        "sel": hasil.sel,
        "angka": hasil.angka,
        "beda": beda,
    }


def _teks_jejak(hasil: HasilJejak) -> str:
    kepala = [hasil.putusan, f"Ujung jejak: {tulis_ujung(hasil.ujung)}"]
    return "\n".join([*kepala, *(f"  ! {satu.pesan}" for satu in hasil.ingkar)])


def _json_jejak(hasil: HasilJejak) -> dict[str, Any]:
    return {
        "utuh": hasil.utuh,
        "putusan": hasil.putusan,
        "ujung": tulis_ujung(hasil.ujung),
        "peristiwa": hasil.peristiwa,
        "snapshot": hasil.snapshot,
        "fakta": hasil.fakta,
        "ingkar": [{nama: getattr(satu, nama) for nama in satu.__dataclass_fields__} for satu in hasil.ingkar],
    }


@contextmanager
def _gudang(jalur: Path | None) -> Iterator[Gudang]:
    tujuan = jalur or jalur_gudang(os.environ)
    if not tujuan.exists():
        _salah_pakai(f"Gudang {tujuan} tidak ada.")
    try:
        toko = buka_gudang(tujuan)
    except GudangTerkunci:
        _salah_pakai(f"Gudang {tujuan} sedang dibuka oleh aplikasi lain. Tutup dulu Capaian, lalu ulangi.")
    except GudangTidakDikenal:
        _salah_pakai(f"Berkas {tujuan} bukan gudang Capaian.")
    try:
        yield toko
    finally:
        toko.tutup()


def _kantor(gudang: Gudang, kode: str | None) -> str:
    ada = [str(satu["kode_pd"]) for satu in gudang.kueri("perangkat_daerah")]
    if kode is None and len(ada) == 1:
        return ada[0]
    if kode not in ada:
        _salah_pakai(f"Sebutkan --kantor. Yang ada: {', '.join(ada) or 'belum ada'}.")
    return kode


def _baca(berkas: Path) -> bytes:
    try:
        return berkas.read_bytes()
    except OSError:
        _salah_pakai(f"Berkas {berkas} tidak dapat dibuka.")


def _tulis(teks: str, *, galat: bool = False) -> None:
    typer.echo(teks, err=galat)


def _gagal(pesan: str) -> NoReturn:
    _tulis(pesan, galat=True)
    raise typer.Exit(_DITOLAK)


def _salah_pakai(pesan: str) -> NoReturn:
    _tulis(pesan, galat=True)
    raise typer.Exit(_SALAH_PAKAI)
