-- @PersonId CHAR(32), @TerritoryKind VARCHAR(8), @TerritoryCode VARCHAR(20), @Role VARCHAR(12), @GrantedAt CHAR(28)
INSERT INTO AgencyGrant (PersonId, TerritoryKind, TerritoryCode, Role, GrantedAt)
VALUES (@PersonId, @TerritoryKind, @TerritoryCode, @Role, @GrantedAt);
