"""What is in force on a day? Every setting as data; settings, scales and officials as plain values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal, Protocol

from analytics.aturan.angka import Angka, baca_angka, tulis_angka
from analytics.aturan.capaian import BATAS_TERSEDIA, LANTAI_TERSEDIA, Pengaturan
from analytics.aturan.peringkat import susun_peringkat
from analytics.aturan.predikat import sebut_skala, susun_skala
from analytics.aturan.teks import sebaris

_HITUNG: Final = "Semua formulir evaluasi, Indikator, Dokumen Kompilasi, dan pemeriksaan unggahan"
DOKUMEN_KOMPILASI: Final = "Dokumen Kompilasi"
"""Who reads what is only printed."""
_NOL: Final = {"seratus": True, "tanpa_nilai": False}
_NOL_MELESET: Final = {"kosong": False, "nol": True}
_NIHIL: Final = {"kosong": False, "seratus": True}
_TW_KOSONG: Final = {"tanpa_nilai": False, "nilai_terakhir": True}


class TidakSah(Exception):
    """What a setting cannot become; the message is the sentence for who asked."""


@dataclass(frozen=True)
class Butir:
    """One setting: what it is called, what it may be, who reads it, and what a change of it does.

    `jenis` pilihan: one of the words of `pilihan`, each with its meaning; skala: the code of a stored scale; bilangan:
    a whole number from `batas[0]` to `batas[1]`; teks: one line of at most `batas[1]` characters. `angka` tells
    whether capaian or predikat can change with it.
    """

    kunci: str
    nama: str
    jenis: Literal["pilihan", "skala", "bilangan", "teks"]
    penjelasan: str
    pembaca: str
    angka: bool = False
    pilihan: Mapping[str, str] = field(default_factory=dict)
    batas: tuple[int, int] = (1, 300)

    @property
    def boleh(self) -> str:
        """What it may be, as a phrase."""
        if self.jenis == "pilihan":
            return ", ".join(self.pilihan)
        if self.jenis == "skala":
            return "kode salah satu skala predikat yang tersimpan"
        if self.jenis == "bilangan":
            return f"bilangan bulat {self.batas[0]} sampai {tulis_angka(self.batas[1])}"
        return f"satu baris, paling panjang {self.batas[1]} huruf"

    @property
    def tercetak(self) -> bool:
        """Whether documents are written by it."""
        return self.pembaca.startswith(DOKUMEN_KOMPILASI)

    @property
    def kelompok(self) -> str:
        """Under which heading people look for it."""
        if self.angka:
            return "Cara menghitung"
        if self.kunci.startswith("label_"):
            return "Tulisan di bawah tabel formulir"
        return "Formulir dan dasar hukum" if self.tercetak else "Alur dan akun"

    def baca(self, teks: str, skala: Collection[str] = ()) -> str:
        """The value as it is stored. Raises TidakSah with the sentence why it cannot be."""
        bersih = sebaris(teks)
        if self.jenis == "bilangan":
            bersih = self._bilangan(bersih)
        sah = {
            "pilihan": bersih in self.pilihan,
            "skala": bersih in skala,
            "bilangan": bersih.isdecimal() and self.batas[0] <= int(bersih) <= self.batas[1],
            "teks": self.batas[0] <= len(bersih) <= self.batas[1],
        }
        if not sah[self.jenis]:
            raise TidakSah(f"{self.nama} tidak dapat menjadi “{bersih}”. Yang dapat: {self.boleh}.")
        return bersih

    def tulis(self, nilai: str) -> str:
        """A stored value as people read it."""
        return sebut_skala(nilai) if self.jenis == "skala" else self.pilihan.get(nilai, nilai)

    def _bilangan(self, teks: str) -> str:
        """Digits for a whole number that is allowed; anything else as it was typed."""
        bacaan = baca_angka(teks)
        utuh = isinstance(bacaan, Angka) and not bacaan.persen and bacaan.nilai == bacaan.nilai.to_integral_value()
        return str(int(bacaan.nilai)) if isinstance(bacaan, Angka) and utuh else teks


SEMULA: Final[Mapping[str, str]] = {
    "lantai_capaian": "tanpa",
    "target_nol_meleset": "kosong",
    "tidak_ada_kejadian": "kosong",
    "tw_kosong": "tanpa_nilai",
    "susunan_renja": "baku",
    "susunan_renstra": "baku",
    "predikat_tw_1_3": "tercetak",
    "label_rata_renja": "Rata-rata capaian kinerja (%)",
    "label_rata_renstra": "Rata-rata rasio capaian {tahun} (%)",
    "label_predikat_renja": "Predikat kinerja",
    "label_predikat_renstra": "Predikat kinerja {tahun}",
    "label_banyak": "Banyak indikator yang bernilai, dari yang wajib lapor",
    "label_jumlah_renja": "Jumlah realisasi dibanding jumlah pagu, Rp (%)",
    "label_jumlah_renstra": "Jumlah realisasi dibanding jumlah pagu {tahun}, Rp (%)",
    "label_faktor_pendorong": "Faktor pendorong keberhasilan kinerja",
    "label_faktor_penghambat": "Faktor penghambat pencapaian kinerja",
    "label_tindak_lanjut_triwulan": "Tindak lanjut yang diperlukan dalam triwulan berikutnya",
    "label_tindak_lanjut_renja": "Tindak lanjut yang diperlukan dalam Renja berikutnya",
    "label_usulan_renja": "Usulan tindak lanjut pada Renja PD berikutnya",
    "label_usulan_renstra": "Usulan tindak lanjut pada Renstra PD berikutnya",
    "label_disusun": "Disusun",
    "label_dievaluasi": "Dievaluasi",
    "label_jabatan_penilai": "Kepala Bappeda",
}
"""Settings that are younger than the first snapshots, each with what documents printed before it could be chosen.

