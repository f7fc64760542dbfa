using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;

namespace CrisisKits.Domain.Establishments;

/// <summary>What a directory file or an administrator says of an establishment, in any words.</summary>
public sealed record DescribedEstablishment
{
    public const int LongestName = 250;
    public const int LongestTown = 100;

    public required string? Finess { get; init; }

    /// <summary><c>legal-entity</c> or <c>site</c>.</summary>
    public required string? Kind { get; init; }

    /// <summary>The legal entity of a site.</summary>
    public required string? Parent { get; init; }

    public required string? Name { get; init; }

    public required string? Category { get; init; }

    public required string? Town { get; init; }

    public required string? PostalCode { get; init; }

    /// <summary>By its code in the official geographic code; region and department come from it.</summary>
    public required string? Commune { get; init; }

    /// <summary>Null when it was not said in words we know.</summary>
    public required bool? IsOpen { get; init; }

    /// <summary>The establishment, or everything that keeps it out of the directory. A number whose key is wrong is let in: some real ones are.</summary>
    public Outcome<Establishment> Read()
    {
        var refusals = new List<Refusal>();
        var finess = FinessNumber.Parse(Finess);
        if (finess is null)
            refusals.Add(Refuse("malformed-finess", "finess", $"« {Shown(Finess)} » n'est pas un numéro FINESS : neuf caractères, par exemple 010003812."));
        var kind = EstablishmentKindNames.Parse(Kind);
        if (kind is null)
            refusals.Add(Refuse("unknown-kind", "kind", $"« {Shown(Kind)} » n'est ni legal-entity (entité juridique) ni site (entité géographique)."));
        var parent = ReadParent(kind, refusals);
        var name = ReadText("name", Name, LongestName, refusals);
        var town = ReadText("town", Town, LongestTown, refusals);
        var category = ReadCode("category", Category, 3, "malformed-category", "une catégorie : trois chiffres, par exemple 355", refusals);
        var postalCode = ReadCode("postalCode", PostalCode, 5, "malformed-postal-code", "un code postal : cinq chiffres", refusals);
        var commune = Compact(Commune)?.ToUpperInvariant();
        var department = Department.OfCommune(commune, postalCode);
        if (department is null)
            refusals.Add(Refuse("unknown-commune", "commune",
                $"« {Shown(Commune)} » n'est pas un code de commune d'un département connu : cinq caractères du code officiel géographique, et non le code postal."));
        if (IsOpen is null)
            refusals.Add(Refuse("unknown-state", "open", "Dites si l'établissement est ouvert ou fermé."));
        if (refusals.Count > 0)
            return new(null, refusals);

        return new Establishment
        {
            Finess = finess!,
            Kind = kind!.Value,
            Parent = parent,
            Name = name!,
            Category = category,
            Town = town!,
            PostalCode = postalCode,
            Commune = commune,
            Department = department!,
            IsOpen = IsOpen!.Value,
        };
    }

    private FinessNumber? ReadParent(EstablishmentKind? kind, List<Refusal> refusals)
    {
        var parent = FinessNumber.Parse(Parent);
        if (kind == EstablishmentKind.Site && parent is null)
            refusals.Add(Refuse("missing-parent", "parent", "Un site dépend d'une entité juridique : donnez son numéro FINESS."));
        if (kind == EstablishmentKind.LegalEntity && Compact(Parent) is not null)
            refusals.Add(Refuse("parent-refused", "parent", "Une entité juridique ne dépend d'aucune autre : retirez ce numéro, ou dites que c'est un site."));
        return parent;
    }

    private static string? ReadText(string field, string? text, int longest, List<Refusal> refusals)
    {
        var read = text is null ? "" : string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        if (read.Length == 0)
            refusals.Add(Refuse(field == "name" ? "missing-name" : "missing-town", field, field == "name" ? "Le nom manque." : "La ville manque."));
        else if (FreeText.Refuse(field, read, longest) is { } refusal)
            refusals.Add(refusal);
        return read;
    }

    private static string? ReadCode(string field, string? text, int length, string code, string wanted, List<Refusal> refusals)
    {
        var read = Compact(text);
        if (read is not null && (read.Length != length || !read.All(char.IsAsciiDigit)))
            refusals.Add(Refuse(code, field, $"« {Shown(text)} » n'est pas {wanted}."));
        return read;
    }

    private static string? Compact(string? text)
    {
        var compact = text is null ? "" : string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        return compact.Length == 0 ? null : compact;
    }

    /// <summary>What was given may be anything, and is written in reports line by line.</summary>
    private static string Shown(string? text) =>
        text is null ? "" : string.Concat(text.Take(30).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character));

    private static Refusal Refuse(string code, string field, string message) => new(code, null, field, message);
}
