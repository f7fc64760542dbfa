using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Drafts;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>Where assessments are found.</summary>
internal static class AssessmentAddresses
{
    public static string Of(string finess) => $"/api/v1/establishments/{finess}/assessments";

    public static string Of(Assessment assessment) => Of(assessment.Finess.Value, assessment.Id);

    public static string Of(string finess, string id) => $"{Of(finess)}/{id}";
}

/// <summary>Une autoévaluation et toutes ses réponses.</summary>
/// <param name="Id">Trente-deux caractères.</param>
/// <param name="Finess">Le numéro de l'établissement, sans espaces.</param>
/// <param name="GridVersion">Sa grille, du début à la fin.</param>
/// <param name="Variant">La rédaction de la grille que lit cet établissement.</param>
/// <param name="State">Brouillon, ou validée ; validée, elle ne change plus.</param>
/// <param name="Answered">Les questions qui ont une réponse de cette année, « je ne sais pas » et « sans objet » compris ; celles à confirmer n'en sont pas.</param>
/// <param name="Total">Les questions de la grille.</param>
/// <param name="CreatedAt">En temps universel.</param>
/// <param name="SubmittedAt">En temps universel ; null pour un brouillon.</param>
/// <param name="CopiedFrom">L'autoévaluation dont les réponses ont été reprises.</param>
/// <param name="Sharing">Ce que l'agence peut lire.</param>
/// <param name="Assignees">Qui est chargé de quel thème, dans l'ordre de la grille ; les thèmes dont personne n'est chargé n'y sont pas.</param>
/// <param name="Answers">Dans l'ordre de la grille ; les questions sans réponse n'y sont pas.</param>
public sealed record AssessmentResponse(
    string Id, string Finess, string GridVersion, KitVariant Variant, AssessmentState State, int Answered, int Total, DateTime CreatedAt,
    DateTime? SubmittedAt, string? CopiedFrom, SharingResponse Sharing, IReadOnlyList<AssigneeResponse> Assignees,
    IReadOnlyList<AnswerResponse> Answers)
{
    public static AssessmentResponse Of(NamedSheet sheet, Grid grid)
    {
        var (assessment, answers) = (sheet.Sheet.Assessment, sheet.Sheet.Answers.ToDictionary(kept => kept.QuestionId, StringComparer.Ordinal));
        return new(
            assessment.Id, assessment.Finess.Value, assessment.GridVersion, assessment.Variant, assessment.State,
            answers.Values.Count(kept => kept is { Given: not null, ToConfirm: false }), grid.Questions.Count(), assessment.Created.At.UtcDateTime,
            assessment.Submitted?.At.UtcDateTime, assessment.CopiedFrom, new(assessment.ShareDetail),
            [.. grid.Themes.SelectMany(theme => sheet.Assignments.Where(each => each.ThemeId == theme.Id))
                .Select(each => new AssigneeResponse(
                    each.ThemeId, each.PersonId, sheet.Names[each.PersonId], sheet.Names[each.Assigned.By], each.Assigned.At.UtcDateTime))],
            [.. grid.Questions.Select(question => answers.GetValueOrDefault(question.Id)).OfType<KeptAnswer>()
                .Select(kept => AnswerResponse.Of(kept, sheet.Names[kept.Answered.By])).OfType<AnswerResponse>()]);
    }
}

/// <summary>Ce que l'agence peut lire.</summary>
/// <param name="Detail">Les scores par thème aussi.</param>
public sealed record SharingResponse(bool Detail);

/// <summary>Une page d'autoévaluations, de la plus récente à la plus ancienne.</summary>
/// <param name="Items">Les autoévaluations, sans leurs réponses.</param>
/// <param name="Cursor">À donner en paramètre « cursor » pour lire la page suivante ; null à la dernière. L'en-tête Link donne l'adresse entière.</param>
public sealed record AssessmentPageResponse(IReadOnlyList<AssessmentSummary> Items, string? Cursor);

/// <summary>Une autoévaluation dans une liste.</summary>
/// <param name="Id">Trente-deux caractères.</param>
/// <param name="GridVersion">Sa grille.</param>
/// <param name="State">Brouillon, ou validée.</param>
/// <param name="CreatedAt">En temps universel.</param>
/// <param name="SubmittedAt">En temps universel ; null pour un brouillon, comme ce qui suit.</param>
/// <param name="Level">Le niveau recommandé.</param>
/// <param name="ChosenLevel">Le niveau du kit choisi.</param>
/// <param name="Href">Son adresse ; null pour qui ne peut pas l'ouvrir.</param>
public sealed record AssessmentSummary(
    string Id, string GridVersion, AssessmentState State, DateTime CreatedAt, DateTime? SubmittedAt, KitLevel? Level, KitLevel? ChosenLevel, string? Href)
{
    public static AssessmentSummary Of(ListedAssessment listed, bool opens)
    {
        var assessment = listed.Assessment;
        return new(
            assessment.Id, assessment.GridVersion, assessment.State, assessment.Created.At.UtcDateTime, assessment.Submitted?.At.UtcDateTime,
            listed.Level, listed.ChosenLevel, opens ? AssessmentAddresses.Of(assessment) : null);
    }
}

/// <summary>Ce que deviendrait chaque question d'un brouillon sur une autre grille. Rien n'est changé.</summary>
/// <param name="From">La grille du brouillon.</param>
/// <param name="To">L'autre grille.</param>
/// <param name="Questions">Celles de l'autre grille dans son ordre, puis celles qu'elle n'a plus.</param>
public sealed record MigrationResponse(string From, string To, IReadOnlyList<MigratedQuestionResponse> Questions)
{
    public static MigrationResponse Of(PreviewedMigration migration) => new(
        migration.From, migration.To, [.. migration.Questions.Select(question => new MigratedQuestionResponse(question.QuestionId, question.Fate, question.Answered))]);
}

/// <summary>Ce que devient une question.</summary>
/// <param name="QuestionId">La question.</param>
/// <param name="Fate">
/// carried : reprise telle quelle ; reworded : rédaction changée, réponse à confirmer ; noLongerAllowed : « sans objet » n'y est plus admis ; new : nouvelle ; gone : disparue.
/// </param>
/// <param name="Answered">Elle a une réponse dans le brouillon.</param>
public sealed record MigratedQuestionResponse(string QuestionId, MigrationFate Fate, bool Answered);

/// <summary>Un brouillon est déjà ouvert. Rien n'a été changé.</summary>
public sealed record OpenDraftProblem : Problem
{
    [SetsRequiredMembers]
    public OpenDraftProblem(OpenDraft open)
        : base(Of(
            StatusCodes.Status409Conflict, StartDraft.DraftAlreadyOpen.Code,
            $"{open.OpenedBy} a ouvert un brouillon {FrenchTime.At(open.Assessment.Created.At)} : continuez-le, ou abandonnez-le d'abord.")) =>
        Location = AssessmentAddresses.Of(open.Assessment);

    /// <summary>L'adresse du brouillon ouvert, comme dans l'en-tête Location.</summary>
    [JsonPropertyOrder(1)]
    public string Location { get; }
}
