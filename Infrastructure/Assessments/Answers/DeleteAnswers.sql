-- @Id CHAR(32)
DELETE FROM Answer WHERE AssessmentId = @Id;
