-- @AssessmentId CHAR(32), @ThemeId VARCHAR(100)
DELETE FROM ThemeAssignment WHERE AssessmentId = @AssessmentId AND ThemeId = @ThemeId;
