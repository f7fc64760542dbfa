-- @AssessmentId CHAR(32)
SELECT ThemeId, Possible, Numerator, Denominator FROM ResultTheme WHERE AssessmentId = @AssessmentId ORDER BY Position;
