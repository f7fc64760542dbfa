using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments.Results;

/// <summary>Two results of an establishment and what changed.</summary>
public sealed record ComparedResults(Assessment Then, ReachedResult Former, Assessment Now, ReachedResult Latter, YearComparison Comparison);

/// <summary>Sets a result beside the one before it.</summary>
public sealed class CompareResults(Admission admission, GridLibrary grids)
{
    private static readonly AccessDecision NoFormer = new(
        Verdict.NotFound, "no-former-result", "C'est la première autoévaluation validée de cet établissement : il n'y a rien à quoi la comparer.");

    private static readonly AccessDecision NotYet = new(
        Verdict.NotFound, "not-submitted", "Ce brouillon n'est pas validé : il se comparera au résultat précédent une fois validé. D'ici là, lisez son aperçu (preview).");

    public Task<Acted<ComparedResults>> RunAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        admission.ReadAsync<ComparedResults>(
            visit, Act.ReadAssessment,
            async (session, acting) =>
            {
                var (assessments, results) = (new AssessmentStore(session), new ResultStore(session));
                if (await assessments.FindAsync(acting.Finess, id) is not { } now)
                    return Unknown.Assessment;
                if (await results.FindAsync(now) is not { } latter)
                    return NotYet;
                if (await assessments.FindFormerAsync(now) is not { } then)
                    return NoFormer;
                var former = new ReachedResult(grids.Of(then), (await results.FindAsync(then))!);
                var reached = new ReachedResult(grids.Of(now), latter);
                return new ComparedResults(then, former, now, reached, CompareYears.Run(former, reached));
            },
            cancellationToken);
}
