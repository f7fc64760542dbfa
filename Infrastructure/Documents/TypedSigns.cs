using System.Collections.Frozen;
using System.Text;

namespace CrisisKits.Infrastructure.Documents;

/// <summary>
/// The signs people type that our fonts do not draw, as they can be read on paper: an arrow stays an arrow, a tick or a face is named in French
/// (after the CLDR short names). What is not here is written by its code.
/// </summary>
internal static class TypedSigns
{
    private static readonly FrozenDictionary<Rune, string> Legible = Read(
        ("→➡➔➜➤⟶⇨►▶", "->"), ("←⬅⟵◄◀", "<-"), ("↔⬌", "<->"), ("⇒", "=>"), ("⇔", "<=>"),
        ("↑⬆▲", "[vers le haut]"), ("↓⬇▼", "[vers le bas]"), ("↗", "[en hausse]"), ("↘", "[en baisse]"), ("↩", "[retour]"),
        ("≥", ">="), ("≤", "<="), ("≈", "~"), ("≠", "[différent de]"), ("√", "[racine de]"), ("∞", "[infini]"), ("∑", "Σ"), ("∆", "Δ"), ("∙", "·"),
        ("●■▪◦○◆◇□", "•"), ("★☆⭐", "*"), ("☐", "[case vide]"), ("☑", "[case cochée]"), ("☒", "[case barrée]"), ("✓✔✅", "[coche]"), ("✗✘❌✖", "[croix]"),
        ("⚠", "[attention]"), ("❗❕", "!"), ("❓❔", "?"), ("ℹ", "i"), ("☎📞📱", "[téléphone]"), ("✉📧", "[courriel]"), ("🚨", "[alerte]"), ("🔒🔐", "[cadenas]"), ("🔑", "[clé]"),
        ("💻🖥", "[ordinateur]"), ("🖨", "[imprimante]"), ("💾", "[disquette]"), ("📄📝📋", "[document]"), ("📎", "[pièce jointe]"), ("📅📆", "[calendrier]"),
        ("⏰⏱⏳", "[horloge]"), ("🏥", "[hôpital]"), ("🚑", "[ambulance]"), ("💊", "[médicament]"), ("🔥", "[feu]"), ("💡", "[idée]"), ("🎯", "[objectif]"),
        ("🔴", "[rond rouge]"), ("🟠", "[rond orange]"), ("🟡", "[rond jaune]"), ("🟢", "[rond vert]"), ("👍", "[pouce levé]"), ("👎", "[pouce baissé]"),
        ("👏", "[applaudissements]"), ("🙏", "[merci]"), ("❤♥", "[cœur]"), ("😀😃😄🙂😊☺😁", "[sourire]"), ("😉", "[clin d’œil]"), ("😂🤣", "[rire]"),
        ("😕🙁☹😞", "[mine triste]"), ("😡", "[colère]"), ("😱", "[effroi]"), ("🤔", "[réflexion]"));

    /// <summary>The text with each known sign as it can be read; the same object when it has none.</summary>
    public static string Spell(string text)
    {
        if (!text.EnumerateRunes().Any(Legible.ContainsKey))
            return text;
        var spelled = new StringBuilder(text.Length);
        var afterSign = false;
        foreach (var rune in text.EnumerateRunes())
        {
            // a variation selector only says whether the sign before it is in colour
            if (afterSign && rune.Value is 0xFE0E or 0xFE0F)
                continue;
            afterSign = Legible.TryGetValue(rune, out var legible);
            spelled.Append(legible ?? rune.ToString());
        }

        return spelled.ToString();
    }

    private static FrozenDictionary<Rune, string> Read(params ReadOnlySpan<(string Signs, string Legible)> groups)
    {
        var read = new Dictionary<Rune, string>();
        foreach (var (signs, legible) in groups)
            foreach (var rune in signs.EnumerateRunes())
                read.Add(rune, legible);
        return read.ToFrozenDictionary();
    }
}
