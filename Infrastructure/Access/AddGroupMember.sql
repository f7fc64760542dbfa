-- @GroupCode VARCHAR(20), @Finess CHAR(9)
INSERT INTO GroupMember (GroupCode, Finess)
SELECT @GroupCode, @Finess
WHERE NOT EXISTS (SELECT 1 FROM GroupMember WHERE GroupCode = @GroupCode AND Finess = @Finess);
