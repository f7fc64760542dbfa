-- @PersonId CHAR(32), @Finess CHAR(9), @Role VARCHAR(12), @GrantedAt CHAR(28)
INSERT INTO EstablishmentGrant (PersonId, Finess, Role, GrantedAt)
VALUES (@PersonId, @Finess, @Role, @GrantedAt);
