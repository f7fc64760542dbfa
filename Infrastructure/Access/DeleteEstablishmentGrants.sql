-- @Id CHAR(32)
DELETE FROM EstablishmentGrant WHERE PersonId = @Id;
