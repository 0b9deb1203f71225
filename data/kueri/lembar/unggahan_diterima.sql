-- An upload became a kiriman.
UPDATE unggahan
SET keadaan = 'diterima', id_kiriman = $id_kiriman
WHERE kode_pd = $kode_pd AND id_unggahan = $id_unggahan AND keadaan <> 'diterima'
