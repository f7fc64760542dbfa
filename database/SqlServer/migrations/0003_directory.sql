-- Where an establishment comes from decides what an import may change; its search text is its name, town and number without accents or case.
-- What was there before came from no directory file, so no import may close it; its search text is right again once it is written.
ALTER TABLE Establishment ADD Source VARCHAR(6) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE Establishment ADD SearchText VARCHAR(400) COLLATE Latin1_General_100_BIN2 NULL;
GO
UPDATE Establishment SET Source = 'hand', SearchText = LOWER(Name);
GO
ALTER TABLE Establishment ALTER COLUMN Source VARCHAR(6) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE Establishment ALTER COLUMN SearchText VARCHAR(400) COLLATE Latin1_General_100_BIN2 NOT NULL;
ALTER TABLE Establishment ADD CONSTRAINT CK_Establishment_Source CHECK (Source IN ('finess', 'hand', 'demo'));
CREATE INDEX IX_Establishment_Search ON Establishment (SearchText, Finess);
