-- @AssessmentId CHAR(32), @QuestionId VARCHAR(100), @Kind VARCHAR(14), @Points SMALLINT, @Reason NVARCHAR(1000), @Comment NVARCHAR(4000), @Evidence NVARCHAR(2000), @Version INT, @ToConfirm BIT, @AnsweredBy CHAR(32), @AnsweredAt CHAR(28)
INSERT INTO Answer (AssessmentId, QuestionId, Kind, Points, Reason, Comment, Evidence, Version, ToConfirm, AnsweredBy, AnsweredAt)
VALUES (@AssessmentId, @QuestionId, @Kind, @Points, @Reason, @Comment, @Evidence, @Version, @ToConfirm, @AnsweredBy, @AnsweredAt);
