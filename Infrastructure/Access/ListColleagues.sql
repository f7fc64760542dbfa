-- @Finess CHAR(9), @Take INT
SELECT P.Id, P.DisplayName, P.IsActive, G.Role
FROM EstablishmentGrant G
JOIN Person P ON P.Id = G.PersonId AND P.IsActive = 1
WHERE G.Finess = @Finess
ORDER BY P.DisplayName, P.Id
/*page*/
