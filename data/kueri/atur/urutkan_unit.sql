-- Give one unit its place in the order of the units.
UPDATE unit
SET urutan = $urutan
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit
