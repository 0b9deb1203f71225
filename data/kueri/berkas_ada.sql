-- Whether the original bytes of a workbook are kept already. At most one row.
SELECT sha256, ukuran
FROM berkas
WHERE sha256 = $sha256
