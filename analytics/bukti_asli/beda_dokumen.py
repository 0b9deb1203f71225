"""One difference between a document and what was approved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

JenisBeda = Literal["angka", "teks", "rumus", "baris", "lembar", "cap", "tampilan"]
NAMA_JENIS: Final[Mapping[str, str]] = {
    "angka": "Angka",
    "teks": "Teks",
    "rumus": "Rumus",
    "baris": "Baris",
    "lembar": "Lembar",
    "cap": "Cap pengesahan",
    "tampilan": "Tampilan",
}
Bobot = Literal["beda", "catatan"]


@dataclass(frozen=True)
class BedaDokumen:
    """One thing that is not as approved. `bobot` catatan: it changes no content, but somebody should know.

    `harap` and `ada` are what was approved and what the file has, as people read them.
    """

    jenis: JenisBeda
    bobot: Bobot
    lembar: str
    sel: str
    baris: str
    harap: str
    ada: str
    pesan: str

    @property
    def berat(self) -> bool:
        """Whether the file does not say what was approved."""
        return self.bobot == "beda"

    @property
    def letak(self) -> str:
        """`Evaluasi IKU!G12`."""
        return f"{self.lembar}!{self.sel}" if self.sel else self.lembar

    @property
    def kalimat(self) -> str:
        """Where it stands and what the row is about, what happened, what was approved, what the file has."""
        siapa = f"{self.letak}{f' ({self.baris})' if self.baris else ''}"
        return f"{siapa}: {self.pesan} Disetujui: {self.harap}. Di berkas: {self.ada}."
