using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CrisisKits.Tests.Database.Schema;

/// <summary>
/// What a script makes, as sorted lines that can be compared: columns as declared, constraints and indexes by name. The T-SQL parser reads both
/// engines' definitions; ALTER statements are applied in order, so that a chain of migrations has a shape too.
/// </summary>
internal sealed class SchemaShape
{
    private readonly SortedDictionary<string, string> _parts = new(StringComparer.Ordinal);

    public SchemaShape(string script)
    {
        foreach (var statement in Statements(script))
            Apply(statement);
    }

    public IEnumerable<string> Lines => _parts.Select(part => $"{part.Key} {part.Value}");

    /// <summary>Table, column, and how the column is declared.</summary>
    public IEnumerable<(string Table, string Column, string Declared)> Columns =>
        _parts.Where(part => part.Key.StartsWith("column ", StringComparison.Ordinal)).Select(part => (part.Key.Split(' ')[1], part.Key.Split(' ')[2], part.Value));

    /// <summary>All that is not a column: keys, references, checks, indexes.</summary>
    public IEnumerable<string> Rules => _parts.Where(part => !part.Key.StartsWith("column ", StringComparison.Ordinal)).Select(part => $"{part.Key} {part.Value}");

    public static IReadOnlyList<TSqlStatement> Statements(string script)
    {
        using var reader = new StringReader(script);
        var parsed = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.That(errors.Select(error => $"line {error.Line}: {error.Message}"), Is.Empty, script);
        return [.. parsed.Batches.SelectMany(batch => batch.Statements)];
    }

    private void Apply(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement table:
                Add(Name(table.SchemaObjectName), table.Definition);
                break;
            case AlterTableAddTableElementStatement more:
                Add(Name(more.SchemaObjectName), more.Definition);
                break;
            case AlterTableAlterColumnStatement column:
                _parts[$"column {Name(column.SchemaObjectName)} {column.ColumnIdentifier.Value}"] = Text(column, column.ColumnIdentifier.LastTokenIndex + 1);
                break;
            case AlterTableDropTableElementStatement less:
                foreach (var element in less.AlterTableDropTableElements)
                    Remove($"{(element.TableElementType == TableElementType.Column ? "column" : "constraint")} {Name(less.SchemaObjectName)} {element.Name.Value}");
                break;
            case CreateIndexStatement index:
                _parts.Add($"index {Name(index.OnName)} {index.Name.Value}", Text(index, index.FirstTokenIndex));
                break;
            case DropIndexStatement { DropIndexClauses: [DropIndexClause dropped] }:
                Remove($"index {Name(dropped.Object)} {dropped.Index.Value}");
                break;
            case DropTableStatement { Objects: [var gone] }:
                foreach (var part in _parts.Keys.Where(key => key.Split(' ')[1] == Name(gone)).ToArray())
                    Remove(part);
                break;
            case UpdateStatement or InsertStatement or DeleteStatement:
                break;
            default:
                throw new NotSupportedException($"Teach SchemaShape {statement.GetType().Name}.");
        }
    }

    private void Add(string table, TableDefinition definition)
    {
        foreach (var column in definition.ColumnDefinitions)
            _parts.Add($"column {table} {column.ColumnIdentifier.Value}", Text(column, column.ColumnIdentifier.LastTokenIndex + 1));
        foreach (var constraint in definition.TableConstraints)
            _parts.Add($"constraint {table} {constraint.ConstraintIdentifier.Value}", Text(constraint, constraint.ConstraintIdentifier.LastTokenIndex + 1));
    }

    private void Remove(string part) => Assert.That(_parts.Remove(part), Is.True, $"{part} is dropped but does not exist");

    private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;

    /// <summary>The tokens of a fragment with one space between, so that neither layout nor brackets around names count.</summary>
    private static string Text(TSqlFragment fragment, int from) => string.Join(
        ' ',
        fragment.ScriptTokenStream.Take(fragment.LastTokenIndex + 1).Skip(from)
            .Where(token => token.TokenType is not (TSqlTokenType.WhiteSpace or TSqlTokenType.SingleLineComment or TSqlTokenType.MultilineComment or TSqlTokenType.Semicolon))
            .Select(token => token.Text.Trim('[', ']')));
}
