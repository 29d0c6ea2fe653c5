-- Who gave a name. It counts while they hold the blob: names of blobs are public, and whoever only repeats one has no
-- claim to its bytes. None where a version was sealed anew, until it is known who of owner and guardians did it.
ALTER TABLE blob_names ADD COLUMN namer TEXT;
UPDATE blob_names SET namer = subject WHERE kind IN ('keys', 'card');
UPDATE blob_names SET namer = part WHERE kind = 'finding';
UPDATE blob_names SET namer = (
    SELECT v.written_by FROM versions v JOIN holdings h ON h.cid = v.cid AND h.account = v.written_by
    WHERE v.record = blob_names.subject AND v.version = CAST(blob_names.part AS BIGINT) AND v.cid = blob_names.cid
) WHERE kind = 'version';
