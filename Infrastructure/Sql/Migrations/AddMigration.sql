-- @Number INT, @Name VARCHAR(100), @Checksum CHAR(64), @AppliedAt CHAR(28)
INSERT INTO SchemaMigration (Number, Name, Checksum, AppliedAt)
VALUES (@Number, @Name, @Checksum, @AppliedAt);
