-- @Id CHAR(32), @SubmittedAt CHAR(28), @SubmittedBy CHAR(32)
UPDATE Assessment
SET State = 'submitted', SubmittedAt = @SubmittedAt, SubmittedBy = @SubmittedBy, ChangedAt = @SubmittedAt
WHERE Id = @Id AND State = 'draft';
