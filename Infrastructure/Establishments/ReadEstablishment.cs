using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;

namespace CrisisKits.Infrastructure.Establishments;

/// <summary>What somebody may see of an establishment.</summary>
/// <param name="OpenDraft">Null for who may not read answers, as when there is none.</param>
/// <param name="LastSubmitted">Its dates, level and kit.</param>
/// <param name="ReadsAssessments">Whether this person may open them.</param>
public sealed record SeenEstablishment(Establishment Establishment, ListedAssessment? OpenDraft, ListedAssessment? LastSubmitted, bool ReadsAssessments);

/// <summary>An establishment and where its assessments are.</summary>
public sealed class ReadEstablishment(Admission admission)
{
    public Task<Acted<SeenEstablishment>> RunAsync(Visit visit, CancellationToken cancellationToken) =>
        admission.ReadAsync<SeenEstablishment>(
            visit, Act.ReadResultStatus,
            async (session, acting) =>
            {
                // the draft, if any, is the newest, and there is only one
                var newest = await new AssessmentStore(session).ListAsync(acting.Finess, null, 2);
                var reads = acting.May(Act.ReadAssessment).IsAllowed;
                return new SeenEstablishment(
                    acting.Establishment,
                    reads ? newest.FirstOrDefault(each => each.Assessment.Submitted is null) : null,
                    newest.FirstOrDefault(each => each.Assessment.Submitted is not null),
                    reads);
            },
            cancellationToken);
}
