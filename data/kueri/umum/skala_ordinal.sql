-- Every scale of grades, best grade first.
SELECT skala, peringkat, urutan, nilai, sumber
FROM skala_ordinal
ORDER BY skala, urutan
