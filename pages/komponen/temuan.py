"""Findings of a workbook: where, what, and what to type instead; one after another, or all as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.lembar.kembali.sekitar import Potongan
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import KATALOG_FORMAT
from pages.komponen import tabel
from pages.komponen.saring import baca, lupakan
from pages.komponen.teks import aman

_NAMA: Final = {"galat": "✖ galat", "peringatan": "⚠ peringatan", "info": "ℹ info"}
_SEMUA: Final = "semua"
_KOLOM: Final = (
    Kolom("Sel", lebar=18),
    Kolom("Tingkat", lebar=22),
    Kolom("Indikator", lebar=30),
    Kolom("Yang ditemukan", lebar=44),
    Kolom("Sebaiknya", lebar=36),
    Kolom("Diketik", lebar=16),
    Kolom("Dibaca", lebar=16),
)


def ringkas(temuan: Sequence[Temuan]) -> str:
    """`2 galat, 1 peringatan`, or `tanpa temuan`."""
    hitungan = {jenis: sum(butir.tingkat == jenis for butir in temuan) for jenis in _NAMA}
    return ", ".join(f"{banyak} {jenis}" for jenis, banyak in hitungan.items() if banyak) or "tanpa temuan"


def tampilkan(temuan: Sequence[Temuan], nama: Mapping[str, str]) -> None:
    """Every finding of a file, in the order in which they are to be worked off; `nama` of rows by code."""
    baris = tuple(_baris(butir, nama) for butir in temuan)
    tabel.tampilkan(Tabel("Temuan", _KOLOM, baris, "Tidak ada temuan."))


@dataclass(frozen=True)
class Dipilih:
    """The finding that is in front, all that the filters let through, and all that there are."""

    temuan: Temuan | None
    tersaring: tuple[Temuan, ...]
    semua: tuple[Temuan, ...]


def susun_tabel_temuan(
    dipilih: Dipilih, nama: Mapping[str, str], keadaan: Mapping[str, str], alamat: Mapping[str, str]
) -> Tabel:
    """The findings with their life (by `Temuan.kunci`), as a table to read and to download.

    Each leads to its own place on the upload page, whose choices `alamat` holds.
    """
    kolom = (*_KOLOM, Kolom("Keadaan", lebar=36))
    baris = tuple(
        BarisTabel(
            (*_baris(butir, nama).isi, keadaan.get(butir.kunci, "baru")),
            butir.tingkat,
            menuju=f"unggah?{urlencode({**alamat, 'temuan': dipilih.semua.index(butir) + 1})}",
        )
        for butir in dipilih.tersaring
    )
    return Tabel("Temuan", kolom, baris, "Tidak ada temuan.")


def isian_alasan(
    temuan: Sequence[Temuan], nama: Mapping[str, str], tertulis: Mapping[str, str], kunci: str
) -> dict[str, str]:
    """The fields of a form with one reason for every peringatan; what stands in them, by `Temuan.kunci`.

    `tertulis` is what the unit wrote in its Keterangan, to be confirmed.
    """
    if not temuan:
        return {}
    sudah = sum(peringatan.kunci in tertulis for peringatan in temuan)
    tegas = f" {sudah} di antaranya sudah dijelaskan unit di buku kerjanya; pastikan, lalu biarkan." if sudah else ""
    st.markdown(f"**{len(temuan)} peringatan perlu alasan.** Alasan tersimpan bersama kiriman.{tegas}")
    umum = st.text_input("Alasan untuk semua yang tidak diisi sendiri", key=f"umum_{kunci}", max_chars=500)
    alasan = {
        peringatan.kunci: st.text_input(
            aman(f"{_sebut(peringatan, nama)}: {peringatan.pesan}"),
            tertulis.get(peringatan.kunci, "")[:500],
            key=f"alasan_{kunci}_{nomor}",
            max_chars=500,
        )
        for nomor, peringatan in enumerate(temuan)
    }
    return {kunci_temuan: teks.strip() or umum.strip() for kunci_temuan, teks in alasan.items()}


def telusuri(temuan: Sequence[Temuan], kunci: str) -> Dipilih:
    """Filters and the buttons that walk from finding to finding; the place is kept in the address."""
    if st.session_state.setdefault("temuan_dari", kunci) != kunci:
        st.session_state["temuan_dari"] = kunci
        _ke_awal()
    tersaring = _saring(temuan, kunci)
    if not tersaring:
        st.caption("Tidak ada temuan menurut saringan ini.")
        return Dipilih(None, (), tuple(temuan))
    sah = [str(nomor) for nomor in range(1, len(tersaring) + 1)]
    nomor = int(baca("temuan", sah, "1", tulis=False))
    with st.container(horizontal=True, vertical_alignment="center"):
        mundur = st.button("Temuan sebelumnya", icon=":material/chevron_left:", key=f"mundur_{kunci}")
        st.markdown(f"**Temuan {nomor} dari {len(tersaring)}**", width="content")
        maju = st.button("Temuan berikutnya", icon=":material/chevron_right:", key=f"maju_{kunci}")
    if mundur or maju:
        lanjut = (nomor - 1 + (1 if maju else -1)) % len(tersaring) + 1
        st.query_params["temuan"] = str(lanjut)
        st.session_state["saring_temuan"] = str(lanjut)
        st.rerun()
    return Dipilih(tersaring[nomor - 1], tersaring, tuple(temuan))


def _saring(temuan: Sequence[Temuan], kunci: str) -> tuple[Temuan, ...]:
    tingkat = [jenis for jenis in _NAMA if any(butir.tingkat == jenis for butir in temuan)]
    lembar = sorted({butir.lembar or "berkas" for butir in temuan})
    pilihan_tingkat, pilihan_lembar = _SEMUA, _SEMUA
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if len(tingkat) > 1:
            pilihan_tingkat = st.segmented_control(
                "Tingkat temuan",
                [_SEMUA, *tingkat],
                default=_SEMUA,
                required=True,
                key=f"tingkat_{kunci}",
                on_change=_ke_awal,
            )
        if len(lembar) > 1:
            pilihan_lembar = st.segmented_control(
                "Lembar",
                [_SEMUA, *lembar],
                default=_SEMUA,
                required=True,
                key=f"lembar_{kunci}",
                format_func=aman,
                on_change=_ke_awal,
            )
    return tuple(
        butir
        for butir in temuan
        if pilihan_tingkat in {_SEMUA, butir.tingkat} and pilihan_lembar in {_SEMUA, butir.lembar or "berkas"}
    )


def _ke_awal() -> None:
    """Other filters or another file: the first finding again."""
    lupakan("temuan")


def kartu(temuan: Temuan, nama: Mapping[str, str], potongan: Potongan | None) -> None:
    """One finding in full: what was read, what to type, why it matters, and the cells around it."""
    aturan = KATALOG_FORMAT.get(temuan.kode)
    tingkat = {"galat": st.error, "peringatan": st.warning, "info": st.info}[temuan.tingkat]
    tingkat(f"**{aman(_sebut(temuan, nama))}** — {aman(temuan.pesan)}")
    bagian = [("Diketik", temuan.diketik), ("Dibaca", temuan.dipahami), ("Pembanding", "; ".join(temuan.pembanding))]
    for judul, tulisan in bagian:
        if tulisan:
            st.markdown(f"{judul}: **{aman(tulisan)}**")
    st.markdown(f"Sebaiknya: {aman(temuan.saran)}")
    if aturan is not None:
        st.caption(aman(f"{aturan.aturan} {aturan.sebab} Sumber: {aturan.sumber}."))
    if potongan is not None:
        tabel.tampilkan(_tabel_sekitar(potongan), rupa="kisi")


def pilih_satu(pengganti: Sequence[str], dipilih: str | None, kunci: str) -> str | None:
    """One button for every reading of a cell, and one to take a choice back (empty); the one that was pressed."""
    if not pengganti:
        return None
    st.markdown("Yang mana yang dimaksud? Pilihan dicatat bersama nama Anda; berkas asli tidak berubah.")
    with st.container(horizontal=True):
        ditekan = [
            bacaan
            for bacaan in pengganti
            if bacaan != dipilih
            and st.button(f"Pakai {bacaan}", key=f"pakai_{kunci}_{bacaan}", icon=":material/touch_app:")
        ]
        if dipilih and st.button("Batalkan pilihan", key=f"batal_{kunci}", icon=":material/undo:"):
            ditekan.append("")
    return ditekan[0] if ditekan else None


def _tabel_sekitar(potongan: Potongan) -> Tabel:
    kolom = (Kolom("", lebar=4), *(Kolom(huruf, lebar=16) for huruf in potongan.kolom))
    baris = tuple(
        BarisTabel(
            (
                str(nomor),
                *(
                    f"▶ {teks or '(kosong)'}" if f"{huruf}{nomor}" == potongan.sel else teks
                    for huruf, teks in zip(potongan.kolom, sel, strict=True)
                ),
            ),
            "pusat" if potongan.nomor == nomor else "",
        )
        for nomor, sel in potongan.baris
    )
    return Tabel(f"Sel di sekitar {potongan.lembar}!{potongan.sel}", kolom, baris)


def _sebut(temuan: Temuan, nama: Mapping[str, str]) -> str:
    kode = temuan.kode_baris or temuan.kode_indikator or ""
    return f"{temuan.alamat} {nama.get(kode, kode)}".strip()


def _baris(temuan: Temuan, nama: Mapping[str, str]) -> BarisTabel:
    kode = temuan.kode_baris or temuan.kode_indikator or ""
    tingkat, dibaca = _NAMA[temuan.tingkat], temuan.dipahami or ""
    sel = (temuan.alamat, tingkat, nama.get(kode, kode), temuan.pesan, temuan.saran, temuan.diketik or "", dibaca)
    return BarisTabel(sel, temuan.tingkat)
