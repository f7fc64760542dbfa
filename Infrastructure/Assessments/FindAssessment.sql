-- @Id CHAR(32), @Finess CHAR(9)
SELECT A.Id, A.Finess, A.GridVersion, A.Variant, A.CopiedFrom, A.ShareDetail, A.CreatedAt, A.CreatedBy, A.SubmittedAt, A.SubmittedBy
FROM Assessment A
WHERE A.Id = @Id AND A.Finess = @Finess;
