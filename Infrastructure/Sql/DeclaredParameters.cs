using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;

namespace CrisisKits.Infrastructure.Sql;

/// <summary>
/// Binds text as the first line of its query declares it. Otherwise SQL Server would be sent every string as <c>NVARCHAR</c>, and would convert
/// a <c>CHAR</c> column row by row to compare it.
/// </summary>
public sealed class DeclaredParameters(SqlText text, object values) : SqlMapper.IDynamicParameters
{
    public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        ((SqlMapper.IDynamicParameters)new DynamicParameters(values)).AddParameters(command, identity);
        foreach (DbParameter parameter in command.Parameters)
            if (text.Parameters.TryGetValue(parameter.ParameterName.TrimStart('@'), out var declared))
                Declare(parameter, declared);
    }

    internal static void Declare(DbParameter parameter, string declared)
    {
        if (declared.Split('(', ')') is not [var name, var size, ..] || Kind(name) is not { } kind)
            return;
        parameter.DbType = kind;
        // one size for all values gives one plan; a longer value keeps its own, for the server to refuse instead of being cut here
        parameter.Size = Math.Max(int.Parse(size, CultureInfo.InvariantCulture), (parameter.Value as string)?.Length ?? 0);
    }

    private static DbType? Kind(string name) => name.ToUpperInvariant() switch
    {
        "CHAR" => DbType.AnsiStringFixedLength,
        "VARCHAR" => DbType.AnsiString,
        "NVARCHAR" => DbType.String,
        _ => null,
    };
}
