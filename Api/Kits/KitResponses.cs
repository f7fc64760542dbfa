using CrisisKits.Domain.Kits;

namespace CrisisKits.Api.Kits;

/// <summary>Les kits publiés ensemble.</summary>
/// <param name="Version">Par exemple 2026.1 ; jamais réutilisée.</param>
/// <param name="Current">Vrai pour ceux que l'on recommande aujourd'hui.</param>
/// <param name="Href">Où lire cette seule version.</param>
/// <param name="Kits">Du plus bas niveau au plus haut.</param>
public sealed record KitEditionResponse(string Version, bool Current, string Href, IReadOnlyList<KitSummary> Kits);

/// <summary>Un kit, dans la liste.</summary>
/// <param name="Level">beginner, intermediate ou advanced.</param>
/// <param name="Title">En français.</param>
/// <param name="Tagline">Pour qui, et ce qu'on en retire.</param>
/// <param name="Stimuli">Les stimuli, essentiels et facultatifs, du scénario par défaut ; 0 tant qu'aucun n'est écrit.</param>
/// <param name="Href">Où le lire en entier.</param>
public sealed record KitSummary(KitLevel Level, string Title, string Tagline, int Stimuli, string Href);

/// <summary>Un kit : ce qu'il demande et tous les documents à imprimer.</summary>
/// <param name="Version">Par exemple 2026.1.</param>
/// <param name="Level">beginner, intermediate ou advanced.</param>
/// <param name="Title">En français.</param>
/// <param name="Tagline">Pour qui, et ce qu'on en retire.</param>
/// <param name="Variant">hospital, ou esms pour les structures sociales et médico-sociales.</param>
/// <param name="Scenario">Le scénario dont les documents sont imprimés ; null tant que le niveau n'en a pas.</param>
/// <param name="Scenarios">Tous les scénarios du niveau ; le premier est celui par défaut.</param>
/// <param name="Format">Ce que demande un exercice de ce niveau.</param>
/// <param name="Stimuli">Les stimuli, essentiels et facultatifs, de ce scénario dans cette variante ; 0 tant qu'aucun n'est écrit.</param>
/// <param name="Documents">Dans l'ordre d'impression. Un document qui n'est pas encore écrit est absent.</param>
/// <param name="Audiences">Un fichier réuni pour chaque public qui a des documents.</param>
/// <param name="Bundle">Tous les documents dans un ZIP, avec un manifeste d'empreintes SHA-256.</param>
public sealed record KitResponse(
    string Version,
    KitLevel Level,
    string Title,
    string Tagline,
    KitVariant Variant,
    string? Scenario,
    IReadOnlyList<ScenarioResponse> Scenarios,
    FormatResponse Format,
    int Stimuli,
    IReadOnlyList<DocumentResponse> Documents,
    IReadOnlyList<AudienceResponse> Audiences,
    string Bundle);

/// <summary>Un scénario d'un niveau.</summary>
/// <param name="Id">Stable ; se donne dans <c>?scenario=</c>.</param>
/// <param name="Title">En français.</param>
public sealed record ScenarioResponse(string Id, string Title);

/// <summary>Ce que demande un exercice : des personnes en nombre, le jeu et la salle en minutes, la préparation en semaines.</summary>
/// <param name="Form">Comment il se joue, en français.</param>
/// <param name="Description">En deux phrases.</param>
/// <param name="Cells">Les cellules de crise qui jouent.</param>
/// <param name="Players">Les personnes qui jouent.</param>
/// <param name="Facilitators">Les personnes qui animent.</param>
/// <param name="Observers">Les personnes qui observent.</param>
/// <param name="PlayMinutes">Du DEBEX au FINEX.</param>
/// <param name="RoomMinutes">Le temps pendant lequel la salle est prise.</param>
/// <param name="PreparationWeeks">De la décision au jour de l'exercice.</param>
public sealed record FormatResponse(
    string Form,
    string Description,
    IReadOnlyList<CellResponse> Cells,
    SpanResponse Players,
    SpanResponse Facilitators,
    SpanResponse Observers,
    SpanResponse PlayMinutes,
    SpanResponse RoomMinutes,
    SpanResponse PreparationWeeks)
{
    public static FormatResponse Of(KitFormat format) => new(
        format.Form,
        format.Description,
        [.. format.Cells.Select(cell => new CellResponse(cell.Id, cell.Title))],
        SpanResponse.Of(format.Players),
        SpanResponse.Of(format.Facilitators),
        SpanResponse.Of(format.Observers),
        SpanResponse.Of(format.PlayMinutes),
        SpanResponse.Of(format.RoomMinutes),
        SpanResponse.Of(format.PreparationWeeks));
}

/// <summary>Une cellule de crise.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Title">En français.</param>
public sealed record CellResponse(string Id, string Title);

/// <summary>Les deux bornes sont comprises.</summary>
/// <param name="Min">Le moins.</param>
/// <param name="Max">Le plus.</param>
public sealed record SpanResponse(int Min, int Max)
{
    public static SpanResponse Of(Span span) => new(span.Min, span.Max);
}

/// <summary>Un document à imprimer.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Title">En français.</param>
/// <param name="Audience">Qui le tient pendant l'exercice ; un seul public.</param>
/// <param name="Pages">Le nombre de pages du PDF.</param>
/// <param name="Href">Le PDF.</param>
/// <param name="Editable">Les formes à modifier ; vide quand le document s'imprime seulement.</param>
public sealed record DocumentResponse(string Id, string Title, Audience Audience, int Pages, string Href, IReadOnlyList<EditableResponse> Editable);

/// <summary>Le même document, à modifier.</summary>
/// <param name="Format">xlsx, csv ou docx.</param>
/// <param name="Href">Le fichier.</param>
public sealed record EditableResponse(string Format, string Href);

/// <summary>Tous les documents d'un public dans un PDF.</summary>
/// <param name="Audience">Qui les tient.</param>
/// <param name="Documents">Combien de documents y sont réunis.</param>
/// <param name="Href">Le PDF.</param>
public sealed record AudienceResponse(Audience Audience, int Documents, string Href);
