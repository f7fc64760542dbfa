-- @Id CHAR(32), @DisplayName NVARCHAR(200), @IsActive BIT, @IsAdministrator BIT, @CreatedAt CHAR(28)
INSERT INTO Person (Id, DisplayName, IsActive, IsAdministrator, CreatedAt)
SELECT @Id, @DisplayName, @IsActive, @IsAdministrator, @CreatedAt
WHERE NOT EXISTS (SELECT 1 FROM Person WHERE Id = @Id);
