CREATE TABLE SchemaMigration
(
    Number INTEGER NOT NULL,
    Name TEXT NOT NULL CHECK (length(Name) <= 100),
    Checksum TEXT NOT NULL CHECK (length(Checksum) = 64),
    AppliedAt TEXT NOT NULL CHECK (length(AppliedAt) = 28),
    CONSTRAINT PK_SchemaMigration PRIMARY KEY (Number)
) STRICT, WITHOUT ROWID;

CREATE TABLE Establishment
(
    Finess TEXT NOT NULL CHECK (length(Finess) = 9),
    Kind TEXT NOT NULL CHECK (length(Kind) <= 12),
    ParentFiness TEXT NULL CHECK (length(ParentFiness) = 9),
    Name TEXT NOT NULL CHECK (length(Name) <= 250),
    Category TEXT NULL CHECK (length(Category) = 3),
    Town TEXT NOT NULL CHECK (length(Town) <= 100),
    PostalCode TEXT NULL CHECK (length(PostalCode) = 5),
    Commune TEXT NULL CHECK (length(Commune) = 5),
    Department TEXT NOT NULL CHECK (length(Department) <= 3),
    Region TEXT NULL CHECK (length(Region) = 2),
    IsOpen INTEGER NOT NULL CHECK (IsOpen IN (0, 1)),
    ChangedAt TEXT NOT NULL CHECK (length(ChangedAt) = 28),
    Source TEXT NOT NULL CHECK (length(Source) <= 6),
    SearchText TEXT NOT NULL CHECK (length(SearchText) <= 400),
    CONSTRAINT PK_Establishment PRIMARY KEY (Finess),
    CONSTRAINT FK_Establishment_Parent FOREIGN KEY (ParentFiness) REFERENCES Establishment (Finess),
    CONSTRAINT CK_Establishment_Kind CHECK (
        (Kind = 'legal-entity' AND ParentFiness IS NULL)
        OR (Kind = 'site' AND ParentFiness IS NOT NULL)),
    CONSTRAINT CK_Establishment_Source CHECK (Source IN ('finess', 'hand', 'demo'))
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_Establishment_Parent ON Establishment (ParentFiness);
CREATE INDEX IX_Establishment_Search ON Establishment (SearchText, Finess);

CREATE TABLE Person
(
    Id TEXT NOT NULL CHECK (length(Id) = 32),
    DisplayName TEXT NOT NULL CHECK (length(DisplayName) <= 200),
    Email TEXT NULL CHECK (length(Email) <= 254),
    IsActive INTEGER NOT NULL CHECK (IsActive IN (0, 1)),
    IsAdministrator INTEGER NOT NULL CHECK (IsAdministrator IN (0, 1)),
    CreatedAt TEXT NOT NULL CHECK (length(CreatedAt) = 28),
    CONSTRAINT PK_Person PRIMARY KEY (Id)
) STRICT, WITHOUT ROWID;

CREATE TABLE EstablishmentGrant
(
    PersonId TEXT NOT NULL CHECK (length(PersonId) = 32),
    Finess TEXT NOT NULL CHECK (length(Finess) = 9),
    Role TEXT NOT NULL CHECK (length(Role) <= 12),
    GrantedAt TEXT NOT NULL CHECK (length(GrantedAt) = 28),
    CONSTRAINT PK_EstablishmentGrant PRIMARY KEY (PersonId, Finess),
    CONSTRAINT FK_EstablishmentGrant_Person FOREIGN KEY (PersonId) REFERENCES Person (Id),
    CONSTRAINT FK_EstablishmentGrant_Establishment FOREIGN KEY (Finess) REFERENCES Establishment (Finess),
    CONSTRAINT CK_EstablishmentGrant_Role CHECK (Role IN ('lecteur', 'contributeur', 'responsable', 'referent'))
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_EstablishmentGrant_Finess ON EstablishmentGrant (Finess);

CREATE TABLE AgencyGrant
(
    PersonId TEXT NOT NULL CHECK (length(PersonId) = 32),
    TerritoryKind TEXT NOT NULL CHECK (length(TerritoryKind) <= 8),
    TerritoryCode TEXT NOT NULL CHECK (length(TerritoryCode) <= 20),
    Role TEXT NOT NULL CHECK (length(Role) <= 12),
    GrantedAt TEXT NOT NULL CHECK (length(GrantedAt) = 28),
    CONSTRAINT PK_AgencyGrant PRIMARY KEY (PersonId, TerritoryKind, TerritoryCode),
    CONSTRAINT FK_AgencyGrant_Person FOREIGN KEY (PersonId) REFERENCES Person (Id),
    CONSTRAINT CK_AgencyGrant_TerritoryKind CHECK (TerritoryKind IN ('region', 'group', 'national')),
    CONSTRAINT CK_AgencyGrant_Role CHECK (Role IN ('lecteur', 'gestionnaire'))
) STRICT, WITHOUT ROWID;

CREATE TABLE GroupMember
(
    GroupCode TEXT NOT NULL CHECK (length(GroupCode) <= 20),
    Finess TEXT NOT NULL CHECK (length(Finess) = 9),
    CONSTRAINT PK_GroupMember PRIMARY KEY (GroupCode, Finess),
    CONSTRAINT FK_GroupMember_Establishment FOREIGN KEY (Finess) REFERENCES Establishment (Finess)
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_GroupMember_Finess ON GroupMember (Finess);

CREATE TABLE Assessment
(
    Id TEXT NOT NULL CHECK (length(Id) = 32),
    Finess TEXT NOT NULL CHECK (length(Finess) = 9),
    GridVersion TEXT NOT NULL CHECK (length(GridVersion) <= 20),
    State TEXT NOT NULL CHECK (length(State) <= 9),
    Variant TEXT NOT NULL CHECK (length(Variant) <= 8),
    CopiedFrom TEXT NULL CHECK (length(CopiedFrom) = 32),
    ShareDetail INTEGER NOT NULL CHECK (ShareDetail IN (0, 1)),
    CreatedAt TEXT NOT NULL CHECK (length(CreatedAt) = 28),
    CreatedBy TEXT NOT NULL CHECK (length(CreatedBy) = 32),
    SubmittedAt TEXT NULL CHECK (length(SubmittedAt) = 28),
    SubmittedBy TEXT NULL CHECK (length(SubmittedBy) = 32),
    ChangedAt TEXT NOT NULL CHECK (length(ChangedAt) = 28),
    CONSTRAINT PK_Assessment PRIMARY KEY (Id),
    CONSTRAINT FK_Assessment_Establishment FOREIGN KEY (Finess) REFERENCES Establishment (Finess),
    CONSTRAINT FK_Assessment_CopiedFrom FOREIGN KEY (CopiedFrom) REFERENCES Assessment (Id),
    CONSTRAINT FK_Assessment_CreatedBy FOREIGN KEY (CreatedBy) REFERENCES Person (Id),
    CONSTRAINT FK_Assessment_SubmittedBy FOREIGN KEY (SubmittedBy) REFERENCES Person (Id),
    CONSTRAINT CK_Assessment_Variant CHECK (Variant IN ('hospital', 'esms')),
    CONSTRAINT CK_Assessment_State CHECK (
        (State = 'draft' AND SubmittedAt IS NULL AND SubmittedBy IS NULL)
        OR (State = 'submitted' AND SubmittedAt IS NOT NULL AND SubmittedBy IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX UX_Assessment_OneDraft ON Assessment (Finess) WHERE State = 'draft';
CREATE INDEX IX_Assessment_Finess ON Assessment (Finess, SubmittedAt);

CREATE TABLE Answer
(
    AssessmentId TEXT NOT NULL CHECK (length(AssessmentId) = 32),
    QuestionId TEXT NOT NULL CHECK (length(QuestionId) <= 100),
    Kind TEXT NULL CHECK (length(Kind) <= 14),
    Points INTEGER NULL,
    Reason TEXT NULL CHECK (length(Reason) <= 1000),
    Comment TEXT NULL CHECK (length(Comment) <= 4000),
    Evidence TEXT NULL CHECK (length(Evidence) <= 2000),
    Version INTEGER NOT NULL,
    ToConfirm INTEGER NOT NULL CHECK (ToConfirm IN (0, 1)),
    AnsweredBy TEXT NOT NULL CHECK (length(AnsweredBy) = 32),
    AnsweredAt TEXT NOT NULL CHECK (length(AnsweredAt) = 28),
    CONSTRAINT PK_Answer PRIMARY KEY (AssessmentId, QuestionId),
    CONSTRAINT FK_Answer_Assessment FOREIGN KEY (AssessmentId) REFERENCES Assessment (Id),
    CONSTRAINT FK_Answer_AnsweredBy FOREIGN KEY (AnsweredBy) REFERENCES Person (Id),
    CONSTRAINT CK_Answer_Version CHECK (Version >= 1),
    CONSTRAINT CK_Answer_Kind CHECK (
        (Kind IS NULL AND Points IS NULL AND Reason IS NULL AND Comment IS NULL AND Evidence IS NULL AND ToConfirm = 0)
        OR (Kind IS NOT NULL AND Kind = 'option' AND Points IS NOT NULL AND Points BETWEEN 0 AND 3 AND Reason IS NULL)
        OR (Kind IS NOT NULL AND Kind = 'dont-know' AND Points IS NULL AND Reason IS NULL)
        OR (Kind IS NOT NULL AND Kind = 'not-applicable' AND Points IS NULL AND Reason IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE Result
(
    AssessmentId TEXT NOT NULL CHECK (length(AssessmentId) = 32),
    OverallNumerator INTEGER NOT NULL,
    OverallDenominator INTEGER NOT NULL,
    OverallPercent INTEGER NOT NULL,
    LowPercent INTEGER NOT NULL,
    HighPercent INTEGER NOT NULL,
    Band TEXT NOT NULL CHECK (length(Band) <= 12),
    Level TEXT NOT NULL CHECK (length(Level) <= 12),
    LowLevel TEXT NOT NULL CHECK (length(LowLevel) <= 12),
    HighLevel TEXT NOT NULL CHECK (length(HighLevel) <= 12),
    KitVersion TEXT NOT NULL CHECK (length(KitVersion) <= 20),
    KitLevel TEXT NOT NULL CHECK (length(KitLevel) <= 12),
    KitReason TEXT NULL CHECK (length(KitReason) <= 1000),
    Answered INTEGER NOT NULL,
    Total INTEGER NOT NULL,
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
) STRICT, WITHOUT ROWID;

CREATE TABLE ResultTheme
(
    AssessmentId TEXT NOT NULL CHECK (length(AssessmentId) = 32),
    ThemeId TEXT NOT NULL CHECK (length(ThemeId) <= 100),
    Position INTEGER NOT NULL,
    Applicable INTEGER NOT NULL CHECK (Applicable IN (0, 1)),
    Possible INTEGER NOT NULL,
    Numerator INTEGER NULL,
    Denominator INTEGER NULL,
    [Percent] INTEGER NULL,
    CONSTRAINT PK_ResultTheme PRIMARY KEY (AssessmentId, ThemeId),
    CONSTRAINT FK_ResultTheme_Result FOREIGN KEY (AssessmentId) REFERENCES Result (AssessmentId),
    CONSTRAINT CK_ResultTheme_Value CHECK (
        (Numerator IS NULL AND Denominator IS NULL AND [Percent] IS NULL)
        OR (Numerator IS NOT NULL AND Denominator IS NOT NULL AND [Percent] IS NOT NULL
            AND Numerator >= 0 AND Denominator > 0 AND Numerator <= Denominator AND [Percent] BETWEEN 0 AND 100))
) STRICT, WITHOUT ROWID;

CREATE TABLE ResultGate
(
    AssessmentId TEXT NOT NULL CHECK (length(AssessmentId) = 32),
    GateId TEXT NOT NULL CHECK (length(GateId) <= 100),
    Position INTEGER NOT NULL,
    CONSTRAINT PK_ResultGate PRIMARY KEY (AssessmentId, GateId),
    CONSTRAINT FK_ResultGate_Result FOREIGN KEY (AssessmentId) REFERENCES Result (AssessmentId)
) STRICT, WITHOUT ROWID;

CREATE TABLE IdempotentRequest
(
    PersonId TEXT NOT NULL CHECK (length(PersonId) = 32),
    [Key] TEXT NOT NULL CHECK (length([Key]) <= 100),
    Fingerprint TEXT NOT NULL CHECK (length(Fingerprint) = 64),
    CreatedId TEXT NOT NULL CHECK (length(CreatedId) = 32),
    CreatedAt TEXT NOT NULL CHECK (length(CreatedAt) = 28),
    CONSTRAINT PK_IdempotentRequest PRIMARY KEY (PersonId, [Key]),
    CONSTRAINT FK_IdempotentRequest_Person FOREIGN KEY (PersonId) REFERENCES Person (Id)
) STRICT, WITHOUT ROWID;

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
