namespace CrisisKits.Domain.Access;

/// <summary>Yes, no, or what do you mean?</summary>
public enum Verdict
{
    Allowed,

    /// <summary>One may know that it exists, and not do this.</summary>
    Forbidden,

    /// <summary>One may not even know that it exists: answered exactly like what does not.</summary>
    NotFound,
}

/// <summary>Whether somebody may, and otherwise why not.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Code">Stable, for programs; empty when allowed.</param>
/// <param name="Message">In French, for people; empty when allowed.</param>
public sealed record AccessDecision(Verdict Verdict, string Code, string Message)
{
    public static readonly AccessDecision Allowed = new(Verdict.Allowed, string.Empty, string.Empty);

    /// <summary>Also the answer to an unknown FINESS number, so that the two cannot be told apart.</summary>
    public static readonly AccessDecision NotFound = new(
        Verdict.NotFound, "unknown-establishment", "Aucun établissement auquel vous avez accès ne porte ce numéro FINESS : vérifiez-le, ou demandez un rôle à son responsable.");

    public bool IsAllowed => Verdict == Verdict.Allowed;
}
