using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits.Making;
using Microsoft.AspNetCore.Http;

namespace CrisisKits.Web.Kits;

/// <summary>
/// What was typed in the form of a kit, as typed. The name of a field is the path of its value in a <see cref="MakingRequest"/>, so that what is
/// wrong with a value is told beside it; a blank field is a value that is not given.
/// </summary>
public sealed partial class TypedKit(IReadOnlyDictionary<string, string> lines)
{
    /// <summary>Rows of the form, besides the scenario's own pause; more than that is asked of the API.</summary>
    public const int BreakRows = 2;

    public const string TargetedField = "cibler";
    public const string FileField = "fichier";
    public const string NameField = "establishment.name";
    public const string GroupField = "establishment.group";
    public const string SamuField = "establishment.samu";
    public const string ScenarioField = "scenario";
    public const string DateField = "date";
    public const string StartField = "start";
    public const string FunctionsField = "functions.";

    /// <summary>As typed; null when blank.</summary>
    public string? this[string field] => lines.TryGetValue(field, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Mark what to play first, from the answers.</summary>
    public bool Targeted => this[TargetedField] is not null;

    /// <summary>Which file: an audience, or the whole kit.</summary>
    public string? File => this[FileField];

    public static TypedKit Of(IFormCollection form) => new(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));

    public static string BreakField(int row, string part) => string.Create(CultureInfo.InvariantCulture, $"breaks[{row}].{part}");

    public MakingRequest ToRequest(KitVariant variant) => new()
    {
        Variant = variant.Id(),
        Scenario = this[ScenarioField],
        Establishment = new() { Name = this[NameField], Group = this[GroupField], Samu = this[SamuField] },
        Date = this[DateField] is { } date ? IsoDate(date) : null,
        Start = this[StartField] is { } start ? IsoTime(start) : null,
        Breaks = [.. Rows.Select(row => new BreakRequest
        {
            At = this[BreakField(row, "at")] is { } at ? PlayTimeOf(at) : null,
            Minutes = int.TryParse(this[BreakField(row, "minutes")], NumberStyles.Integer, CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
        })],
        Systems = new() { Dpi = this["systems.dpi"], Laboratory = this["systems.laboratory"], Imaging = this["systems.imaging"], Pharmacy = this["systems.pharmacy"] },
        Functions = lines.Keys.Where(field => field.StartsWith(FunctionsField, StringComparison.Ordinal) && this[field] is not null)
            .ToDictionary(field => field[FunctionsField.Length..], field => this[field]!, StringComparer.Ordinal),
    };

    /// <summary>The field that shows the value at a path: rows left blank are not in the request.</summary>
    public string FieldAt(string path)
    {
        var field = string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
        var rows = Rows;
        for (var index = 0; index < rows.Length; index++)
            if (field.StartsWith(BreakField(index, string.Empty), StringComparison.Ordinal))
                return BreakField(rows[index], field[BreakField(index, string.Empty).Length..]);
        return field;
    }

    private int[] Rows => [.. Enumerable.Range(0, BreakRows).Where(row => this[BreakField(row, "at")] is not null || this[BreakField(row, "minutes")] is not null)];

    /// <summary>« 15/12/2026 » as requests write it; whatever else as typed, and then it is refused.</summary>
    private static string IsoDate(string typed) => FrenchDate().Match(typed) is { Success: true } date
        ? $"{date.Groups["year"].Value}-{date.Groups["month"].Value.PadLeft(2, '0')}-{date.Groups["day"].Value.PadLeft(2, '0')}"
        : typed.Trim();

    /// <summary>« 9h », « 9 h 30 » and « 9:30 » are all understood.</summary>
    private static string IsoTime(string typed) => FrenchTimeOfDay().Match(typed) is { Success: true } time
        ? $"{time.Groups["hours"].Value.PadLeft(2, '0')}:{time.Groups["minutes"].Value.PadLeft(2, '0')}"
        : typed.Trim();

    private static string PlayTimeOf(string typed) => FrenchTimeOfDay().Match(typed) is { Success: true } time
        ? $"{time.Groups["hours"].Value}:{time.Groups["minutes"].Value.PadLeft(2, '0')}"
        : typed.Trim();

    [GeneratedRegex(@"^\s*(?<day>[0-9]{1,2})[\s/.-](?<month>[0-9]{1,2})[\s/.-](?<year>[0-9]{4})\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex FrenchDate();

    [GeneratedRegex(@"^\s*(?<hours>[0-9]{1,2})\s*[:hH]\s*(?<minutes>[0-9]{0,2})\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex FrenchTimeOfDay();
}
