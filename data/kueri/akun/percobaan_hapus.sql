-- Forget the failures of one subject, and those of everybody that are too old to count.
DELETE FROM percobaan_masuk WHERE subjek = $subjek OR terakhir_pada < $sejak
