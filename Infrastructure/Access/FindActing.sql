-- @PersonId CHAR(32), @Finess CHAR(9)
SELECT P.Id AS PersonId, P.DisplayName, P.IsActive, P.IsAdministrator,
    E.Finess, E.Kind, E.ParentFiness, E.Name, E.Category, E.Town, E.PostalCode, E.Commune, E.Department, E.Region, E.IsOpen, E.ChangedAt,
    G.Role, A.TerritoryKind, A.TerritoryCode, A.Role AS AgencyRole, M.Finess AS MemberFiness
FROM Person P
JOIN Establishment E ON E.Finess = @Finess
LEFT JOIN EstablishmentGrant G ON G.PersonId = P.Id AND G.Finess = E.Finess
LEFT JOIN AgencyGrant A ON A.PersonId = P.Id
LEFT JOIN GroupMember M ON A.TerritoryKind = 'group' AND M.GroupCode = A.TerritoryCode AND (M.Finess = E.Finess OR M.Finess = E.ParentFiness)
WHERE P.Id = @PersonId;