A snapshot without such a setting has this value, whatever the store says today.
"""


def butir_label(kunci: str, nama: str, semula: str) -> Butir:
    """A text that forms print under their tables; `{tahun}` in it becomes the year."""
    tahun = " {tahun} menjadi tahun evaluasi." if "{tahun}" in semula else ""
    penjelasan = f"Tulisan di bawah tabel formulir, semula “{semula}”.{tahun}"
    return Butir(
        kunci=f"label_{kunci}",
        nama=nama,
        jenis="teks",
        penjelasan=penjelasan,
        pembaca=DOKUMEN_KOMPILASI,
        batas=(1, 120),
    )


_LABEL: Final = (
    ("banyak", "Baris banyak indikator"),
    ("faktor_pendorong", "Baris faktor pendorong"),
    ("faktor_penghambat", "Baris faktor penghambat"),
    ("disusun", "Tanda tangan penyusun"),
    ("dievaluasi", "Tanda tangan penilai"),
    ("jabatan_penilai", "Jabatan penilai"),
)
"""What several forms print under their tables."""


BUTIR_UMUM: Final[Mapping[str, Butir]] = {
    butir.kunci: butir
    for butir in (
        Butir(
            kunci="batas_capaian",
            nama="Batas atas capaian",
            jenis="pilihan",
            penjelasan="Capaian di atas batas dihitung sebesar batasnya, juga dalam rata-rata dan predikat.",
            pembaca=_HITUNG,
            angka=True,
            pilihan={kata: "tanpa batas" if kata == "tanpa" else f"{kata} persen" for kata in BATAS_TERSEDIA},
        ),
        Butir(
            kunci="lantai_capaian",
            nama="Batas bawah capaian",
            jenis="pilihan",
            penjelasan="Capaian di bawah batas dihitung sebesar batasnya, juga dalam rata-rata dan predikat.",
            pembaca=_HITUNG,
            angka=True,
            pilihan={kata: "tanpa batas" if kata == "tanpa" else f"{kata} persen" for kata in LANTAI_TERSEDIA},
        ),
        Butir(
            kunci="desimal",
            nama="Pembulatan capaian (desimal)",
            jenis="bilangan",
            penjelasan=(
                "Banyaknya desimal capaian; setengah dibulatkan menjauhi nol. Predikat diberikan setelah pembulatan."
            ),
            pembaca=_HITUNG,
            angka=True,
            batas=(0, 4),
        ),
        Butir(
            kunci="kebijakan_nol",
            nama="Target 0 dan realisasi 0",
            jenis="pilihan",
            penjelasan="Capaian indikator berpolaritas turun yang target dan realisasinya 0.",
            pembaca=_HITUNG,
            angka=True,
            pilihan={"seratus": "dihitung 100 persen", "tanpa_nilai": "tidak bernilai"},
        ),
        Butir(
            kunci="target_nol_meleset",
            nama="Target 0 yang meleset",
            jenis="pilihan",
            penjelasan="Capaian indikator berumus turun, selisih yang targetnya 0 dan realisasinya lebih dari 0.",
            pembaca=_HITUNG,
            angka=True,
            pilihan={"kosong": "tidak bernilai", "nol": "dihitung 0 persen"},
        ),
        Butir(
            kunci="tidak_ada_kejadian",
            nama="Tidak ada kejadian",
            jenis="pilihan",
            penjelasan="Capaian indikator yang tidak ada kejadiannya untuk diukur; tidak bernilai: di luar n dan m.",
            pembaca=_HITUNG,
            angka=True,
            pilihan={"kosong": "tidak bernilai", "seratus": "dihitung 100 persen"},
        ),
        Butir(
            kunci="tw_kosong",
            nama="Triwulan jatuh tempo yang kosong",
            jenis="pilihan",
            penjelasan=(
                "Pada nilai akhir dan isian s/d triwulan: tanpa nilai (belum ada data TW n), atau nilai terakhir yang "
                "dilaporkan tahun itu, bertanda “nilai TW n”."
            ),
            pembaca=_HITUNG,
            angka=True,
            pilihan={"tanpa_nilai": "tidak bernilai", "nilai_terakhir": "nilai terakhir, bertanda"},
        ),
        Butir(
            kunci="skala_predikat",
            nama="Skala predikat",
            jenis="skala",
            penjelasan="Skala yang memberi predikat pada capaian dan serapan.",
            pembaca=_HITUNG,
            angka=True,
        ),
        Butir(
            kunci="pemeriksa_sendiri",
            nama="Memeriksa pekerjaan sendiri",
            jenis="pilihan",
            penjelasan="Orang yang memeriksa atau menyetujui pekerjaannya sendiri.",
            pembaca="Alur SOP",
            pilihan={"tolak": "ditolak", "tandai": "boleh, tetapi ditandai di mana-mana"},
        ),
        Butir(
            kunci="sesi_menganggur_menit",
            nama="Keluar otomatis setelah menganggur (menit)",
            jenis="bilangan",
            penjelasan="Menit tanpa kegiatan sampai harus masuk lagi.",
            pembaca="Masuk dan keluar",
            batas=(5, 1440),
        ),
        Butir(
            kunci="sesi_paling_lama_jam",
            nama="Masuk paling lama (jam)",
            jenis="bilangan",
            penjelasan="Jam sampai harus masuk lagi walau terus dipakai.",
            pembaca="Masuk dan keluar",
            batas=(1, 168),
        ),
        Butir(
            kunci="predikat_tw_1_3",
            nama="Predikat E.81 dan E.80 pada TW I–III",
            jenis="pilihan",
            penjelasan=(
                "Predikat pada baris penutup Evaluasi Renja dan Evaluasi Renstra sebelum TW IV: K dan Rp sama-sama "
                "terhadap target dan pagu setahun, atau sama-sama kosong. Di layar dan di Ringkasan predikat sebelum "
                "TW IV hanya dari angka s/d triwulan: capaian terhadap target s/d triwulan, serapan terhadap rencana "
                "penarikan bila rencana memuat anggaran kas."
            ),
            pembaca=DOKUMEN_KOMPILASI,
            pilihan={"tercetak": "dicetak, bertanda terhadap target/pagu setahun", "kosong": "dikosongkan, K dan Rp"},
        ),
        *(butir_label(kunci, nama, SEMULA[f"label_{kunci}"]) for kunci, nama in _LABEL),
    )
}
"""The settings that belong to no single form, by kunci; `analytics.formulir.BUTIR` has all."""
_URUTAN_CETAK: Final = (
    "nomor_formulir_",
    "susunan_",
    "predikat_",
    "label_rata_",
    "label_predikat_",
    "label_banyak",
    "label_jumlah_",
    "label_faktor_",
    "label_tindak_lanjut_triwulan",
    "label_tindak_lanjut_",
    "label_usulan_",
    "label_disusun",
    "label_dievaluasi",
    "label_",
    "dasar_hukum_",
)
"""How the keys of what is printed begin, in the order in which people read them."""


@cache
def urutan_butir(kunci: str) -> int:
    """The place of a setting in a list: 0 for what is not printed, then by kind."""
    return 1 + next((nomor for nomor, awalan in enumerate(_URUTAN_CETAK) if kunci.startswith(awalan)), -1)


@dataclass(frozen=True)
class Pejabat:
    """Who holds an office from `mulai` on; a deputy (plt, plh) has an end. `nip` and `pangkat` where they are known."""

    id_pejabat: str
    jabatan: str
    nama: str
    nip: str | None
    pangkat: str | None
    jenis: Literal["definitif", "plt", "plh"]
    mulai: date
    selesai: date | None

    @property
    def sebutan(self) -> str:
        """`Plt. Camat`, as it stands above a name."""
        return {"plt": "Plt. ", "plh": "Plh. "}.get(self.jenis, "") + self.jabatan


class Penanya(Protocol):
    """Who answers named questions: a store, or something that remembers one."""

    def kueri(self, nama: str, **parameter: Any) -> list[dict[str, Any]]:
        """The rows of a named question."""
        ...


def baca_pengaturan(gudang: Penanya, hari: date) -> Pengaturan:
    """The settings that hold on this day. Raises KeyError for a setting or a word that the program does not know."""
    berlaku = gudang.kueri("pengaturan_berlaku", hari=hari)
    lengkap = _lengkapi(berlaku)
    return Pengaturan(
        batas=BATAS_TERSEDIA[lengkap["batas_capaian"]],
        lantai=LANTAI_TERSEDIA[lengkap["lantai_capaian"]],
        desimal=int(lengkap["desimal"]),
        nol_seratus=_NOL[lengkap["kebijakan_nol"]],
        nol_meleset=_NOL_MELESET[lengkap["target_nol_meleset"]],
        nihil_seratus=_NIHIL[lengkap["tidak_ada_kejadian"]],
        bertahan=_TW_KOSONG[lengkap["tw_kosong"]],
        skala=susun_skala(gudang.kueri("skala_predikat"))[lengkap["skala_predikat"]],
        skala_ordinal=_skala_ordinal(gudang),
        sumber={baris["kunci"]: baris["sumber"] for baris in berlaku},
        teks=_tercetak(lengkap),
    )


def _tercetak(berlaku: Mapping[str, str]) -> dict[str, str]:
    """What documents are written by, of whatever forms there are."""
    urut = sorted(berlaku, key=lambda kunci: (urutan_butir(kunci), kunci))
    return {kunci: berlaku[kunci] for kunci in urut if urutan_butir(kunci)}


def nilai_pengaturan(penanya: Penanya, kunci: str, hari: date) -> str:
    """One setting as it holds on this day. Raises KeyError for a setting that the store does not have."""
    return _lengkapi(penanya.kueri("pengaturan_berlaku", hari=hari))[kunci]


def _lengkapi(berlaku: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The value of every setting; one that a snapshot is too old for has the value that it was frozen under."""
    return {**SEMULA, **{baris["kunci"]: str(baris["nilai"]) for baris in berlaku}}


def pejabat_pada(penanya: Penanya, kode_pd: str, jabatan: str, hari: date) -> Pejabat | None:
    """Who holds an office on this day, a deputy before the one who is deputised for; None: nobody is on record."""
    return baca_pejabat(penanya, kode_pd, hari).get(jabatan)


def baca_pejabat(penanya: Penanya, kode_pd: str, hari: date) -> dict[str, Pejabat]:
    """Who holds which office on this day, by jabatan."""
    return {baris["jabatan"]: Pejabat(**baris) for baris in penanya.kueri("pejabat_pada", kode_pd=kode_pd, hari=hari)}


def _skala_ordinal(gudang: Penanya) -> dict[str, dict[str, Decimal | None]]:
    skala = susun_peringkat(gudang.kueri("skala_ordinal"))
    return {kode: {jenjang.peringkat: jenjang.nilai for jenjang in milik.jenjang} for kode, milik in skala.items()}
