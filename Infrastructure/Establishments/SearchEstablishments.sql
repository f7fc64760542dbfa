-- @Word1 VARCHAR(50), @Word2 VARCHAR(50), @Word3 VARCHAR(50), @Word4 VARCHAR(50), @Word5 VARCHAR(50), @Word6 VARCHAR(50), @After CHAR(9), @Take INT
SELECT E.Finess, E.Kind, E.ParentFiness, E.Name, E.Category, E.Town, E.PostalCode, E.Commune, E.Department, E.Region, E.IsOpen, E.ChangedAt, E.Source
FROM Establishment E
WHERE E.SearchText LIKE @Word1 AND E.SearchText LIKE @Word2 AND E.SearchText LIKE @Word3 AND E.SearchText LIKE @Word4 AND E.SearchText LIKE @Word5 AND E.SearchText LIKE @Word6
    AND E.SearchText >= COALESCE((SELECT A.SearchText FROM Establishment A WHERE A.Finess = @After), '')
    AND (E.Finess > @After OR E.SearchText > COALESCE((SELECT A.SearchText FROM Establishment A WHERE A.Finess = @After), ''))
ORDER BY E.SearchText, E.Finess
/*page*/
