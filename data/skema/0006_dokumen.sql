-- The compiled workbook of an approval, byte for byte as it was made with it: sha256 names its bytes in berkas. Written with
-- its snapshot, handed out from then on, never changed. Approvals of earlier programs have no row.
CREATE TABLE dokumen_snapshot (
    kode_pd VARCHAR NOT NULL,
    nomor VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL CHECK (length(sha256) = 64),
    PRIMARY KEY (kode_pd, nomor)
);
