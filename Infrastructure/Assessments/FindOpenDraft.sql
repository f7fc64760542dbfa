-- @Finess CHAR(9)
SELECT A.Id, A.Finess, A.GridVersion, A.Variant, A.CopiedFrom, A.ShareDetail, A.CreatedAt, A.CreatedBy, A.SubmittedAt, A.SubmittedBy,
    P.DisplayName AS CreatedByName
FROM Assessment A
JOIN Person P ON P.Id = A.CreatedBy
WHERE A.Finess = @Finess AND A.State = 'draft';
