-- @Id CHAR(32)
DELETE FROM AgencyGrant WHERE PersonId = @Id;
