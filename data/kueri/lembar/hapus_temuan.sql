-- Take away the findings of an upload that is checked again.
DELETE FROM temuan
WHERE kode_pd = $kode_pd AND objek = 'unggahan' AND id_objek = $id_unggahan
