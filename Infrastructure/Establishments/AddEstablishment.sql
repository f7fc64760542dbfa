-- @Finess CHAR(9), @Kind VARCHAR(12), @ParentFiness CHAR(9), @Name NVARCHAR(250), @Category CHAR(3), @Town NVARCHAR(100), @PostalCode CHAR(5), @Commune CHAR(5), @Department VARCHAR(3), @Region CHAR(2), @IsOpen BIT, @ChangedAt CHAR(28), @Source VARCHAR(6), @SearchText VARCHAR(400)
INSERT INTO Establishment (Finess, Kind, ParentFiness, Name, Category, Town, PostalCode, Commune, Department, Region, IsOpen, ChangedAt, Source, SearchText)
SELECT @Finess, @Kind, @ParentFiness, @Name, @Category, @Town, @PostalCode, @Commune, @Department, @Region, @IsOpen, @ChangedAt, @Source, @SearchText
WHERE NOT EXISTS (SELECT 1 FROM Establishment WHERE Finess = @Finess);
