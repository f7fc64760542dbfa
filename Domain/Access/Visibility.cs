using CrisisKits.Domain.Establishments;

namespace CrisisKits.Domain.Access;

/// <summary>
/// Who may do what with an establishment and its assessments: the one place where it is decided, for API, pages and exports alike. A list of hospitals
/// with their weak points is an attack plan, so what is not granted does not exist.
/// </summary>
public static class Visibility
{
    /// <param name="person">Who asks; a closed account sees nothing.</param>
    /// <param name="grants">The rights of that person.</param>
    /// <param name="act">What is asked.</param>
    /// <param name="target">The establishment it is asked of.</param>
    /// <param name="detailShared">Whether the assessment in question is shared in detail; false when none is meant.</param>
    public static AccessDecision Of(Person person, Grants grants, Act act, Establishment target, bool detailShared = false)
    {
        if (!person.IsActive)
            return AccessDecision.NotFound;
        var role = grants.RoleFor(target.Finess);
        var territories = grants.Agencies.Select(grant => grant.Territory).Where(territory => territory.Covers(target)).ToArray();
        // the country is seen in numbers only: one by one, an establishment does not exist for it
        var isNear = territories.Any(territory => territory is not Territory.National);

        if (role is { } held && Suffices(held, act))
            return AccessDecision.Allowed;
        if (act == Act.CorrectDirectory && grants.IsAdministrator)
            return AccessDecision.Allowed;
        if (act == Act.ReadStatistics && territories.Length > 0)
            return AccessDecision.Allowed;
        if (isNear && (act == Act.ReadResultStatus || (act == Act.ReadThemeScores && detailShared)))
            return AccessDecision.Allowed;
        return Refused(role, isNear, grants.IsAdministrator, act);
    }

    /// <summary>
    /// A number that the directory does not hold: an administrator may add it; for everybody else it does not exist.
    /// </summary>
    public static AccessDecision OfUnknown(Person person, Grants grants, Act act) =>
        person.IsActive && grants.IsAdministrator && act == Act.CorrectDirectory ? AccessDecision.Allowed : AccessDecision.NotFound;

    /// <summary>
    /// The directory itself: name, town, number, kind, category and whether it is open are public in FINESS. Whoever signs in may search it; nothing of
    /// an assessment is there.
    /// </summary>
    public static AccessDecision OfDirectory(Person person) => person.IsActive
        ? AccessDecision.Allowed
        : Forbidden("account-closed", "Votre compte est fermé : demandez à un administrateur de le rouvrir.");

    /// <summary>What a role gives by itself at the establishment that granted it.</summary>
    public static bool Suffices(EstablishmentRole role, Act act) => act switch
    {
        Act.ReadAssessment or Act.ReadResultStatus or Act.ReadThemeScores => true,
        Act.Answer or Act.AssignTheme => role != EstablishmentRole.Lecteur,
        Act.StartDraft or Act.DiscardDraft or Act.Submit or Act.Share or Act.PrintRestrictedKit =>
            role is EstablishmentRole.Responsable or EstablishmentRole.Referent,
        _ => false,
    };

    private static AccessDecision Refused(EstablishmentRole? role, bool isNear, bool isAdministrator, Act act)
    {
        if (act == Act.CorrectDirectory && (role is not null || isNear))
            return Forbidden("administrator-only", "Seul un administrateur ajoute ou corrige un établissement de l'annuaire : écrivez-lui.");
        if (act == Act.ReadStatistics && role is not null)
            return Forbidden("agency-only", "Les statistiques sont faites pour les agences : demandez-les à votre ARS.");
        if (role is { } held)
            return Forbidden(
                "role-insufficient", $"Votre rôle de {held.French()} ne permet pas de {Words(act)} : demandez-le à {Able(act)}.");
        if (isNear && act == Act.ReadThemeScores)
            return Forbidden("detail-not-shared", "L'établissement n'a pas partagé le détail par thème : demandez-lui de cocher « partager le détail ».");
        if (isNear)
            return Forbidden(
                "establishment-only", "Une agence lit l'état, les dates, le niveau et le kit : le reste appartient à l'établissement et à ceux qu'il désigne.");
        // whoever hands out rights must not profit from them: an administrator who needs to read asks for a role, and the journal says so
        return isAdministrator
            ? Forbidden("administrator-reads-nothing", "Administrer les droits ne donne pas à lire les réponses : demandez un rôle au responsable de l'établissement.")
            : AccessDecision.NotFound;
    }

    private static AccessDecision Forbidden(string code, string message) => new(Verdict.Forbidden, code, message);

    private static string Able(Act act) =>
        act is Act.Answer or Act.AssignTheme ? "un contributeur ou à un responsable de l'établissement" : "un responsable de l'établissement";

    private static string Words(Act act) => act switch
    {
        Act.Answer => "répondre",
        Act.AssignTheme => "confier un thème",
        Act.StartDraft => "commencer une autoévaluation",
        Act.DiscardDraft => "abandonner le brouillon",
        Act.Submit => "valider l'autoévaluation",
        Act.Share => "partager le détail avec l'agence",
        _ => "imprimer les documents réservés aux animateurs et aux observateurs",
    };
}
