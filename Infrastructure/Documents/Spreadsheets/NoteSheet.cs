using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets;

/// <summary>« Lisez-moi »: how to use the other sheets.</summary>
internal static class NoteSheet
{
    public static Sheet Of(params ReadOnlySpan<(string About, string Note)> notes)
    {
        var rows = new List<SheetRow>(notes.Length);
        foreach (var (about, note) in notes)
            rows.Add(new([about, FrenchTypography.Apply(note)]));
        return new() { Name = "Lisez-moi", Paper = PageFormat.A4Landscape, Columns = [new("À propos de", 26), new("Ce qu’il faut savoir", 104)], Rows = rows };
    }
}
