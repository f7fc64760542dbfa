-- no parameters
SELECT Number, Name, Checksum FROM SchemaMigration ORDER BY Number;
