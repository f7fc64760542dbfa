using CrisisKits.Infrastructure.Sql;
using CrisisKits.Tests.Support;
using Microsoft.SqlServer.Dac.Model;

namespace CrisisKits.Tests.Database.Schema;

/// <summary>Compiles queries for SQL Server against its schema, without a server. A warning is a failure: a missing table is only that.</summary>
internal static class SqlServerProof
{
    /// <param name="queries">By name; the first line of each declares its parameters.</param>
    /// <returns>What is wrong, with the name of the query.</returns>
    public static IReadOnlyList<string> Check(params (string Name, SqlText Text)[] queries)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions());
        var at = "schema.sql";
        try
        {
            // the model takes one statement at a time
            foreach (var statement in SchemaShape.Statements(RepositoryFiles.Schema(SqlDialect.SqlServer)))
                model.AddObjects(string.Concat(
                    statement.ScriptTokenStream.Take(statement.LastTokenIndex + 1).Skip(statement.FirstTokenIndex).Select(token => token.Text)));
            foreach (var (name, text) in queries)
            {
                at = name;
                model.AddOrUpdateObjects(AsProcedure(name, text), name, new TSqlObjectOptions());
            }

            return [.. model.Validate().Select(message => $"{message.Prefix}{message.Number}: {message.Message}")];
        }
        catch (DacModelException unreadable)
        {
            return [.. unreadable.Messages.Select(message => $"{at} {message.Prefix}{message.Number}: {message.Message}")];
        }
    }

    private static string AsProcedure(string name, SqlText text)
    {
        var parameters = string.Join(", ", text.Parameters.Select(parameter => $"@{parameter.Key} {parameter.Value}"));
        return $"CREATE PROCEDURE [{name}] {parameters} AS\nBEGIN\n{text.For(SqlDialect.SqlServer)}\nEND";
    }
}
