using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;

namespace CrisisKits.Infrastructure.Assessments;

/// <summary>Lets the agency read theme scores, or no longer; at any time, also once submitted.</summary>
public sealed class ShareDetail(Admission admission, TimeProvider clock)
{
    public Task<Acted<Assessment>> RunAsync(Visit visit, string id, bool detail, CancellationToken cancellationToken) =>
        admission.WriteAsync<Assessment>(
            visit, Act.Share,
            async (session, acting) =>
            {
                var store = new AssessmentStore(session);
                if (await store.FindAsync(acting.Finess, id) is not { } assessment)
                    return Unknown.Assessment;
                await store.ChangeSharingAsync(id, detail, clock.GetUtcNow());
                return assessment with { ShareDetail = detail };
            },
            cancellationToken);
}
