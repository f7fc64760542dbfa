-- @PersonId CHAR(32), @Key VARCHAR(100), @Fingerprint CHAR(64), @CreatedId CHAR(32), @CreatedAt CHAR(28)
INSERT INTO IdempotentRequest (PersonId, [Key], Fingerprint, CreatedId, CreatedAt)
VALUES (@PersonId, @Key, @Fingerprint, @CreatedId, @CreatedAt);
