-- @Id CHAR(32), @Finess CHAR(9)
SELECT A.Id, A.Finess, A.GridVersion, A.Variant, A.CopiedFrom, A.ShareDetail, A.CreatedAt, A.CreatedBy, A.SubmittedAt, A.SubmittedBy,
    S.DisplayName AS SubmittedByName,
    W.QuestionId, W.Kind, W.Points, W.Reason, W.Comment, W.Evidence, W.Version, W.ToConfirm, W.AnsweredBy, W.AnsweredAt, P.DisplayName AS AnsweredByName
FROM Assessment A
LEFT JOIN Person S ON S.Id = A.SubmittedBy
LEFT JOIN Answer W ON W.AssessmentId = A.Id
LEFT JOIN Person P ON P.Id = W.AnsweredBy
WHERE A.Id = @Id AND A.Finess = @Finess
ORDER BY W.QuestionId;
