-- @Id CHAR(32), @ShareDetail BIT, @ChangedAt CHAR(28)
UPDATE Assessment SET ShareDetail = @ShareDetail, ChangedAt = @ChangedAt WHERE Id = @Id;
