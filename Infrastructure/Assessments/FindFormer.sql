-- @Finess CHAR(9), @Id CHAR(32), @SubmittedAt CHAR(28), @Take INT
SELECT Id, Finess, GridVersion, Variant, CopiedFrom, ShareDetail, CreatedAt, CreatedBy, SubmittedAt, SubmittedBy
FROM Assessment
WHERE Finess = @Finess AND State = 'submitted' AND (SubmittedAt < @SubmittedAt OR (SubmittedAt = @SubmittedAt AND Id < @Id))
ORDER BY SubmittedAt DESC, Id DESC
/*page*/
