-- @Finess CHAR(9)
SELECT Finess, Kind, ParentFiness, Name, Category, Town, PostalCode, Commune, Department, Region, IsOpen, ChangedAt, Source
FROM Establishment
WHERE Finess = @Finess;
