-- Where an establishment comes from decides what an import may change; its search text is its name, town and number without accents or case.
-- What was there before came from no directory file, so no import may close it; its search text is right again once it is written.
-- SQLite adds no column that must have a value: the table is built again.
CREATE TABLE DirectoryEstablishment
(
    Finess TEXT NOT NULL CHECK (length(Finess) = 9),
    Kind TEXT NOT NULL CHECK (length(Kind) <= 12),
    ParentFiness TEXT NULL CHECK (length(ParentFiness) = 9),
    Name TEXT NOT NULL CHECK (length(Name) <= 250),
    Category TEXT NULL CHECK (length(Category) = 3),
    Town TEXT NOT NULL CHECK (length(Town) <= 100),
    PostalCode TEXT NULL CHECK (length(PostalCode) = 5),
    Commune TEXT NULL CHECK (length(Commune) = 5),
    Department TEXT NOT NULL CHECK (length(Department) <= 3),
    Region TEXT NULL CHECK (length(Region) = 2),
    IsOpen INTEGER NOT NULL CHECK (IsOpen IN (0, 1)),
    ChangedAt TEXT NOT NULL CHECK (length(ChangedAt) = 28),
    Source TEXT NOT NULL CHECK (length(Source) <= 6),
    SearchText TEXT NOT NULL CHECK (length(SearchText) <= 400),
    CONSTRAINT PK_Establishment PRIMARY KEY (Finess),
    CONSTRAINT FK_Establishment_Parent FOREIGN KEY (ParentFiness) REFERENCES Establishment (Finess),
    CONSTRAINT CK_Establishment_Kind CHECK (
        (Kind = 'legal-entity' AND ParentFiness IS NULL)
        OR (Kind = 'site' AND ParentFiness IS NOT NULL)),
    CONSTRAINT CK_Establishment_Source CHECK (Source IN ('finess', 'hand', 'demo'))
) STRICT, WITHOUT ROWID;
INSERT INTO DirectoryEstablishment (Finess, Kind, ParentFiness, Name, Category, Town, PostalCode, Commune, Department, Region, IsOpen, ChangedAt, Source, SearchText)
SELECT Finess, Kind, ParentFiness, Name, Category, Town, PostalCode, Commune, Department, Region, IsOpen, ChangedAt, 'hand', LOWER(Name)
FROM Establishment;
DROP TABLE Establishment;
ALTER TABLE DirectoryEstablishment RENAME TO Establishment;
CREATE INDEX IX_Establishment_Parent ON Establishment (ParentFiness);
CREATE INDEX IX_Establishment_Search ON Establishment (SearchText, Finess);
