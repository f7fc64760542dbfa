-- @AssessmentId CHAR(32), @ThemeId VARCHAR(100), @PersonId CHAR(32), @AssignedBy CHAR(32), @AssignedAt CHAR(28)
INSERT INTO ThemeAssignment (AssessmentId, ThemeId, PersonId, AssignedBy, AssignedAt)
VALUES (@AssessmentId, @ThemeId, @PersonId, @AssignedBy, @AssignedAt);
