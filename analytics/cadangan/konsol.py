"""`python -m analytics cadangan …`: make, list, check and put back backups while Capaian is closed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analytics import konsol
from analytics.aturan.periode import tulis_waktu
from analytics.bukti_asli.periksa_jejak import tulis_ujung
from analytics.cadangan.buat import Cadangan, CadanganRusak, SalinanGagal, buat, semua_cadangan
from analytics.cadangan.uji import pulihkan, uji_cadangan
from analytics.penyimpanan import kalimat_gudang, kalimat_salinan
from analytics.sistem import GalatGudang, waktu_kini
from analytics.sop.peran import BARIS_PERINTAH
from data.cadangan import baca_cadangan, bersihkan_sisa

aplikasi = typer.Typer(help="Cadangan: buat, lihat, periksa, pulihkan.", no_args_is_help=True)

BerkasCadangan = Annotated[Path, typer.Argument(help="Berkas cadangan (zip).")]


@aplikasi.command("buat")
def perintah_buat(gudang: konsol.OpsiGudang = None) -> None:
    """Buat cadangan di folder cadangan di samping gudang. Selama Capaian terbuka, pakailah halaman Cadangan."""
    with konsol.gudang(gudang) as toko:
        if toko.folder_cadangan is not None:
            bersihkan_sisa(toko.folder_cadangan)
        try:
            hasil = buat(toko, BARIS_PERINTAH, waktu_kini())
        except SalinanGagal as gagal:
            konsol.gagal(f"Cadangan tidak dapat ditulis. {kalimat_salinan(gagal)}")
    konsol.tulis(f"Cadangan ditulis ke {hasil.berkas}. Ujung jejak: {tulis_ujung(hasil.ujung)}")


@aplikasi.command("daftar")
def perintah_daftar(gudang: konsol.OpsiGudang = None) -> None:
    """Tunjukkan semua cadangan di samping gudang, yang terbaru lebih dahulu."""
    with konsol.gudang(gudang) as toko:
        baik, rusak = semua_cadangan(toko)
    for cadangan in baik:
        konsol.tulis(
            f"{cadangan.berkas}: {tulis_waktu(cadangan.dibuat)}, oleh {cadangan.oleh}, {tulis_ujung(cadangan.ujung)}"
        )
    for pesan in rusak:
        konsol.tulis(f"! {pesan}")
    if not baik:
        konsol.tulis("Belum ada cadangan.")


@aplikasi.command("periksa")
def perintah_periksa(berkas: BerkasCadangan) -> None:
    """Buka salinan isi cadangan dan periksa jejak, snapshot, serta fakta yang disetujui."""
    try:
        cadangan = baca_cadangan(berkas)
        hasil = uji_cadangan(cadangan)
    except CadanganRusak as rusak:
        konsol.gagal(str(rusak))
    except SalinanGagal as gagal:
        konsol.salah_pakai(f"Cadangan itu tidak dapat diperiksa di komputer ini. {kalimat_salinan(gagal)}")
    konsol.tulis(
        "\n".join([f"{_sebut(cadangan)}. {hasil.putusan}", *(f"  ! {ingkar.pesan}" for ingkar in hasil.ingkar)])
    )
    konsol.keluar(berhasil=hasil.utuh)


@aplikasi.command("pulihkan")
def perintah_pulihkan(berkas: BerkasCadangan, gudang: konsol.OpsiGudang = None) -> None:
    """Kembalikan gudang dari cadangan yang utuh; gudang yang lama disimpan di sampingnya. Capaian harus ditutup."""
    tujuan = konsol.tujuan(gudang)
    try:
        hasil = pulihkan(berkas, tujuan, waktu_kini())
    except CadanganRusak as rusak:
        konsol.gagal(f"Tidak ada yang diubah. {rusak}")
    except SalinanGagal as gagal:
        konsol.gagal(f"Tidak ada yang diubah. {kalimat_salinan(gagal)}")
    except GalatGudang as galat:
        konsol.salah_pakai(kalimat_gudang(galat, tujuan))
    konsol.tulis(f"{_sebut(hasil.cadangan)} dipulihkan ke {tujuan}, dan terbuka di sana.")
    if hasil.lama is not None:
        konsol.tulis(f"Gudang yang lama disimpan sebagai {hasil.lama}.")
    for pengiring in hasil.pengiring:
        konsol.tulis(f"Berkas pengiring gudang yang lama disimpan sebagai {pengiring}.")
    for disisihkan in hasil.disisihkan:
        konsol.tulis(f"Cadangan yang lebih baru disisihkan: {disisihkan}")


def _sebut(cadangan: Cadangan) -> str:
    return f"Cadangan {tulis_waktu(cadangan.dibuat)} oleh {cadangan.oleh}"
