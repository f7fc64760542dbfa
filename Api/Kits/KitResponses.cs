using CrisisKits.Domain.Kits;

namespace CrisisKits.Api.Kits;

/// <summary>The kits published together.</summary>
/// <param name="Version">Such as 2026.1; never reused.</param>
/// <param name="Current">True for the ones recommended today.</param>
/// <param name="Href">Where to read this entry alone.</param>
/// <param name="Kits">Lowest level first.</param>
public sealed record KitEditionResponse(string Version, bool Current, string Href, IReadOnlyList<KitSummary> Kits);

/// <summary>A kit, in the list.</summary>
/// <param name="Level">beginner, intermediate or advanced.</param>
/// <param name="Title">In French.</param>
/// <param name="Tagline">For whom, and what one gets from it.</param>
/// <param name="Stimuli">Essential and optional stimuli of the default scenario; 0 while none is written.</param>
/// <param name="Href">Where to read it whole.</param>
public sealed record KitSummary(KitLevel Level, string Title, string Tagline, int Stimuli, string Href);

/// <summary>A kit: what it asks for and every document to print.</summary>
/// <param name="Version">Such as 2026.1.</param>
/// <param name="Level">beginner, intermediate or advanced.</param>
/// <param name="Title">In French.</param>
/// <param name="Tagline">For whom, and what one gets from it.</param>
/// <param name="Variant">hospital, or esms for social and medico-social structures.</param>
/// <param name="Scenario">The scenario the documents are printed from; null while the level has none.</param>
/// <param name="Scenarios">All scenarios of the level; the first is the default.</param>
/// <param name="Format">What an exercise of this level asks for.</param>
/// <param name="Stimuli">Essential and optional stimuli of this scenario in this variant; 0 while none is written.</param>
/// <param name="Documents">In print order. A document not written yet is absent.</param>
/// <param name="Audiences">One merged file for each audience that has documents.</param>
/// <param name="Bundle">Every document in one ZIP, with a manifest of SHA-256 hashes.</param>
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

/// <summary>A scenario of a level.</summary>
/// <param name="Id">Stable; goes in <c>?scenario=</c>.</param>
/// <param name="Title">In French.</param>
public sealed record ScenarioResponse(string Id, string Title);

/// <summary>What an exercise asks for: people are counts, play and room are minutes, preparation is weeks.</summary>
/// <param name="Form">How it is played, in French.</param>
/// <param name="Description">In two sentences.</param>
/// <param name="Cells">Crisis cells that play.</param>
/// <param name="Players">People who play.</param>
/// <param name="Facilitators">People who animate.</param>
/// <param name="Observers">People who observe.</param>
/// <param name="PlayMinutes">From DEBEX to FINEX.</param>
/// <param name="RoomMinutes">How long the room is taken.</param>
/// <param name="PreparationWeeks">From the decision to the day.</param>
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

/// <summary>A crisis cell.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Title">In French.</param>
public sealed record CellResponse(string Id, string Title);

/// <summary>Both bounds are included.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The most.</param>
public sealed record SpanResponse(int Min, int Max)
{
    public static SpanResponse Of(Span span) => new(span.Min, span.Max);
}

/// <summary>A document to print.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Title">In French.</param>
/// <param name="Audience">Who holds it during the exercise; exactly one.</param>
/// <param name="Pages">Pages of the PDF.</param>
/// <param name="Href">The PDF.</param>
public sealed record DocumentResponse(string Id, string Title, Audience Audience, int Pages, string Href);

/// <summary>All documents of one audience in one PDF.</summary>
/// <param name="Audience">Who holds them.</param>
/// <param name="Documents">How many are merged.</param>
/// <param name="Href">The PDF.</param>
public sealed record AudienceResponse(Audience Audience, int Documents, string Href);
