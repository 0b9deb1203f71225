-- Every predikat scale, best row first.
SELECT skala, urutan, predikat, di_atas, simbol, tercetak_dari, tercetak_sampai, sumber
FROM skala_predikat
ORDER BY skala, urutan
