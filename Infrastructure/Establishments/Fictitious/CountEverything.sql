-- no parameters
SELECT (SELECT COUNT(*) FROM Establishment) AS Establishments,
    (SELECT COUNT(*) FROM Establishment WHERE Source <> 'demo') AS Undemonstrative,
    (SELECT COUNT(*) FROM Establishment WHERE Finess >= '96' AND Finess < '97') AS Fictitious,
    (SELECT COUNT(*) FROM Person) AS People;
