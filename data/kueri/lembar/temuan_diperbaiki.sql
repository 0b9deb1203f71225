-- Mark findings of one upload as mended in a later one.
UPDATE temuan
SET keadaan = 'diperbaiki', diperbaiki_di = $diperbaiki_di
WHERE kode_pd = $kode_pd AND objek = 'unggahan' AND id_objek = $id_unggahan AND list_contains($nomor, nomor)
