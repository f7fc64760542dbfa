-- @Finess CHAR(9), @ChangedAt CHAR(28)
UPDATE Establishment SET IsOpen = 0, ChangedAt = @ChangedAt WHERE Finess = @Finess AND IsOpen = 1;
