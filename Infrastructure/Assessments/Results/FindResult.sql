-- @AssessmentId CHAR(32)
SELECT OverallNumerator, OverallDenominator, LowPercent, HighPercent, Band, Level, LowLevel, HighLevel, KitVersion, KitLevel, KitReason, Answered
FROM Result
WHERE AssessmentId = @AssessmentId;
