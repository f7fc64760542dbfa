-- @Id CHAR(32), @Finess CHAR(9), @GridVersion VARCHAR(20), @Variant VARCHAR(8), @CopiedFrom CHAR(32), @ShareDetail BIT, @CreatedAt CHAR(28), @CreatedBy CHAR(32)
INSERT INTO Assessment (Id, Finess, GridVersion, State, Variant, CopiedFrom, ShareDetail, CreatedAt, CreatedBy, ChangedAt)
VALUES (@Id, @Finess, @GridVersion, 'draft', @Variant, @CopiedFrom, @ShareDetail, @CreatedAt, @CreatedBy, @CreatedAt);
