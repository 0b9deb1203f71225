-- Take the seeded settings and scales out of a new store in memory, so that it can hold those of a snapshot and no others.
DELETE FROM pengaturan;
DELETE FROM skala_predikat;
DELETE FROM skala_ordinal;
