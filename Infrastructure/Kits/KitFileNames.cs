using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>Names of files people keep: kit, level and the word EXERCICE, so that none can pass for real.</summary>
public static class KitFileNames
{
    /// <summary><c>crisiskits-2026.1-beginner-EXERCICE</c>; the ESMS variant and a scenario other than the default are named.</summary>
    public static string Bundle(PrintContext context) => $"crisiskits-{context.Kit.Version}-{context.Kit.Level.Id()}{Suffix(context)}-EXERCICE";

    public static string Zip(PrintContext context) => $"{Bundle(context)}.zip";

    public static string Audience(Audience audience, PrintContext context) =>
        $"crisiskits-{context.Kit.Version}-{context.Kit.Level.Id()}{Suffix(context)}-{audience.Id()}-EXERCICE.pdf";

    public static string Document(KitDocument document, PrintContext context) =>
        $"crisiskits-{context.Kit.Version}-{context.Kit.Level.Id()}{Suffix(context)}-{document.Id}-EXERCICE.pdf";

    /// <summary>Where a document lies in the bundle: one numbered folder per audience.</summary>
    public static string InBundle(KitDocument document, PrintContext context) =>
        $"{1 + (int)document.Audience}-{document.Audience.French()}/{Document(document, context)}";

    private static string Suffix(PrintContext context)
    {
        var variant = context.Variant == KitVariant.Esms ? "-esms" : string.Empty;
        return context.Scenario is { } scenario && scenario != context.Kit.Scenarios[0] ? $"{variant}-{scenario.Id}" : variant;
    }
}
