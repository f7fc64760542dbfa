using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Tests.Support;

/// <summary>Whom kits are made for.</summary>
internal static class MadeFor
{
    public static Personalisation Named(string name) => new()
    {
        Establishment = name,
        Group = null,
        Samu = null,
        PatientRecord = null,
        Laboratory = null,
        Imaging = null,
        Pharmacy = null,
        Date = null,
        Start = null,
        Breaks = [],
        Functions = new Dictionary<string, string>(StringComparer.Ordinal),
    };

    /// <summary>Every blank filled with the same text, and every time given.</summary>
    public static Personalisation Filled(Kit kit, string text) => Named(text) with
    {
        Group = text,
        Samu = text,
        PatientRecord = text,
        Laboratory = text,
        Imaging = text,
        Pharmacy = text,
        Date = new(2026, 12, 15),
        Start = new(9, 0),
        Functions = Personalisation.FunctionsOf(kit).ToDictionary(id => id, _ => text, StringComparer.Ordinal),
    };

    /// <summary>Drawn from every question answered alike.</summary>
    public static Targeting Targeting(Grid grid, Func<Question, int> option) =>
        Domain.Kits.Targeting.Of(Scoring.Run(AnswerSheet.Read(grid, [.. grid.Questions.Select(question => new Chosen(question.Id, option(question)))]).Sheet!));
}
