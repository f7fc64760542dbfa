CREATE TABLE ThemeAssignment
(
    AssessmentId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ThemeId VARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PersonId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AssignedBy CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AssignedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_ThemeAssignment PRIMARY KEY (AssessmentId, ThemeId),
    CONSTRAINT FK_ThemeAssignment_Assessment FOREIGN KEY (AssessmentId) REFERENCES Assessment (Id),
    CONSTRAINT FK_ThemeAssignment_Person FOREIGN KEY (PersonId) REFERENCES Person (Id),
    CONSTRAINT FK_ThemeAssignment_AssignedBy FOREIGN KEY (AssignedBy) REFERENCES Person (Id)
);
