-- @After CHAR(9), @Take INT
SELECT Finess, Kind, ParentFiness, Name, Category, Town, PostalCode, Commune, Department, Region, IsOpen, ChangedAt, Source
FROM Establishment
WHERE Finess > @After
ORDER BY Finess
/*page*/
