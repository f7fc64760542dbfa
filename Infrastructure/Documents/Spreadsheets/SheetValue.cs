using System.Globalization;
using CrisisKits.Infrastructure.Documents.Packaging;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets;

/// <summary>What stands in a cell: nothing (the default), words, a whole number, a time of day or a date. Never a formula.</summary>
public readonly record struct SheetValue
{
    // OWASP, « CSV injection »: what makes a program take words for a formula, full-width signs included
    private const string FormulaSigns = "=+-@\t\n＝＋－＠";

    private SheetValue(string text, double? number) => (Text, Number) = (text, number);

    /// <summary>As read aloud and as CSV writes it: <c>09:05</c>, <c>2026-11-23</c>; empty when nothing stands here.</summary>
    public string Text => field ?? string.Empty;

    /// <summary>As a spreadsheet counts: whole numbers, fractions of a day, days since 1900; null for words.</summary>
    public double? Number { get; }

    /// <summary>Words that a program could take for a formula once they are typed or imported again.</summary>
    public bool LooksLikeFormula => Number is null && Text.AsSpan().TrimStart(' ') is { Length: > 0 } text && FormulaSigns.Contains(text[0], StringComparison.Ordinal);

    public static implicit operator SheetValue(string? words) => new(OfficeText.Clean(words ?? string.Empty), null);

    public static implicit operator SheetValue(int number) => new(number.ToString(CultureInfo.InvariantCulture), number);

    public static implicit operator SheetValue(TimeOnly? time) =>
        time is { } at ? new(at.ToString("HH:mm", CultureInfo.InvariantCulture), at.ToTimeSpan().TotalDays) : default;

    public static implicit operator SheetValue(DateOnly? date) =>
        date is { } day ? new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.ToDateTime(default).ToOADate()) : default;
}
