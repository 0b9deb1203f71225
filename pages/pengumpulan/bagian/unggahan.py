"""Uploads on the page: many files at once, each put on record by itself, and the list of what came in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.alur.kirim import Penyerahan, buka_unggahan, daftar_terlihat, halangan, kirim, unggah
from analytics.aturan.periode import Periode, tulis_waktu
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.lembar.catat.terima import PutusanKiriman
from analytics.lembar.catat.unggahan import RingkasUnggahan, Unggahan, isi_berkas
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import Sasaran
from analytics.sop.objek import Kedudukan, Objek
from pages.komponen import anak, sesi, tabel, tanya
from pages.komponen.ingatan import JawabanTersimpan, PenanyaIngat, versi
from pages.komponen.saring import Saringan, lupakan, pilih_daftar
from pages.komponen.teks import aman

_SESI: Final = "unggahan_sesi"
_TERTUNDA: Final = "unggahan_tertunda"
_KOLOM: Final = (
    Kolom("Berkas", lebar=34),
    Kolom("Unit", lebar=28),
    Kolom("Putusan", lebar=34),
    Kolom("Diunggah", lebar=24),
)
_TIDAK_ADA: Final = "tidak_ada"
_DIPERIKSA: Final = JawabanTersimpan(8)
_BANYAK: Final = 2
TANYA_TITIPAN: Final = "Bagaimana data divalidasi dan diterima (surel, kertas; wajib)"
_BERALASAN: Final = "menunggu dipastikan"
"""Each question that is left has a reason of the unit, which somebody confirms on the page."""
KATA: Final = (
    "diterima",
    "sudah pernah diterima",
    "siap diterima",
    _BERALASAN,
    "perlu alasan",
    "ditolak",
    "digantikan",
)
"""What can be said of an upload, best first."""
_NADA: Final = {"ditolak": "galat", "perlu alasan": "peringatan", _BERALASAN: "peringatan", "siap diterima": "info"}
"""What of that asks for attention, and how loudly."""


@dataclass(frozen=True)
class Masuk:
    """One file of this session: which periode it is for, and what became of it."""

    periode: Periode | None
    putusan: PutusanKiriman


def kotak(saring: Saringan) -> Sequence[UploadedFile]:
    """The box for workbooks, for who may upload some."""
    if not sesi.boleh("unggah", Sasaran(saring.kode_pd)):
        return ()
    return st.file_uploader(
        "Format data yang sudah diisi (.xlsx), boleh beberapa sekaligus",
        accept_multiple_files=True,
        max_upload_size=10,
        key="berkas_format",
    )


def terima_berkas(saring: Saringan, berkas: Sequence[UploadedFile]) -> list[Masuk]:
    """Put every new file on record, one after another, and say of each what became of it."""
    catatan = _sesi()
    baru = [diunggah for diunggah in berkas if diunggah.file_id not in catatan]
    if baru:
        kemajuan = st.progress(0.0, f"Memeriksa {len(baru)} berkas …")
        pemeriksa = PemeriksaBerkas(saring.gudang, saring.kode_pd, anak.pembaca())
        for nomor, diunggah in enumerate(baru, start=1):
            kemajuan.progress((nomor - 1) / len(baru), f"Memeriksa berkas {nomor} dari {len(baru)} …")
            catatan[diunggah.file_id] = _catat(saring.gudang, pemeriksa, diunggah)
        kemajuan.empty()
        _buka([catatan[diunggah.file_id] for diunggah in baru])
    return [catatan[diunggah.file_id] for diunggah in berkas]


def _buka(baru: Sequence[Masuk]) -> None:
    """Open what has just come in: its first file that still needs something, else its first."""
    lupakan("unggahan")
    urut = sorted(baru, key=lambda datang: datang.putusan.status == "sudah_ada")
    if urut[0].putusan.id_unggahan:
        st.query_params["unggahan"] = urut[0].putusan.id_unggahan


def _sesi() -> dict[str, Masuk]:
    datang: dict[str, Masuk] = st.session_state.setdefault(_SESI, {})
    return datang


def _catat(gudang: Gudang, pemeriksa: PemeriksaBerkas, berkas: UploadedFile) -> Masuk:
    byte = berkas.getvalue()
    kunci = f"unggah:{berkas.file_id}:{hashlib.sha256(byte).hexdigest()}"
    hasil = pemeriksa.periksa(byte, berkas.name)
    putusan = unggah(gudang, sesi.pelaku(), hasil, waktu_kini(), kunci)
    return Masuk(hasil.identitas.periode if hasil.identitas else None, putusan)


def kata(unggahan: RingkasUnggahan) -> str:
    """What stands about an upload that is on record: one of KATA."""
    if unggahan.keadaan != "diterima" and unggahan.nama_unit is not None and not unggahan.terbaru:
        return "digantikan"
    if unggahan.keadaan == "diterima" or unggahan.terhenti:
        return unggahan.keadaan
    if unggahan.terbuka and unggahan.terbuka == unggahan.menunggu:
        return _BERALASAN
    return "perlu alasan" if unggahan.terbuka else "siap diterima"


def kesimpulan(masuk: Sequence[Masuk], daftar_ini: Sequence[RingkasUnggahan]) -> str:
    """`4 berkas: 1 diterima, 1 siap diterima, 1 perlu alasan, 1 ditolak`."""
    tercatat = {unggahan.id_unggahan: kata(unggahan) for unggahan in daftar_ini}
    hitungan = Counter(
        "sudah pernah diterima"
        if datang.putusan.status == "sudah_ada"
        else tercatat.get(datang.putusan.id_unggahan or "", "ditolak")
        for datang in masuk
    )
    return f"{len(masuk)} berkas: " + ", ".join(
        f"{hitungan[sebutan]} {sebutan}" for sebutan in KATA if hitungan[sebutan]
    )


def daftar(saring: Saringan, masuk: Sequence[Masuk]) -> list[RingkasUnggahan]:
    """The uploads of this session first, then the other ones of the periode; what was overtaken comes last."""
    sini = [datang.putusan.id_unggahan for datang in masuk]
    periode = {saring.periode, *(datang.periode for datang in masuk if datang.periode is not None)}
    semua = {
        unggahan.id_unggahan: (periode_ini, unggahan)
        for periode_ini in periode
        for unggahan in daftar_terlihat(saring.penanya, sesi.pelaku(), saring.kode_pd, periode_ini, waktu_kini())
    }
    urut = dict.fromkeys(
        (
            *(nomor for nomor in sini if nomor in semua),
            *(nomor for nomor, (periode_ini, _) in semua.items() if periode_ini == saring.periode),
        )
    )
    return sorted((semua[nomor][1] for nomor in urut), key=lambda unggahan: kata(unggahan) == "digantikan")


def tampilkan_daftar(daftar_ini: Sequence[RingkasUnggahan], saring: Saringan) -> None:
    """The list as a table; a name leads to its findings."""
    baris = tuple(
        BarisTabel(
            (unggahan.nama_berkas, unggahan.nama_unit or "tidak dikenali", _putusan(unggahan), _waktu(unggahan)),
            _nada(unggahan),
            menuju=f"unggah?{urlencode({**saring.alamat, 'unggahan': unggahan.id_unggahan})}",
        )
        for unggahan in daftar_ini
    )
    tabel.tampilkan(Tabel("Unggahan", _KOLOM, baris, "Belum ada unggahan."))


def _putusan(unggahan: RingkasUnggahan) -> str:
    versi = f" sebagai versi {unggahan.versi}" if unggahan.versi else ""
    jumlah = ", ".join(
        f"{n} {nama}" for n, nama in ((unggahan.galat, "galat"), (unggahan.peringatan, "peringatan")) if n
    )
    lama = " unggahan yang lebih baru" if kata(unggahan) == "digantikan" else ""
    dipilih = f"; {unggahan.dipilih} bacaan dipilih" if unggahan.dipilih and not unggahan.versi else ""
    return f"{kata(unggahan)}{lama}{versi}{f' ({jumlah})' if jumlah else ''}{dipilih}"


def _waktu(unggahan: RingkasUnggahan) -> str:
    return f"ke-{unggahan.nomor}, {tulis_waktu(unggahan.diunggah_pada)}"


def _nada(unggahan: RingkasUnggahan) -> str:
    return _NADA.get(kata(unggahan), "")


def sebut(unggahan: RingkasUnggahan) -> str:
    """An upload in a list of choices."""
    return f"{unggahan.nama_berkas} · {unggahan.nama_unit or 'tidak dikenali'} · ke-{unggahan.nomor} · {kata(unggahan)}"


def pilih_dibuka(daftar_ini: Sequence[RingkasUnggahan], masuk: Sequence[Masuk]) -> str:
    """Which upload is open, kept in the address as `unggahan`; empty when none asks for attention."""
    nama = {_TIDAK_ADA: "pilih unggahan …"} | {unggahan.id_unggahan: sebut(unggahan) for unggahan in daftar_ini}
    perlu = (unggahan.id_unggahan for unggahan in daftar_ini if kata(unggahan) in _NADA)
    baru = any(datang.putusan.id_unggahan for datang in masuk)
    awal = next(perlu, daftar_ini[0].id_unggahan if baru else _TIDAK_ADA)
    dipilih = pilih_daftar("Berkas yang dibuka", "unggahan", nama, awal)
    return "" if dipilih == _TIDAK_ADA else dipilih


def buka(saring: Saringan, id_unggahan: str) -> Unggahan:
    """One upload of the list. Raises TidakBerhak, UnggahanTidakAda."""
    return buka_unggahan(saring.penanya, sesi.pelaku(), saring.kode_pd, id_unggahan, waktu_kini())


def kedudukan(gudang: Gudang, kode_pd: str, unggahan: RingkasUnggahan | Unggahan) -> Kedudukan | None:
    """Where the data stand that this upload is about; None for a file that could not be identified."""
    if unggahan.periode is None or unggahan.kode_unit is None:
        return None
    return tanya.kedudukan(gudang, Objek.pengumpulan(kode_pd, unggahan.periode, unggahan.kode_unit))


def penghimpun(kode_pd: str) -> bool:
    """Whether who is in may record what came in outside of the program."""
    return sesi.boleh("kirim_titipan", Sasaran(kode_pd))


def pengirim(kode_pd: str, kode_unit: str | None) -> bool:
    """Whether who is in is the Kepala Seksi of this unit."""
    return sesi.boleh("kirim", Sasaran(kode_pd, kode_unit))


def siap(gudang: Gudang, kode_pd: str, daftar_ini: Sequence[RingkasUnggahan]) -> list[tuple[RingkasUnggahan, int]]:
    """The uploads that can be accepted without asking anything and that the SOP waits for, with the versi seen."""
    hasil = []
    for unggahan in daftar_ini:
        kini = kedudukan(gudang, kode_pd, unggahan) if unggahan.terbaru and kata(unggahan) == "siap diterima" else None
        if kini is not None and halangan(PenanyaIngat(gudang, kode_pd), kini) is None:
            hasil.append((unggahan, kini.versi))
    return hasil


def periksa_ulang(gudang: Gudang, unggahan: Unggahan) -> HasilPeriksa:
    """What the check says of a kept file today, with the readings that were chosen for its cells."""
    pilihan = tuple(sorted(unggahan.pilihan.items()))
    kunci = (*versi(gudang, unggahan.kode_pd), unggahan.id_unggahan, pilihan)
    return _DIPERIKSA.ambil(kunci, lambda: _periksa_ulang(gudang, unggahan, anak.pembaca()))


def _periksa_ulang(gudang: Gudang, unggahan: Unggahan, pembaca: Pembaca) -> HasilPeriksa:
    pemeriksa = PemeriksaBerkas(gudang, unggahan.kode_pd, pembaca)
    return pemeriksa.periksa(isi_berkas(gudang, unggahan.sha256), unggahan.nama_berkas, pilihan=unggahan.pilihan)


def simpan(gudang: Gudang, unggahan: Unggahan, alasan: dict[str, str], penyerahan: Penyerahan) -> PutusanKiriman:
    """Make a kept upload the kiriman of its unit; a repeat changes nothing."""
    hasil = periksa_ulang(gudang, unggahan)
    return kirim(gudang, sesi.pelaku(), hasil, alasan, unggahan.id_unggahan, penyerahan, waktu_kini())


def tawarkan_semua(saring: Saringan, daftar_ini: Sequence[RingkasUnggahan]) -> None:
    """For who collects: one button for all that is ready, with one note how it came in."""
    if not penghimpun(saring.kode_pd):
        return
    semua = siap(saring.gudang, saring.kode_pd, daftar_ini)
    if len(semua) < _BANYAK:
        return
    with st.form("terima_siap"):
        catatan = st.text_input(TANYA_TITIPAN, key="catatan_siap", max_chars=500)
        if st.form_submit_button(f"Terima {len(semua)} berkas yang siap", type="primary", icon=":material/done_all:"):
            _terima_semua(saring, semua, catatan)
            st.rerun()


def _terima_semua(saring: Saringan, semua: Sequence[tuple[RingkasUnggahan, int]], catatan: str) -> None:
    """Accept uploads one after another; what could not be accepted is said on the next run.

    A second click ends this run at the next call of Streamlit. All is asked of it before the first write, so that such
    a click stops everything or nothing.
    """
    gudang, pelaku, pembaca = saring.gudang, sesi.pelaku(), anak.pembaca()
    dibuka = [(buka(saring, unggahan.id_unggahan), Penyerahan(versi, catatan=catatan)) for unggahan, versi in semua]
    putusan = []
    for unggahan, penyerahan in dibuka:
        hasil = _periksa_ulang(gudang, unggahan, pembaca)
        jawaban = kirim(gudang, pelaku, hasil, {}, unggahan.id_unggahan, penyerahan, waktu_kini())
        putusan.append((unggahan.nama_berkas, jawaban))
    st.session_state[_TERTUNDA] = [
        f"{nama}: {jawaban.pesan}" for nama, jawaban in putusan if jawaban.status not in {"diterima", "sudah_ada"}
    ]


def tampilkan_tertunda() -> None:
    """What could not be accepted a moment ago, and why."""
    for pesan in st.session_state.pop(_TERTUNDA, []):
        st.warning(aman(pesan), icon=":material/update:")
