using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Assessments.Drafts;

/// <summary>The draft that was started, or the one that was open already.</summary>
/// <param name="Started">Null when another is open.</param>
/// <param name="Open">That other.</param>
public sealed record StartedDraft(NamedSheet? Started, OpenDraft? Open);

/// <summary>Opens the draft of an establishment, empty or from a submitted assessment. The same request sent again finds the draft it made.</summary>
public sealed class StartAssessment(Admission admission, TimeProvider clock)
{
    private static readonly Refusal KeyReused = new(
        "idempotency-key-reused", null, "Idempotency-Key", "Cette clé a déjà servi pour une autre demande : donnez-en une nouvelle à chaque nouvelle demande.");

    private static readonly Refusal DiscardedSince = new(
        "discarded-since", null, "Idempotency-Key", "Le brouillon créé avec cette clé a été abandonné depuis : donnez une nouvelle clé pour en commencer un autre.");

    private static readonly Refusal UnknownFormer = new(
        "unknown-assessment", null, "from", "Cet établissement n'a pas d'autoévaluation de cet identifiant : reprenez-le dans la liste de ses autoévaluations.");

    /// <param name="visit">Who, and where.</param>
    /// <param name="grid">On which it opens.</param>
    /// <param name="from">The id of the assessment to start from; null to start from nothing.</param>
    /// <param name="repeatable">How the sender may repeat it; null when it may not.</param>
    /// <param name="cancellationToken">Stops it before it starts only.</param>
    public Task<Acted<StartedDraft>> RunAsync(Visit visit, Grid grid, string? from, RepeatableRequest? repeatable, CancellationToken cancellationToken) =>
        admission.WriteAsync<StartedDraft>(
            visit, Act.StartDraft,
            async (session, acting) =>
            {
                var requests = new IdempotentRequests(session, acting.Person.Id);
                if (repeatable is not null && await requests.FindAsync(repeatable.Key) is { } earlier)
                    return earlier.Fingerprint == repeatable.Fingerprint ? await AgainAsync(session, acting, earlier.CreatedId) : KeyReused;
                var started = await StartAsync(session, acting, grid, from);
                if (repeatable is not null && started.Value?.Started is { } draft)
                    await requests.AddAsync(repeatable, draft.Sheet.Assessment.Id, draft.Sheet.Assessment.Created.At);
                return started;
            },
            cancellationToken);

    private static async Task<Acted<StartedDraft>> AgainAsync(SqlSession session, Acting acting, string id) =>
        await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is { } sheet ? new StartedDraft(sheet, null) : DiscardedSince;

    private async Task<Acted<StartedDraft>> StartAsync(SqlSession session, Acting acting, Grid grid, string? from)
    {
        var (assessments, answers) = (new AssessmentStore(session), new AnswerStore(session));
        var former = from is null ? null : await answers.ReadSheetAsync(acting.Finess, from);
        if (from is not null && former is null)
            return UnknownFormer;
        var open = await assessments.FindOpenAsync(acting.Finess);
        var now = clock.GetUtcNow();
        var outcome = StartDraft.Run(Guid.CreateVersion7(now).ToString("N"), acting.Establishment, grid, open?.Assessment, former?.Sheet, acting.At(now));
        if (open is not null)
            return new StartedDraft(null, open);
        if (!outcome.Accepted)
            return outcome.Refusals.ToArray();
        var draft = outcome.Value;
        if (!await assessments.AddAsync(draft.Assessment))
            // another instance opened one between our reading and our writing
            return await assessments.FindOpenAsync(acting.Finess) is { } faster ? new StartedDraft(null, faster) : StartDraft.DraftAlreadyOpen;
        await answers.AddAllAsync(draft.Assessment.Id, draft.Answers);
        return new StartedDraft(new(draft, former?.Names ?? new Dictionary<string, string>(StringComparer.Ordinal)), null);
    }
}
