-- @Id CHAR(32)
DELETE FROM Assessment WHERE Id = @Id AND State = 'draft';
