-- @AssessmentId CHAR(32), @OverallNumerator BIGINT, @OverallDenominator BIGINT, @OverallPercent INT, @LowPercent INT, @HighPercent INT, @Band VARCHAR(12), @Level VARCHAR(12), @LowLevel VARCHAR(12), @HighLevel VARCHAR(12), @KitVersion VARCHAR(20), @KitLevel VARCHAR(12), @KitReason NVARCHAR(1000), @Answered INT
INSERT INTO Result (AssessmentId, OverallNumerator, OverallDenominator, OverallPercent, LowPercent, HighPercent, Band, Level, LowLevel, HighLevel,
    KitVersion, KitLevel, KitReason, Answered, Total)
VALUES (@AssessmentId, @OverallNumerator, @OverallDenominator, @OverallPercent, @LowPercent, @HighPercent, @Band, @Level, @LowLevel, @HighLevel,
    @KitVersion, @KitLevel, @KitReason, @Answered, @Answered);
