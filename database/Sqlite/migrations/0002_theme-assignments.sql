CREATE TABLE ThemeAssignment
(
    AssessmentId TEXT NOT NULL CHECK (length(AssessmentId) = 32),
    ThemeId TEXT NOT NULL CHECK (length(ThemeId) <= 100),
    PersonId TEXT NOT NULL CHECK (length(PersonId) = 32),
    AssignedBy TEXT NOT NULL CHECK (length(AssignedBy) = 32),
    AssignedAt TEXT NOT NULL CHECK (length(AssignedAt) = 28),
    CONSTRAINT PK_ThemeAssignment PRIMARY KEY (AssessmentId, ThemeId),
    CONSTRAINT FK_ThemeAssignment_Assessment FOREIGN KEY (AssessmentId) REFERENCES Assessment (Id),
    CONSTRAINT FK_ThemeAssignment_Person FOREIGN KEY (PersonId) REFERENCES Person (Id),
    CONSTRAINT FK_ThemeAssignment_AssignedBy FOREIGN KEY (AssignedBy) REFERENCES Person (Id)
) STRICT, WITHOUT ROWID;
