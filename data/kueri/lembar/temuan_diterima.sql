-- Mark the explained findings of one upload as accepted.
UPDATE temuan
SET keadaan = 'diterima', diterima_oleh = $oleh, diterima_pada = $pada
WHERE kode_pd = $kode_pd AND objek = 'unggahan' AND id_objek = $id_unggahan AND keadaan = 'dijelaskan'
