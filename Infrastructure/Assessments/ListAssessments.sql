-- @Finess CHAR(9), @Before CHAR(32), @Take INT
SELECT A.Id, A.Finess, A.GridVersion, A.Variant, A.CopiedFrom, A.ShareDetail, A.CreatedAt, A.CreatedBy, A.SubmittedAt, A.SubmittedBy,
    R.OverallPercent, R.Level, R.KitLevel
FROM Assessment A
LEFT JOIN Result R ON R.AssessmentId = A.Id
WHERE A.Finess = @Finess AND A.Id < @Before
ORDER BY A.Id DESC
/*page*/
