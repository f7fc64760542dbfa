using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments;

/// <summary>What an address or a request names and the establishment does not have.</summary>
public static class Unknown
{
    /// <summary>Also for another establishment's assessment.</summary>
    public static readonly AccessDecision Assessment = new(
        Verdict.NotFound, "unknown-assessment", "Cet établissement n'a pas d'autoévaluation de cet identifiant : reprenez-le dans la liste de ses autoévaluations.");

    /// <summary>A result that is asked of a draft.</summary>
    public static readonly AccessDecision Result = new(
        Verdict.NotFound, "not-submitted", "Ce brouillon n'est pas validé et n'a pas encore de résultat : lisez son aperçu (preview), ou validez-le.");

    /// <summary>A published grid never goes, so an assessment always finds its own.</summary>
    public static Grid Of(this GridLibrary grids, Assessment assessment) =>
        grids.Find(assessment.GridVersion) ?? throw new InvalidOperationException($"Grid {assessment.GridVersion} of assessment {assessment.Id} is not published.");
}
