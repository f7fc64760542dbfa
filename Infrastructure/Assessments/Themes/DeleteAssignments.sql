-- @AssessmentId CHAR(32)
DELETE FROM ThemeAssignment WHERE AssessmentId = @AssessmentId;
