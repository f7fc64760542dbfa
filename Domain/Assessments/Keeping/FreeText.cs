using System.Text;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>Texts people type: bounded, and made only of what every export can carry.</summary>
internal static class FreeText
{
    /// <summary>Plain line ends, nothing around; null when nothing is left.</summary>
    public static string? Tidy(string? text)
    {
        var tidied = text?.ReplaceLineEndings("\n").Trim();
        return string.IsNullOrEmpty(tidied) ? null : tidied;
    }

    /// <param name="field">Named in the refusal.</param>
    /// <param name="text">As tidied.</param>
    /// <param name="longest">In UTF-16 units, as the narrower of the two databases counts.</param>
    public static Refusal? Refuse(string field, string? text, int longest)
    {
        if (text is null)
            return null;
        if (text.Length > longest)
            return new("too-long", null, field, $"Ce texte dépasse {longest} caractères : raccourcissez-le, ou renvoyez à un document.");
        return IsPrintable(text)
            ? null
            : new("unprintable-text", null, field, "Ce texte contient un caractère de commande, qu'on ne peut ni imprimer ni exporter : retapez-le.");
    }

    /// <summary>Tabs and line ends apart, no control character and no half character: XML, hence XLSX, has no way to write them.</summary>
    private static bool IsPrintable(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            if ((Rune.IsControl(rune) && rune.Value is not ('\t' or '\n')) || rune.Value is 0xFFFE or 0xFFFF)
                return false;
            rest = rest[length..];
        }

        return true;
    }
}
