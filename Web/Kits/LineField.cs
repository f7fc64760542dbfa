namespace CrisisKits.Web.Kits;

/// <summary>A field of one line, with what is wrong with it.</summary>
/// <param name="Name">Sent with the form.</param>
/// <param name="Label">Above it.</param>
/// <param name="Value">As typed; null when blank.</param>
/// <param name="Fault">Beside it; null when nothing is wrong.</param>
/// <param name="Hint">What it changes, or how to write it.</param>
/// <param name="Kind">Of what it holds, for the style: <c>short</c> for a date or a number.</param>
public sealed record LineField(string Name, string Label, string? Value, string? Fault, string? Hint = null, string? Kind = null)
{
    /// <summary>The identifier of the field with a name.</summary>
    public static string IdOf(string name) => $"champ-{string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'))}";

    public string Id => IdOf(Name);

    /// <summary>What a screen reader says after the label.</summary>
    public string? DescribedBy => (Hint, Fault) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-aide",
        (null, _) => $"{Id}-faute",
        _ => $"{Id}-faute {Id}-aide",
    };
}
