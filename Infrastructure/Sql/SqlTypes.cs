using System.Data;
using System.Globalization;
using Dapper;

namespace CrisisKits.Infrastructure.Sql;

/// <summary>
/// How values that the engines do not write alike are kept. Instants and dates are ASCII text of fixed length on both engines, so that both
/// compare and sort them alike, byte by byte. Single values only: Dapper expands lists past these handlers, and the portable subset has none.
/// </summary>
internal static class SqlTypes
{
    /// <summary>UTC with seven digits, 28 characters: <c>2026-01-31T07:05:09.0000000Z</c>.</summary>
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const string Day = "yyyy-MM-dd";

    public static void Register()
    {
        Register(new InstantText());
        Register(new DayText());
        Register(new ExactDecimal());
    }

    /// <summary>An instant as it is kept, for rows that do not pass through Dapper.</summary>
    public static string TextOf(DateTimeOffset instant) => instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    private static void Register<T>(SqlMapper.TypeHandler<T> handler)
        where T : struct
    {
        // a type that Dapper maps by itself is written without asking its handler
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(handler);
    }

    private sealed class InstantText : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            SetText(parameter, TextOf(value));

        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.ParseExact((string)value, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private sealed class DayText : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            SetText(parameter, value.ToString(Day, CultureInfo.InvariantCulture));

        public override DateOnly Parse(object value) => DateOnly.ParseExact((string)value, Day, CultureInfo.InvariantCulture);
    }

    /// <summary>SQLite has no exact decimal: text there, <c>DECIMAL</c> on SQL Server. Never compared or summed in SQL.</summary>
    private sealed class ExactDecimal : SqlMapper.TypeHandler<decimal>
    {
        public override void SetValue(IDbDataParameter parameter, decimal value) => parameter.Value = value;

        public override decimal Parse(object value) =>
            value is string text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : (decimal)value;
    }

    private static void SetText(IDbDataParameter parameter, string text)
    {
        parameter.DbType = DbType.AnsiStringFixedLength;
        parameter.Value = text;
    }
}
