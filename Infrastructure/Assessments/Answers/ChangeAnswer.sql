-- @AssessmentId CHAR(32), @QuestionId VARCHAR(100), @Kind VARCHAR(14), @Points SMALLINT, @Reason NVARCHAR(1000), @Comment NVARCHAR(4000), @Evidence NVARCHAR(2000), @Version INT, @ToConfirm BIT, @AnsweredBy CHAR(32), @AnsweredAt CHAR(28)
UPDATE Answer
SET Kind = @Kind, Points = @Points, Reason = @Reason, Comment = @Comment, Evidence = @Evidence, Version = @Version, ToConfirm = @ToConfirm,
    AnsweredBy = @AnsweredBy, AnsweredAt = @AnsweredAt
WHERE AssessmentId = @AssessmentId AND QuestionId = @QuestionId AND Version = @Version - 1;
