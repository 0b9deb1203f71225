"""`python -m analytics.contoh`: write the workbooks of the sample office into data/contoh."""

from __future__ import annotations

from analytics.contoh.susun import tulis_contoh

if __name__ == "__main__":
    print(f"{tulis_contoh()} buku kerja contoh ditulis.")
