"""What can a script do? The same work as the pages, as commands. `python -m analytics --help`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated, Any, Final

import typer

from analytics import konsol
from analytics.akun import konsol as baris_akun
from analytics.akun.pengguna import cari_pelaku
from analytics.alur.dilihat import Kepastian, baca_diperiksa, tegaskan_semua
from analytics.alur.kirim import impor_rencana
from analytics.alur.perintah import HasilPerintah, Perintah, terapkan
from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Capaian
from analytics.aturan.periode import NAMA_KEADAAN, TERISI, KeadaanRealisasi, Periode
from analytics.beku.dokumen_disetujui import ambil_dokumen
from analytics.beku.snapshot import SnapshotRusak
from analytics.beku.sumber import SumberAngka, sumber_angka
from analytics.borongan import HasilTerima, JalurSalah, PenerimaBerkas, kesimpulan, kumpulkan
from analytics.bukti_asli import konsol as baris_alur
from analytics.cadangan import konsol as baris_cadangan
from analytics.cadangan.pembaruan import buka_terbaru, kabar_pembaruan
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.lingkup import periode_awal
from analytics.formulir import MENURUT_KODE, evaluasi_semua
from analytics.formulir.entri import Formulir
from analytics.formulir.kata import rangkai
from analytics.hitung import BarisHitung, TabelTidakDikenal, hitung_tabel
from analytics.lembar.bentuk.bahan import Ingatan
from analytics.lembar.bentuk.susun import susun_format
from analytics.rencana.konsol import CARA_JAWAB, tulis_impor, tulis_temuan, urai_jawaban
from analytics.rencana.lembar.susun import susun_templat
from analytics.sistem import GUDANG_CONTOH, siapkan_proses, waktu_kini
from analytics.sop.izin import TidakBerhak
from analytics.sop.langkah import LANGKAH, Langkah
from analytics.sop.objek import Objek, baca_kedudukan
from analytics.sop.peran import BARIS_PERINTAH, Pelaku
from data.gudang import Gudang

_CUKUP_KATA: Final = frozenset({"kompilasi_terbuka", "ada_terverifikasi", "sebut_yang_belum", "baris_dilihat"})
"""What a move may ask for and still be made here: nothing that needs a password, a paper, or eyes on the figures."""
DARI_SINI: Final = {
    langkah.aksi: langkah
    for langkah in LANGKAH
    if set(langkah.kelengkapan) <= _CUKUP_KATA and langkah.aksi != "koreksi"
}
"""The moves of the SOP that the command line can make."""

aplikasi = typer.Typer(
    help="Capaian dari baris perintah: rencana, format, langkah SOP, terima, evaluasi, ekspor, hitung.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@aplikasi.callback()
def mulai() -> None:
    """Before every command: stores are opened as the program opens them."""
    konsol.PEMBUKA.set(_buka)


def _buka(jalur: Path) -> tuple[Gudang, str | None]:
    toko = buka_terbaru(jalur, waktu_kini())
    return toko, kabar_pembaruan(toko)


aplikasi.add_typer(baris_akun.aplikasi, name="akun")
aplikasi.add_typer(baris_cadangan.aplikasi, name="cadangan")
aplikasi.add_typer(baris_alur.aplikasi_dokumen, name="dokumen")
aplikasi.add_typer(baris_alur.aplikasi_jejak, name="jejak")

OpsiTahun = Annotated[int | None, typer.Option("--tahun", help="Tahun; bawaan yang terakhir berisi.")]
OpsiTriwulan = Annotated[int | None, typer.Option("--triwulan", min=1, max=4, help="Triwulan 1-4.")]
OpsiUnit = Annotated[str | None, typer.Option("--unit", help="Kode unit; bawaan semua.")]
OpsiAlasan = Annotated[str | None, typer.Option("--alasan", help="Alasan menerima semua peringatan.")]
OpsiJawab = Annotated[list[str] | None, typer.Option("--jawab", help=CARA_JAWAB)]
OpsiKembalian = Annotated[
    Path | None, typer.Option("--kembalian", help="Folder tempat zip pengembalian ditulis, satu tiap berkas.")
]
OpsiAkun = Annotated[
    str | None, typer.Option("--akun", help="Nama akun yang bertindak; wajib bila gudang mempunyai akun.")
]
OpsiCatatan = Annotated[str, typer.Option("--catatan", help="Catatan atau alasan langkah SOP ini.")]
OpsiTegaskan = Annotated[
    bool,
    typer.Option(
        "--tegaskan",
        help="Verifikasi tanpa melihat barisnya, dan pastikan tiap tidak ada kejadian; keduanya dicatat.",
    ),
]


@aplikasi.command("templat")
def perintah_templat(keluaran: Annotated[Path, typer.Argument(help="Berkas xlsx yang ditulis.")]) -> None:
    """Tulis buku kerja rencana yang kosong untuk diisi."""
    konsol.simpan(keluaran, susun_templat().isi)
    konsol.tulis(f"Templat rencana ditulis ke {keluaran}.")


@aplikasi.command("impor")
def perintah_impor(
    berkas: Path,
    gudang: konsol.OpsiGudang = None,
    alasan: OpsiAlasan = None,
    jawab: OpsiJawab = None,
    akun: OpsiAkun = None,
    sebagai_json: konsol.OpsiJson = False,
) -> None:
    """Impor buku kerja rencana: pohon, indikator, target, pagu, riwayat."""
    try:
        jawaban = urai_jawaban(jawab or (), alasan)
    except ValueError as salah:
        konsol.salah_pakai(str(salah))
    with _gudang(gudang, baru=True) as toko:
        pelaku = _pelaku(toko, akun)
        try:
            putusan = impor_rencana(toko, pelaku, konsol.baca(berkas), berkas.name, waktu_kini(), jawaban)
        except TidakBerhak as tidak:
            konsol.tulis(str(tidak), galat=True)
            raise typer.Exit(konsol.DITOLAK) from None
    konsol.tampilkan(putusan, tulis_impor(putusan), sebagai_json=sebagai_json)
    konsol.keluar(berhasil=putusan.status not in {"ditolak", "perlu_alasan"})


@aplikasi.command("format")
def perintah_format(
    keluaran: Annotated[Path, typer.Argument(help="Folder tempat format ditulis.")],
    gudang: konsol.OpsiGudang = None,
    kantor: konsol.OpsiKantor = None,
    tahun: OpsiTahun = None,
    triwulan: OpsiTriwulan = None,
    unit: OpsiUnit = None,
    sebagai_json: konsol.OpsiJson = False,
) -> None:
    """Susun format data kinerja: satu buku kerja tiap unit untuk satu triwulan."""
    with _gudang(gudang) as toko:
        kode_pd = konsol.kantor(toko, kantor)
        periode = _periode(toko, kode_pd, tahun, triwulan)
        satuan = _unit(toko, kode_pd, unit)
        keluaran.mkdir(parents=True, exist_ok=True)
        ditulis, ingatan = [], Ingatan(toko)
        for kode in satuan:
            format_unit = susun_format(ingatan, kode_pd, kode, periode, waktu_kini())
            konsol.simpan(keluaran / format_unit.nama, format_unit.isi)
            ditulis.append(str(keluaran / format_unit.nama))
    konsol.tampilkan({"berkas": ditulis}, "\n".join(ditulis), sebagai_json=sebagai_json)


@aplikasi.command("terima")
def perintah_terima(
    berkas: Annotated[list[Path], typer.Argument(help="Berkas xlsx, atau folder: semua xlsx di dalamnya.")],
    gudang: konsol.OpsiGudang = None,
    kantor: konsol.OpsiKantor = None,
    alasan: OpsiAlasan = None,
    akun: OpsiAkun = None,
    catatan: OpsiCatatan = "",
    kembalian: OpsiKembalian = None,
    sebagai_json: konsol.OpsiJson = False,
) -> None:
    """Periksa dan terima satu atau banyak format yang sudah diisi; satu berkas buruk tidak mengganggu yang lain.

    --catatan menyebut bagaimana unit memvalidasi dan menyerahkan datanya.
    """
    semua = _kumpulkan(berkas)
    hasil: list[HasilTerima] = []
    with _gudang(gudang) as toko:
        kode_pd, pelaku = konsol.kantor(toko, kantor), _pelaku(toko, akun)
        _siapkan_folder(kembalian)
        with PenerimaBerkas(toko, kode_pd, pelaku, catatan, alasan, kembalian) as penerima:
            for masuk in penerima.terima(semua):
                hasil.append(masuk)
                if not sebagai_json:
                    konsol.tulis(("\n" if len(hasil) > 1 else "") + _tulis_putusan(masuk))
    tunggal = len(hasil) == 1 and not berkas[0].is_dir()
    if sebagai_json or not tunggal:
        konsol.tampilkan(hasil[0] if tunggal else hasil, f"\n{kesimpulan(hasil)}", sebagai_json=sebagai_json)
    konsol.keluar(berhasil=all(masuk.selesai for masuk in hasil))


@aplikasi.command("alur")
def perintah_alur(
    aksi: Annotated[str, typer.Argument(help=f"Langkah SOP: {', '.join(DARI_SINI)}.")],
    gudang: konsol.OpsiGudang = None,
    kantor: konsol.OpsiKantor = None,
    tahun: OpsiTahun = None,
    triwulan: OpsiTriwulan = None,
    unit: OpsiUnit = None,
    catatan: OpsiCatatan = "",
    akun: OpsiAkun = None,
    tegaskan: OpsiTegaskan = False,
    sebagai_json: konsol.OpsiJson = False,
) -> None:
    """Jalankan satu langkah SOP yang tidak memerlukan kertas atau kata sandi, untuk satu atau semua unit."""
    langkah = DARI_SINI.get(aksi)
    if langkah is None:
        konsol.salah_pakai(f"Langkah {aksi} tidak dapat dijalankan dari sini. Yang dapat: {', '.join(DARI_SINI)}.")
    hasil: list[HasilPerintah] = []
    with _gudang(gudang) as toko:
        kode_pd, pelaku = konsol.kantor(toko, kantor), _pelaku(toko, akun)
        periode = _periode(toko, kode_pd, tahun, triwulan)
        for objek in _objek(toko, kode_pd, langkah, periode, unit):
            diperiksa = baca_diperiksa(toko, objek, pelaku.id_akun)
            kepastian = tegaskan_semua(diperiksa) if tegaskan else Kepastian()
            perintah = Perintah(aksi, objek, baca_kedudukan(toko, objek).versi, catatan=catatan, kepastian=kepastian)
            hasil.append(terapkan(toko, pelaku, perintah, waktu_kini()))
    teks = "\n".join(f"{putusan.status}: {putusan.pesan}" for putusan in hasil)
    konsol.tampilkan(hasil, teks, sebagai_json=sebagai_json)
    konsol.keluar(berhasil=all(putusan.berhasil for putusan in hasil))


_FORMULIR: Final = tuple(MENURUT_KODE)


@contextmanager
def _angka(gudang: Gudang, kode_pd: str, periode: Periode) -> Iterator[SumberAngka]:
    """Where the figures of the periode come from; a snapshot that somebody changed is not shown."""
    try:
        with sumber_angka(gudang, kode_pd, periode) as sumber:
            yield sumber
    except SnapshotRusak as rusak:
        konsol.tulis(f"{rusak} Periksa dengan: python -m analytics jejak periksa", galat=True)
        raise typer.Exit(konsol.DITOLAK) from None


@aplikasi.command("evaluasi")
def perintah_evaluasi(
    jenis: Annotated[str, typer.Argument(help=f"{rangkai(_FORMULIR, ' atau ')}.")],
    gudang: konsol.OpsiGudang = None,
    kantor: konsol.OpsiKantor = None,
    tahun: OpsiTahun = None,
    triwulan: OpsiTriwulan = None,
    unit: OpsiUnit = None,
    sebagai_json: konsol.OpsiJson = False,
) -> None:
    """Tunjukkan capaian terhadap target untuk satu periode."""
    with _gudang(gudang) as toko:
        kode_pd = konsol.kantor(toko, kantor)
        periode = _periode(toko, kode_pd, tahun, triwulan)
        formulir = MENURUT_KODE.get(jenis)
        if formulir is None:
            konsol.salah_pakai(f"Evaluasi {jenis} tidak dikenal. Pilih {rangkai(_FORMULIR, ', atau ')}.")
        with _angka(toko, kode_pd, periode) as sumber:
            hasil = formulir.evaluasi(baca(sumber.gudang, kode_pd, periode), unit)
    konsol.tampilkan(hasil, _tulis_evaluasi(formulir, hasil), sebagai_json=sebagai_json)


@aplikasi.command("ekspor")
def perintah_ekspor(
    keluaran: Annotated[Path, typer.Argument(help="Berkas xlsx yang ditulis.")],
    gudang: konsol.OpsiGudang = None,
    kantor: konsol.OpsiKantor = None,
    tahun: OpsiTahun = None,
    triwulan: OpsiTriwulan = None,
    sebagai_json: konsol.OpsiJson = False,
) -> None:
    """Tulis buku kerja kompilasi satu periode."""
    with _gudang(gudang) as toko:
        kode_pd = konsol.kantor(toko, kantor)
        periode = _periode(toko, kode_pd, tahun, triwulan)
        with _angka(toko, kode_pd, periode) as sumber:
            dokumen = None if sumber.snapshot is None else ambil_dokumen(toko, sumber.snapshot)
            isi = dokumen.isi if dokumen else susun_kompilasi(evaluasi_semua(sumber.gudang, kode_pd, periode))
    konsol.simpan(keluaran, isi)
    pesan = f"Kompilasi {periode.nama} ditulis ke {keluaran}."
    jawaban: dict[str, Any] = {"berkas": str(keluaran), "periode": periode}
    if dokumen is not None:
        pesan = f"{pesan} {dokumen.kalimat}"
        jawaban |= {"disusun_ulang": dokumen.sha256 is None, "sha256": dokumen.sha256}
    konsol.tampilkan(jawaban, pesan, sebagai_json=sebagai_json)


@aplikasi.command("hitung")
def perintah_hitung(berkas: Path, sebagai_json: konsol.OpsiJson = False) -> None:
    """Hitung ulang capaian sebuah tabel (CSV atau xlsx) dan sebutkan kelas angka tercetaknya."""
    try:
        hasil = hitung_tabel(konsol.baca(berkas), berkas.name)
    except TabelTidakDikenal as galat:
        baris = [str(galat), *map(tulis_temuan, galat.temuan)]
        konsol.tampilkan({"galat": str(galat), "temuan": galat.temuan}, "\n".join(baris), sebagai_json=sebagai_json)
        raise typer.Exit(konsol.DITOLAK) from None
    konsol.tampilkan(hasil, "\n".join(map(_tulis_hitung, hasil)), sebagai_json=sebagai_json)


@contextmanager
def _gudang(jalur: Path | None, *, baru: bool = False) -> Iterator[Gudang]:
    """The open store; that of the sample office is made where it is not there yet."""
    berkas = konsol.tujuan(jalur)
    if berkas == GUDANG_CONTOH and not berkas.exists():
        from analytics.contoh.semai import buat_contoh  # noqa: PLC0415 - the sample office is read where it is made

        buat_contoh(berkas)
    with konsol.gudang(jalur, baru=baru) as toko:
        yield toko


def _pelaku(gudang: Gudang, nama_akun: str | None) -> Pelaku:
    """Who acts: the named account; without one only in a store that has no account at all."""
    if nama_akun is None:
        if gudang.kueri("akun_ada"):
            konsol.salah_pakai("Gudang ini mempunyai akun. Sebutkan --akun: siapa yang bertindak dicatat pada jejak.")
        return BARIS_PERINTAH
    pelaku = cari_pelaku(gudang, nama_akun, BARIS_PERINTAH.nama)
    if pelaku is None:
        konsol.salah_pakai(f"Akun {nama_akun} tidak dikenal pada gudang ini.")
    return pelaku


def _objek(gudang: Gudang, kode_pd: str, langkah: Langkah, periode: Periode, unit: str | None) -> list[Objek]:
    """The documents that a move is about: one of the office, or that of one or every unit."""
    if langkah.dokumen == "laporan":
        return [Objek.laporan(kode_pd, periode.tahun)]
    if langkah.dokumen == "kompilasi":
        return [Objek.kompilasi(kode_pd, periode)]
    return [Objek.pengumpulan(kode_pd, periode, kode_unit) for kode_unit in _unit(gudang, kode_pd, unit)]


def _unit(gudang: Gudang, kode_pd: str, unit: str | None) -> list[str]:
    """The unit that was named, or all of them."""
    dikenal = [str(baris["kode_unit"]) for baris in gudang.kueri("unit", kode_pd=kode_pd)]
    if unit is not None and unit not in dikenal:
        konsol.salah_pakai(f"Unit {unit} tidak dikenal. Yang ada: {', '.join(dikenal)}.")
    return [unit] if unit else dikenal


def _periode(gudang: Gudang, kode_pd: str, tahun: int | None, triwulan: int | None) -> Periode:
    awal = periode_awal(gudang, kode_pd)
    if awal is None:
        if tahun is None or triwulan is None:
            konsol.salah_pakai("Belum ada Renja. Sebutkan --tahun dan --triwulan.")
        return Periode(tahun, triwulan)
    return Periode(tahun or awal.tahun, triwulan or awal.triwulan)


def _kumpulkan(jalur: list[Path]) -> tuple[Path, ...]:
    try:
        return kumpulkan(jalur)
    except JalurSalah as salah:
        konsol.salah_pakai(str(salah))


def _siapkan_folder(folder: Path | None) -> None:
    """Make the folder and show that it can be written to, before anything is stored."""
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            return
    except OSError:
        konsol.salah_pakai(f"Folder {folder} tidak dapat ditulisi.")


def _tulis_putusan(hasil: HasilTerima) -> str:
    putusan = hasil.putusan
    baris = [f"{hasil.berkas}: {putusan.status}: {putusan.pesan}"]
    if putusan.kemajuan is not None:
        baris.append(f"  {putusan.kemajuan.kalimat}")
    baris += map(tulis_temuan, putusan.temuan)
    if hasil.kembalian is not None:
        baris.append(f"  Pengembalian ditulis ke {hasil.kembalian}.")
    return "\n".join(baris)


def _tulis_evaluasi(formulir: Formulir[Any], hasil: Any) -> str:
    keterangan = hasil.keterangan
    kepala = f"{keterangan.kantor.nama}, {keterangan.periode.nama}, {keterangan.status}"
    kini = formulir.angka(hasil).kini
    return "\n".join([kepala, *(f"{angka.nama}: {_tulis_capaian(angka.keadaan, angka.capaian)}" for angka in kini)])


def _tulis_capaian(keadaan: KeadaanRealisasi, capaian: Capaian) -> str:
    return NAMA_KEADAAN[keadaan] if keadaan != TERISI else capaian.cara_hitung or capaian.tulisan


def _tulis_hitung(baris: BarisHitung) -> str:
    nilai = baris.cara_hitung or (baris.alasan if baris.nilai is None else tulis_angka(baris.nilai, 2))
    cetak = f", tercetak {baris.tercetak}" if baris.tercetak else ""
    return f"baris {baris.nomor}: {baris.indikator}: {nilai}{cetak}: {baris.penjelasan} {baris.catatan}".rstrip()


if __name__ == "__main__":
    siapkan_proses()
    aplikasi(prog_name="python -m analytics")
