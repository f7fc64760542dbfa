using System.Globalization;
using System.Text;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits.Twins;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>Names of files people keep: what it is, which level, and the word EXERCICE, so that none can pass for real. ASCII: they travel in headers and on any disk.</summary>
public static class KitFileNames
{
    private const string Stamp = "EXERCICE";
    private const int LongestName = 40;

    /// <summary><c>crisiskits-2026.1-beginner-EXERCICE</c>; the ESMS variant, a scenario other than the default, the establishment and the day are named.</summary>
    public static string Bundle(PrintContext context) => $"{Start(context)}-{Stamp}";

    public static string Zip(PrintContext context) => $"{Bundle(context)}.zip";

    public static string Audience(Audience audience, PrintContext context) => $"{Start(context)}-{audience.Id()}-{Stamp}.pdf";

    public static string Document(KitDocument document, PrintContext context) => $"{Start(context)}-{document.Id}-{Stamp}.pdf";

    /// <summary>Where a document lies in the bundle: one numbered folder per audience, files numbered in print order, <c>2-animateurs/05-chronogramme-debutant-EXERCICE.pdf</c>.</summary>
    public static string InBundle(KitDocument document, PrintContext context)
    {
        if (document == context.Kit.Priorities)
            return $"6-direx-diranim-seuls/{document.Id}-{Level(context)}-{Stamp}.pdf";
        var place = context.Documents.Where(each => each.Audience == document.Audience).TakeWhile(each => each != document).Count() + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{Folder(document.Audience)}/{place:00}-{document.Id}-{Level(context)}-{Stamp}.pdf");
    }

    /// <summary>Beside the printed document, with the extension of the twin.</summary>
    public static string InBundle(KitDocument document, TwinFormat format, PrintContext context) =>
        Path.ChangeExtension(InBundle(document, context), format.Extension());

    public static string Opening(PrintContext context) => $"00-{context.Kit.Opening.Id}-{Level(context)}-{Stamp}.pdf";

    public static string Folder(Audience audience) => $"{1 + (int)audience}-{audience.French()}";

    private static string Start(PrintContext context)
    {
        var parts = new List<string> { "crisiskits", context.Kit.Version, context.Kit.Level.Id() };
        if (context.Variant == KitVariant.Esms)
            parts.Add("esms");
        if (context.Scenario is { } scenario && scenario != context.Kit.Scenarios[0])
            parts.Add(scenario.Id);
        if (context.Made is { } made)
        {
            parts.Add(Ascii(made.Establishment));
            if (made.Date is { } date)
                parts.Add(date.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture));
        }

        return string.Join('-', parts.Where(part => part.Length > 0));
    }

    private static string Level(PrintContext context) =>
        $"{Ascii(context.Kit.Level.French())}{(context.Variant == KitVariant.Esms ? "-esms" : string.Empty)}";

    /// <summary>Lower-case letters and digits, words joined by dashes; empty when nothing of the kind is left.</summary>
    private static string Ascii(string text)
    {
        var name = new StringBuilder();
        foreach (var character in text.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
                name.Append(character);
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        var whole = name.ToString().Trim('-');
        if (whole.Length <= LongestName)
            return whole;
        var word = whole.LastIndexOf('-', LongestName);
        return whole[..(word > 0 ? word : LongestName)];
    }
}
