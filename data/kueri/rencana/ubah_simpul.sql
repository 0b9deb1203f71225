-- Change what describes one plan node; its kode and tingkat never change.
UPDATE simpul
SET nama = $nama, kode_induk = $kode_induk, kode_unit = $kode_unit, urutan = $urutan, sasaran = $sasaran
WHERE kode_pd = $kode_pd AND kode_simpul = $kode_simpul
