-- Give one unit its name and its place in the order of the units.
UPDATE unit
SET nama = $nama, urutan = $urutan
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit
