-- @PersonId CHAR(32), @Take INT
SELECT E.Finess, E.Kind, E.ParentFiness, E.Name, E.Category, E.Town, E.PostalCode, E.Commune, E.Department, E.Region, E.IsOpen, E.ChangedAt, G.Role
FROM EstablishmentGrant G
JOIN Person P ON P.Id = G.PersonId AND P.IsActive = 1
JOIN Establishment E ON E.Finess = G.Finess
WHERE G.PersonId = @PersonId
ORDER BY E.Name, E.Finess
/*page*/
