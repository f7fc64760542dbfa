-- @Finess CHAR(9), @Kind VARCHAR(12), @ParentFiness CHAR(9), @Name NVARCHAR(250), @Category CHAR(3), @Town NVARCHAR(100), @PostalCode CHAR(5), @Commune CHAR(5), @Department VARCHAR(3), @Region CHAR(2), @IsOpen BIT, @ChangedAt CHAR(28), @Source VARCHAR(6), @SearchText VARCHAR(400)
UPDATE Establishment
SET Kind = @Kind, ParentFiness = @ParentFiness, Name = @Name, Category = @Category, Town = @Town, PostalCode = @PostalCode, Commune = @Commune,
    Department = @Department, Region = @Region, IsOpen = @IsOpen, ChangedAt = @ChangedAt,
    Source = @Source, SearchText = @SearchText
WHERE Finess = @Finess;
