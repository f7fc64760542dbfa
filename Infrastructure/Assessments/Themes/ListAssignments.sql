-- @AssessmentId CHAR(32)
SELECT T.ThemeId, T.PersonId, P.DisplayName AS PersonName, T.AssignedBy, B.DisplayName AS AssignedByName, T.AssignedAt
FROM ThemeAssignment T
JOIN Person P ON P.Id = T.PersonId
JOIN Person B ON B.Id = T.AssignedBy
WHERE T.AssessmentId = @AssessmentId
ORDER BY T.ThemeId;
