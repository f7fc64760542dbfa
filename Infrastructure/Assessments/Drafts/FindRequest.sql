-- @PersonId CHAR(32), @Key VARCHAR(100)
SELECT Fingerprint, CreatedId FROM IdempotentRequest WHERE PersonId = @PersonId AND [Key] = @Key;
