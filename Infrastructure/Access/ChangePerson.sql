-- @Id CHAR(32), @DisplayName NVARCHAR(200), @IsActive BIT, @IsAdministrator BIT
UPDATE Person
SET DisplayName = @DisplayName, IsActive = @IsActive, IsAdministrator = @IsAdministrator
WHERE Id = @Id;
