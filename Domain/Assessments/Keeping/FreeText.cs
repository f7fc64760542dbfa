using System.Globalization;
using System.Text;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>Texts people type: bounded, and made only of what every export can carry.</summary>
internal static class FreeText
{
    /// <summary>Some four pages: more is a document, to be named and not copied.</summary>
    public const int MostLines = 200;

    /// <summary>Unicode's own bound for marks on one letter (UAX 15, Stream-Safe Text Format): more is no writing, and spoils what is printed.</summary>
    private const int MostMarks = 30;

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
        if (text.AsSpan().Count('\n') >= MostLines)
            return new("too-many-lines", null, field, $"Ce texte dépasse {MostLines} lignes : raccourcissez-le, ou renvoyez à un document.");
        if (HasHeapedMarks(text))
            return new("heaped-marks", null, field, $"Ce texte empile plus de {MostMarks} accents sur une même lettre : retapez-le.");
        return IsPrintable(text)
            ? null
            : new("unprintable-text", null, field, "Ce texte contient un caractère de commande, qu'on ne peut ni imprimer ni exporter : retapez-le.");
    }

    private static bool HasHeapedMarks(string text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks)
                return true;
        }

        return false;
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
