-- @AssessmentId CHAR(32), @ThemeId VARCHAR(100), @Position INT, @Applicable BIT, @Possible INT, @Numerator BIGINT, @Denominator BIGINT, @Percent INT
INSERT INTO ResultTheme (AssessmentId, ThemeId, Position, Applicable, Possible, Numerator, Denominator, [Percent])
VALUES (@AssessmentId, @ThemeId, @Position, @Applicable, @Possible, @Numerator, @Denominator, @Percent);
