-- no parameters
SELECT CASE WHEN OBJECT_ID('SchemaMigration', 'U') IS NULL THEN 0 ELSE 1 END;
