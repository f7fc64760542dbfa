using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Spreadsheets;

namespace CrisisKits.Infrastructure.Kits.Twins;

/// <summary>A column and what stands in it for each line of the twin.</summary>
internal sealed record TwinColumn<TLine>(SheetColumn Column, Func<TLine, SheetValue> Value);

/// <summary>What the sheets of twins have in common.</summary>
internal static class TwinSheet
{
    public static string Cells(Inject inject, PrintContext context) => string.Join(
        ", ", context.Kit.Format(context.Variant).Cells.Where(cell => inject.Cells.Contains(cell.Id, StringComparer.Ordinal)).Select(cell => cell.Title));

    public static string Theme(Inject inject, PrintContext context) => context.Grid.Themes.First(theme => theme.Id == inject.Theme).Title;

    public static SheetValue Simulated(Phase phase, TimeSpan at) => $"{phase.Day} {PlayWords.Clock(Chronogram.SimulatedTime(phase, at))}";
}
