CREATE TABLE SchemaMigration
(
    Number INT NOT NULL,
    Name VARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Checksum CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AppliedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_SchemaMigration PRIMARY KEY (Number)
);

CREATE TABLE Establishment
(
    Finess CHAR(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind VARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ParentFiness CHAR(9) COLLATE Latin1_General_100_BIN2 NULL,
    Name NVARCHAR(250) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Category CHAR(3) COLLATE Latin1_General_100_BIN2 NULL,
    Town NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PostalCode CHAR(5) COLLATE Latin1_General_100_BIN2 NULL,
    Commune CHAR(5) COLLATE Latin1_General_100_BIN2 NULL,
    Department VARCHAR(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Region CHAR(2) COLLATE Latin1_General_100_BIN2 NULL,
    IsOpen BIT NOT NULL,
    ChangedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Source VARCHAR(6) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SearchText VARCHAR(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_Establishment PRIMARY KEY (Finess),
    CONSTRAINT FK_Establishment_Parent FOREIGN KEY (ParentFiness) REFERENCES Establishment (Finess),
    CONSTRAINT CK_Establishment_Kind CHECK (
        (Kind = 'legal-entity' AND ParentFiness IS NULL)
        OR (Kind = 'site' AND ParentFiness IS NOT NULL)),
    CONSTRAINT CK_Establishment_Source CHECK (Source IN ('finess', 'hand', 'demo'))
);
CREATE INDEX IX_Establishment_Parent ON Establishment (ParentFiness);
CREATE INDEX IX_Establishment_Search ON Establishment (SearchText, Finess);

CREATE TABLE Person
(
    Id CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    DisplayName NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Email NVARCHAR(254) COLLATE Latin1_General_100_BIN2 NULL,
    IsActive BIT NOT NULL,
    IsAdministrator BIT NOT NULL,
    CreatedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_Person PRIMARY KEY (Id)
);

CREATE TABLE EstablishmentGrant
(
    PersonId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Finess CHAR(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Role VARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    GrantedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_EstablishmentGrant PRIMARY KEY (PersonId, Finess),
    CONSTRAINT FK_EstablishmentGrant_Person FOREIGN KEY (PersonId) REFERENCES Person (Id),
    CONSTRAINT FK_EstablishmentGrant_Establishment FOREIGN KEY (Finess) REFERENCES Establishment (Finess),
    CONSTRAINT CK_EstablishmentGrant_Role CHECK (Role IN ('lecteur', 'contributeur', 'responsable', 'referent'))
);
CREATE INDEX IX_EstablishmentGrant_Finess ON EstablishmentGrant (Finess);

CREATE TABLE AgencyGrant
(
    PersonId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    TerritoryKind VARCHAR(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    TerritoryCode VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Role VARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    GrantedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_AgencyGrant PRIMARY KEY (PersonId, TerritoryKind, TerritoryCode),
    CONSTRAINT FK_AgencyGrant_Person FOREIGN KEY (PersonId) REFERENCES Person (Id),
    CONSTRAINT CK_AgencyGrant_TerritoryKind CHECK (TerritoryKind IN ('region', 'group', 'national')),
    CONSTRAINT CK_AgencyGrant_Role CHECK (Role IN ('lecteur', 'gestionnaire'))
);

CREATE TABLE GroupMember
(
    GroupCode VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Finess CHAR(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_GroupMember PRIMARY KEY (GroupCode, Finess),
    CONSTRAINT FK_GroupMember_Establishment FOREIGN KEY (Finess) REFERENCES Establishment (Finess)
);
CREATE INDEX IX_GroupMember_Finess ON GroupMember (Finess);

CREATE TABLE Assessment
(
    Id CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Finess CHAR(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    GridVersion VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State VARCHAR(9) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Variant VARCHAR(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CopiedFrom CHAR(32) COLLATE Latin1_General_100_BIN2 NULL,
    ShareDetail BIT NOT NULL,
    CreatedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedBy CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubmittedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NULL,
    SubmittedBy CHAR(32) COLLATE Latin1_General_100_BIN2 NULL,
    ChangedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_Assessment PRIMARY KEY (Id),
    CONSTRAINT FK_Assessment_Establishment FOREIGN KEY (Finess) REFERENCES Establishment (Finess),
    CONSTRAINT FK_Assessment_CopiedFrom FOREIGN KEY (CopiedFrom) REFERENCES Assessment (Id),
    CONSTRAINT FK_Assessment_CreatedBy FOREIGN KEY (CreatedBy) REFERENCES Person (Id),
    CONSTRAINT FK_Assessment_SubmittedBy FOREIGN KEY (SubmittedBy) REFERENCES Person (Id),
    CONSTRAINT CK_Assessment_Variant CHECK (Variant IN ('hospital', 'esms')),
    CONSTRAINT CK_Assessment_State CHECK (
        (State = 'draft' AND SubmittedAt IS NULL AND SubmittedBy IS NULL)
        OR (State = 'submitted' AND SubmittedAt IS NOT NULL AND SubmittedBy IS NOT NULL))
);
CREATE UNIQUE INDEX UX_Assessment_OneDraft ON Assessment (Finess) WHERE State = 'draft';
CREATE INDEX IX_Assessment_Finess ON Assessment (Finess, SubmittedAt);

CREATE TABLE Answer
(
    AssessmentId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    QuestionId VARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind VARCHAR(14) COLLATE Latin1_General_100_BIN2 NULL,
    Points SMALLINT NULL,
    Reason NVARCHAR(1000) COLLATE Latin1_General_100_BIN2 NULL,
    Comment NVARCHAR(4000) COLLATE Latin1_General_100_BIN2 NULL,
    Evidence NVARCHAR(2000) COLLATE Latin1_General_100_BIN2 NULL,
    Version INT NOT NULL,
    ToConfirm BIT NOT NULL,
    AnsweredBy CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    AnsweredAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_Answer PRIMARY KEY (AssessmentId, QuestionId),
    CONSTRAINT FK_Answer_Assessment FOREIGN KEY (AssessmentId) REFERENCES Assessment (Id),
    CONSTRAINT FK_Answer_AnsweredBy FOREIGN KEY (AnsweredBy) REFERENCES Person (Id),
    CONSTRAINT CK_Answer_Version CHECK (Version >= 1),
    CONSTRAINT CK_Answer_Kind CHECK (
        (Kind IS NULL AND Points IS NULL AND Reason IS NULL AND Comment IS NULL AND Evidence IS NULL AND ToConfirm = 0)
        OR (Kind IS NOT NULL AND Kind = 'option' AND Points IS NOT NULL AND Points BETWEEN 0 AND 3 AND Reason IS NULL)
        OR (Kind IS NOT NULL AND Kind = 'dont-know' AND Points IS NULL AND Reason IS NULL)
        OR (Kind IS NOT NULL AND Kind = 'not-applicable' AND Points IS NULL AND Reason IS NOT NULL))
);

CREATE TABLE Result
(
    AssessmentId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OverallNumerator BIGINT NOT NULL,
    OverallDenominator BIGINT NOT NULL,
    OverallPercent INT NOT NULL,
    LowPercent INT NOT NULL,
    HighPercent INT NOT NULL,
    Band VARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Level VARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    LowLevel VARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    HighLevel VARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    KitVersion VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    KitLevel VARCHAR(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    KitReason NVARCHAR(1000) COLLATE Latin1_General_100_BIN2 NULL,
    Answered INT NOT NULL,
    Total INT NOT NULL,
    CONSTRAINT PK_Result PRIMARY KEY (AssessmentId),
    CONSTRAINT FK_Result_Assessment FOREIGN KEY (AssessmentId) REFERENCES Assessment (Id),
    CONSTRAINT CK_Result_Overall CHECK (OverallNumerator >= 0 AND OverallDenominator > 0 AND OverallNumerator <= OverallDenominator),
    CONSTRAINT CK_Result_Percent CHECK (
        LowPercent >= 0 AND LowPercent <= OverallPercent AND OverallPercent <= HighPercent AND HighPercent <= 100),
    CONSTRAINT CK_Result_Levels CHECK (
        Band IN ('beginner', 'intermediate', 'advanced')
        AND Level IN ('beginner', 'intermediate', 'advanced')
        AND LowLevel IN ('beginner', 'intermediate', 'advanced')
        AND HighLevel IN ('beginner', 'intermediate', 'advanced')
        AND KitLevel IN ('beginner', 'intermediate', 'advanced')),
    CONSTRAINT CK_Result_Answered CHECK (Answered >= 0 AND Answered <= Total)
);

CREATE TABLE ResultTheme
(
    AssessmentId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ThemeId VARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Position INT NOT NULL,
    Applicable BIT NOT NULL,
    Possible INT NOT NULL,
    Numerator BIGINT NULL,
    Denominator BIGINT NULL,
    [Percent] INT NULL,
    CONSTRAINT PK_ResultTheme PRIMARY KEY (AssessmentId, ThemeId),
    CONSTRAINT FK_ResultTheme_Result FOREIGN KEY (AssessmentId) REFERENCES Result (AssessmentId),
    CONSTRAINT CK_ResultTheme_Value CHECK (
        (Numerator IS NULL AND Denominator IS NULL AND [Percent] IS NULL)
        OR (Numerator IS NOT NULL AND Denominator IS NOT NULL AND [Percent] IS NOT NULL
            AND Numerator >= 0 AND Denominator > 0 AND Numerator <= Denominator AND [Percent] BETWEEN 0 AND 100))
);

CREATE TABLE ResultGate
(
    AssessmentId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    GateId VARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Position INT NOT NULL,
    CONSTRAINT PK_ResultGate PRIMARY KEY (AssessmentId, GateId),
    CONSTRAINT FK_ResultGate_Result FOREIGN KEY (AssessmentId) REFERENCES Result (AssessmentId)
);

CREATE TABLE IdempotentRequest
(
    PersonId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Key] VARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Fingerprint CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedId CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt CHAR(28) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_IdempotentRequest PRIMARY KEY (PersonId, [Key]),
    CONSTRAINT FK_IdempotentRequest_Person FOREIGN KEY (PersonId) REFERENCES Person (Id)
);

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
