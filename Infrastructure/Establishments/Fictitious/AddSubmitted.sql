-- @Id CHAR(32), @Finess CHAR(9), @GridVersion VARCHAR(20), @Variant VARCHAR(8), @ShareDetail BIT, @By CHAR(32), @CreatedAt CHAR(28), @SubmittedAt CHAR(28)
INSERT INTO Assessment (Id, Finess, GridVersion, State, Variant, CopiedFrom, ShareDetail, CreatedAt, CreatedBy, SubmittedAt, SubmittedBy, ChangedAt)
VALUES (@Id, @Finess, @GridVersion, 'submitted', @Variant, NULL, @ShareDetail, @CreatedAt, @By, @SubmittedAt, @By, @SubmittedAt);
