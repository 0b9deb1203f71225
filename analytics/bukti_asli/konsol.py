"""`python -m analytics dokumen …` and `jejak …`: prove a document and check the log from the command line.

`dokumen periksa` needs no store: the published snapshot, or the sidik from the archive register, is enough.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from analytics import konsol
from analytics.aturan.periode import Periode
from analytics.beku.snapshot import Snapshot, SnapshotRusak, baca_snapshot, daftar_snapshot, muat_snapshot
from analytics.bukti_asli.periksa_dokumen import TIDAK_DIPERIKSA, HasilDokumen, baca_bawaan, bandingkan
from analytics.bukti_asli.periksa_jejak import (
    TANPA_UJUNG,
    HasilJejak,
    baca_ujung,
    cadangan_tak_terbaca,
    periksa_jejak,
    tulis_ujung,
    ujung_cadangan,
)
from analytics.pembaca.baca import BukuTerbaca, baca_buku
from analytics.temuan.berkas_ditolak import temuan_berkas

aplikasi_dokumen = typer.Typer(help="Dokumen: buktikan sebuah berkas, terbitkan snapshot.", no_args_is_help=True)
aplikasi_jejak = typer.Typer(help="Jejak: periksa rantainya dan fakta yang disetujui.", no_args_is_help=True)


@aplikasi_dokumen.command("periksa")
def perintah_periksa(
    berkas: Annotated[Path, typer.Argument(help="Buku kerja xlsx yang diperiksa.")],
    snapshot: Annotated[Path | None, typer.Option("--snapshot", help="Snapshot yang diterbitkan.")] = None,
    sidik: Annotated[str | None, typer.Option("--sidik", help="Sidik snapshot pada register arsip.")] = None,
    sebagai_json: konsol.OpsiJson = False,
) -> None:
    """Sebutkan angka demi angka apakah sebuah berkas sama dengan yang disetujui; tanpa gudang."""
    if snapshot is None and sidik is None:
        konsol.salah_pakai("Sebutkan --snapshot S.json, --sidik dari register arsip, atau keduanya.")
    byte = konsol.baca(berkas)
    buku = baca_buku(byte)
    if not isinstance(buku, BukuTerbaca):
        konsol.gagal("\n".join(temuan.pesan for temuan in temuan_berkas(buku)))
    hasil = bandingkan(byte, buku, _pembanding(buku, snapshot, sidik))
    konsol.tampilkan(_json_dokumen(hasil), _teks_dokumen(hasil), sebagai_json=sebagai_json)
    konsol.keluar(berhasil=hasil.asli)


@aplikasi_dokumen.command("terbitkan")
def perintah_terbitkan(
    keluaran: Annotated[Path, typer.Argument(help="Berkas json yang ditulis.")],
    tahun: Annotated[int, typer.Option("--tahun", help="Tahun yang disetujui.")],
    triwulan: Annotated[int, typer.Option("--triwulan", min=1, max=4, help="Triwulan 1-4.")],
    gudang: konsol.OpsiGudang = None,
    kantor: konsol.OpsiKantor = None,
) -> None:
    """Tulis snapshot terakhir sebuah periode ke berkas; SHA-256 berkas itu adalah sidiknya."""
    with konsol.gudang(gudang) as toko:
        kode_pd = konsol.kantor(toko, kantor)
        semua = [
            snapshot for snapshot in daftar_snapshot(toko, kode_pd) if snapshot.periode == Periode(tahun, triwulan)
        ]
        if not semua:
            konsol.gagal(f"{Periode(tahun, triwulan).nama} belum pernah disetujui.")
        try:
            hasil = muat_snapshot(toko, kode_pd, semua[0].nomor)
        except SnapshotRusak as rusak:
            konsol.gagal(str(rusak))
    konsol.simpan(keluaran, hasil.mentah)
    konsol.tulis(f"Snapshot {hasil.nomor} ditulis ke {keluaran}. Sidik (SHA-256 berkas itu): {hasil.sidik}")


@aplikasi_jejak.command("periksa")
def perintah_jejak(
    gudang: konsol.OpsiGudang = None,
    ujung: Annotated[list[str] | None, typer.Option("--ujung", help="NOMOR:SIDIK dari dokumen atau cadangan.")] = None,
    sebagai_json: konsol.OpsiJson = False,
) -> None:
    """Periksa rantai jejak, snapshot, kedudukan dokumen, dan fakta yang disetujui, juga terhadap ujung cadangan."""
    tercatat = [baca_ujung(teks) for teks in ujung or ()]
    if None in tercatat:
        konsol.salah_pakai("--ujung ditulis NOMOR:SIDIK, seperti pada sampul dokumen yang disetujui.")
    with konsol.gudang(gudang) as toko:
        hasil = periksa_jejak(toko, [*(tip for tip in tercatat if tip is not None), *ujung_cadangan(toko)])
        for pesan in cadangan_tak_terbaca(toko):
            konsol.tulis(f"! {pesan} {TANPA_UJUNG}", galat=True)
    konsol.tampilkan(_json_jejak(hasil), _teks_jejak(hasil), sebagai_json=sebagai_json)
    konsol.keluar(berhasil=hasil.utuh)


def _pembanding(buku: BukuTerbaca, jalur: Path | None, sidik: str | None) -> Snapshot:
    """The snapshot to compare with: the published one, or the one in the file when it has the given sidik."""
    try:
        if jalur is not None:
            return baca_snapshot(konsol.baca(jalur), sidik)
        bawaan = baca_bawaan(buku)
        if bawaan is None or bawaan.snapshot is None:
            konsol.gagal("Berkas ini tidak membawa snapshot. Periksa dengan --snapshot S.json.")
        return baca_snapshot(bawaan.snapshot.mentah, sidik)
    except SnapshotRusak as rusak:
        konsol.gagal(str(rusak))


def _teks_dokumen(hasil: HasilDokumen) -> str:
    """The verdict, what was compared, alarms before notes, and what no check tells."""
    kepala = [hasil.putusan, f"Sidik snapshot: {hasil.sidik}", hasil.cakupan]
    beda = sorted(hasil.beda, key=lambda perbedaan: not perbedaan.berat)
    return "\n".join(
        [*kepala, *(f"  {'!' if perbedaan.berat else 'i'} {perbedaan.kalimat}" for perbedaan in beda), TIDAK_DIPERIKSA]
    )


def _json_dokumen(hasil: HasilDokumen) -> dict[str, Any]:
    beda = [{**{nama: getattr(perbedaan, nama) for nama in perbedaan.__dataclass_fields__}} for perbedaan in hasil.beda]
    return {
        "asli": hasil.asli,
        "putusan": hasil.putusan,
        "nomor": hasil.nomor,
        "sidik": hasil.sidik,
        "sel": hasil.sel,
        "angka": hasil.angka,
        "tanpa_hasil": hasil.tanpa_hasil,
        "tidak_diperiksa": TIDAK_DIPERIKSA,
        "beda": beda,
    }


def _teks_jejak(hasil: HasilJejak) -> str:
    kepala = [hasil.putusan, f"Ujung jejak: {tulis_ujung(hasil.ujung)}"]
    return "\n".join([*kepala, *(f"  ! {ingkar.pesan}" for ingkar in hasil.ingkar)])


def _json_jejak(hasil: HasilJejak) -> dict[str, Any]:
    return {
        "utuh": hasil.utuh,
        "putusan": hasil.putusan,
        "ujung": tulis_ujung(hasil.ujung),
        "peristiwa": hasil.peristiwa,
        "snapshot": hasil.snapshot,
        "fakta": hasil.fakta,
        "ingkar": [{nama: getattr(ingkar, nama) for nama in ingkar.__dataclass_fields__} for ingkar in hasil.ingkar],
    }
