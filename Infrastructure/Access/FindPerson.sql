-- @Id CHAR(32)
SELECT Id, DisplayName, IsActive, IsAdministrator FROM Person WHERE Id = @Id;
