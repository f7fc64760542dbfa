-- @Id CHAR(32), @Finess CHAR(9), @QuestionId VARCHAR(100)
SELECT A.Id, A.Finess, A.GridVersion, A.Variant, A.CopiedFrom, A.ShareDetail, A.CreatedAt, A.CreatedBy, A.SubmittedAt, A.SubmittedBy,
    W.QuestionId, W.Kind, W.Points, W.Reason, W.Comment, W.Evidence, W.Version, W.ToConfirm, W.AnsweredBy, W.AnsweredAt, P.DisplayName AS AnsweredByName
FROM Assessment A
LEFT JOIN Answer W ON W.AssessmentId = A.Id AND W.QuestionId = @QuestionId
LEFT JOIN Person P ON P.Id = W.AnsweredBy
WHERE A.Id = @Id AND A.Finess = @Finess;
