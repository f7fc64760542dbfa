-- @Finess CHAR(9)
SELECT Id, Finess, GridVersion, Variant, CopiedFrom, ShareDetail, CreatedAt, CreatedBy, SubmittedAt, SubmittedBy
FROM Assessment
WHERE Finess = @Finess AND State = 'draft';
