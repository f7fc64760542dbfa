using System.Globalization;
using System.Text;

namespace CrisisKits.Infrastructure.Documents;

/// <summary>Whether one line typed by somebody can be printed whole, and in the order it was typed.</summary>
public static class PrintableLine
{
    public const int MostCharacters = 200;

    /// <summary>As it is printed: accents joined to their letters, nothing around.</summary>
    public static string Tidied(string text) => text.Normalize(NormalizationForm.FormC).Trim();

    /// <summary>A stable code and, in French, what would be right; null when the line is fine.</summary>
    public static (string Code, string Message)? Fault(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return ("blank", "Ce texte est vide : remplissez-le, ou ne le donnez pas et la ligne restera en pointillés.");
        if (text.EnumerateRunes().Count() is var count && count > MostCharacters)
            return ("too-long", string.Create(CultureInfo.InvariantCulture, $"Pas plus de {MostCharacters} caractères ; il y en a {count}."));
        foreach (var character in Tidied(text).EnumerateRunes())
            if (!IsText(character))
                return ("control-character", string.Create(
                    CultureInfo.InvariantCulture, $"Un caractère invisible (U+{character.Value:X4}) ne s'imprime pas : tapez le texte sur une seule ligne, sans retour, tabulation marque de sens d'écriture ni accent séparé de sa lettre."));
        return PrintableText.Missing(Tidied(text)) is [var missing, ..]
            ? ("unprintable-character", $"Le caractère « {missing} » n'existe pas dans la police des documents : écrivez-le autrement.")
            : null;
    }

    /// <summary>
    /// No line break, no control, none of the format characters that turn the direction of writing or hide, no accent without a letter that has
    /// it, and none of the letters that fonts leave invisible (Hangul fillers).
    /// </summary>
    private static bool IsText(Rune character) => character.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0) && Rune.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
