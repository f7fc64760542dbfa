using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Api.Grids;

/// <summary>Une grille publiée, dans la liste.</summary>
/// <param name="Version">Par exemple 2026.1 ; jamais réutilisée.</param>
/// <param name="Title">En français.</param>
/// <param name="Current">Vrai pour celle que prend une nouvelle autoévaluation.</param>
/// <param name="Href">Où la lire en entier.</param>
public sealed record GridSummary(string Version, string Title, bool Current, string Href)
{
    public static GridSummary Of(Grid grid, Grid current) => new(grid.Version, grid.Title, grid == current, $"/api/v1/grids/{grid.Version}");
}

/// <summary>Une grille entière. Les textes sont en français ; les identifiants sont stables dans une version et jamais réutilisés.</summary>
/// <param name="Version">Par exemple 2026.1.</param>
/// <param name="Bands">Les paliers et le pourcentage entier qui les atteint, en montant depuis 0.</param>
/// <param name="Themes">Dans l'ordre où ils sont posés.</param>
/// <param name="Gates">Ce qui plafonne le niveau quel que soit le score.</param>
public sealed record GridResponse(
    string Version, IReadOnlyList<BandResponse> Bands, IReadOnlyList<ThemeResponse> Themes, IReadOnlyList<GateResponse> Gates)
{
    public static GridResponse Of(Grid grid) => new(
        grid.Version,
        [.. grid.Bands.Select(band => new BandResponse(band.Level, band.From))],
        [.. grid.Themes.Select(theme => new ThemeResponse(theme.Id, theme.Title, theme.Weight, [.. theme.Questions.Select(QuestionResponse.Of)]))],
        [.. grid.Gates.Select(gate => new GateResponse(gate.Id, gate.Cap, gate.Message,
            [.. gate.When.Select(condition => new GateConditionResponse(condition.QuestionId, condition.AtMost))]))]);
}

/// <summary>Un niveau selon le seul score.</summary>
/// <param name="Level">Le niveau.</param>
/// <param name="From">Le plus petit pourcentage entier, de 0 à 100.</param>
public sealed record BandResponse(KitLevel Level, int From);

/// <summary>Un thème.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Title">En français.</param>
/// <param name="Weight">Poids dans le score d'ensemble.</param>
/// <param name="Questions">Dans l'ordre où elles sont posées.</param>
public sealed record ThemeResponse(string Id, string Title, int Weight, IReadOnlyList<QuestionResponse> Questions);

/// <summary>Une question et ses quatre descripteurs.</summary>
/// <param name="Id">Stable ; les réponses le citent.</param>
/// <param name="Text">La question.</param>
/// <param name="Why">Pourquoi cela compte le jour venu.</param>
/// <param name="Help">Comment choisir entre les descripteurs.</param>
/// <param name="AskWhom">Qui le sait dans l'établissement.</param>
/// <param name="Evidence">Des exemples de ce qui peut être montré.</param>
/// <param name="Perspective">Si elle s'adresse à qui décide ou à qui fait.</param>
/// <param name="Weight">Poids dans son thème, de 1 à 3.</param>
/// <param name="AllowsNotApplicable">Si « sans objet » est accepté, avec un motif.</param>
/// <param name="Options">Quatre descripteurs, de 0 à 3 points.</param>
/// <param name="Sources">Ce qui a inspiré la question.</param>
/// <param name="Esms">La formulation pour les structures sociales et médico-sociales, là où elle diffère.</param>
public sealed record QuestionResponse(
    string Id,
    string Text,
    string Why,
    string Help,
    string AskWhom,
    string Evidence,
    Perspective Perspective,
    int Weight,
    bool AllowsNotApplicable,
    IReadOnlyList<OptionResponse> Options,
    IReadOnlyList<string> Sources,
    EsmsResponse? Esms)
{
    public static QuestionResponse Of(Question question) => new(
        question.Id,
        question.Text,
        question.Why,
        question.Help,
        question.AskWhom,
        question.Evidence,
        question.Perspective,
        question.Weight,
        question.AllowsNotApplicable,
        OptionResponse.Of(question.Options),
        question.Sources,
        question.Esms is { } esms ? new(esms.Text, esms.Help, OptionResponse.Of(esms.Options)) : null);
}

/// <summary>Un descripteur.</summary>
/// <param name="Value">Les points, de 0 à 3.</param>
/// <param name="Label">Ce qui peut être montré à ce degré.</param>
public sealed record OptionResponse(int Value, string Label)
{
    public static IReadOnlyList<OptionResponse> Of(IReadOnlyList<AnswerOption> options) =>
        [.. options.Select(option => new OptionResponse(option.Value, option.Label))];
}

/// <summary>La question telle qu'on la pose à une structure sociale ou médico-sociale ; l'échelle est la même.</summary>
/// <param name="Text">La question.</param>
/// <param name="Help">Comment choisir entre les descripteurs.</param>
/// <param name="Options">Quatre descripteurs, de 0 à 3 points.</param>
public sealed record EsmsResponse(string Text, string Help, IReadOnlyList<OptionResponse> Options);

/// <summary>Un plafond : une règle qui limite le niveau quand toutes ses conditions sont réunies.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Cap">Le plus haut niveau qui reste possible.</param>
/// <param name="Message">Pourquoi, en français.</param>
/// <param name="When">Au moins une condition ; toutes doivent être réunies.</param>
public sealed record GateResponse(string Id, KitLevel Cap, string Message, IReadOnlyList<GateConditionResponse> When);

/// <summary>Réunie quand la réponse vaut au plus tant de points ; « je ne sais pas » vaut 0, une question sans réponse ne la réunit jamais.</summary>
/// <param name="QuestionId">La question.</param>
/// <param name="AtMost">Les points, de 0 à 2.</param>
public sealed record GateConditionResponse(string QuestionId, int AtMost);
