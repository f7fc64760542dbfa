using System.Globalization;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>The words exports share, in French.</summary>
public static class ExportWords
{
    public const string DontKnow = "je ne sais pas";
    public const string NotApplicable = "sans objet";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>« 23/11/2026 », the day it was in Paris.</summary>
    public static string Day(DateTimeOffset instant) => DayOf(instant).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);

    public static string Percent(int percent) => percent.ToString(CultureInfo.InvariantCulture) + "\u202F%";

    public static string Counted(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count < 2 ? one : many)}");

    /// <summary>The first letter in upper case, to open a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The first letter in lower case, to follow a colon, unless it opens an acronym.</summary>
    public static string Uncapital(string text) =>
        text.Length == 0 || (text.Length > 1 && char.IsUpper(text[1])) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>Comments and evidence show where an establishment is weak; sharing the detail lets its agency read it.</summary>
    public static string Marking(Assessment assessment) => assessment.ShareDetail ? "TLP:AMBER" : "TLP:AMBER+STRICT";

    public static string Named(Establishment establishment) => $"{establishment.Name} · FINESS {establishment.Finess.Printed}";

    /// <summary>The question as the establishment read it.</summary>
    public static EsmsWording Wording(Question question, KitVariant variant) =>
        variant == KitVariant.Esms && question.Esms is { } esms ? esms : new(question.Text, question.Help, question.Options);

    /// <summary>
    /// What must be true for a descriptor. The highest only says what it adds to the one below (« En outre… »), which then stands before it unless
    /// it is reached already.
    /// </summary>
    public static string Descriptor(EsmsWording wording, int option, int reached = 0) => option == Mark.MostPoints && reached < option - 1
        ? $"{wording.Options[option - 1].Label} {wording.Options[option].Label}"
        : wording.Options[option].Label;

    /// <summary>Questions in grid order with their number, « 2.3 ».</summary>
    public static IEnumerable<(string Number, Theme Theme, Question Question)> Numbered(Grid grid) => grid.Themes.SelectMany((theme, index) =>
        theme.Questions.Select((question, at) => (string.Create(CultureInfo.InvariantCulture, $"{index + 1}.{at + 1}"), theme, question)));

    /// <summary>As the list of a cell offers it: « 2 », « je ne sais pas », « sans objet »; empty without answer.</summary>
    internal static string Short(Answer? answer) => answer switch
    {
        Chosen chosen => chosen.Option.ToString(CultureInfo.InvariantCulture),
        Domain.Assessments.DontKnow => DontKnow,
        Domain.Assessments.NotApplicable => NotApplicable,
        _ => string.Empty,
    };

    /// <summary>What an action costs, in one word.</summary>
    public static string Of(Effort effort) => effort switch
    {
        Effort.Small => "faible",
        Effort.Medium => "moyen",
        _ => "important",
    };

    /// <summary>When the sheet last changed: the date of what is made from it.</summary>
    public static DateTimeOffset LastChange(KeptSheet sheet) => sheet.Answers
        .Select(kept => kept.Answered.At).Append(sheet.Assessment.Created.At).Append(sheet.Assessment.Submitted?.At ?? DateTimeOffset.MinValue).Max();
}
