using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Access;

namespace CrisisKits.Infrastructure.Establishments;

/// <summary>An establishment as it now is.</summary>
/// <param name="Establishment">In the directory.</param>
/// <param name="Added">It was not there before.</param>
public sealed record CorrectedEstablishment(Establishment Establishment, bool Added);

/// <summary>Adds an establishment by hand, or corrects one: imports leave it as it is from then on, unless it is handed back to the directory.</summary>
public sealed class CorrectEstablishment(Admission admission, TimeProvider clock)
{
    /// <param name="visit">Who, and which establishment.</param>
    /// <param name="said">What it is to be.</param>
    /// <param name="followDirectory">The next import decides again.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Acted<CorrectedEstablishment>> RunAsync(Visit visit, DescribedEstablishment said, bool followDirectory, CancellationToken cancellationToken) =>
        admission.CorrectAsync<CorrectedEstablishment>(
            visit,
            async (session, before) =>
            {
                var outcome = said.Read();
                if (!outcome.Accepted)
                    return outcome.Refusals.ToArray();
                var establishment = outcome.Value;
                var store = new EstablishmentStore(session);
                if (before is not null && before.Kind != establishment.Kind)
                    return new Refusal("kind-fixed", null, "kind", "Une entité juridique ne devient pas un site, ni l'inverse : ce qui en dépend perdrait son sens.");
                if (establishment.Parent is { } parent && (await store.FindAsync(parent.Value))?.ToEstablishment().Kind != EstablishmentKind.LegalEntity)
                    return new Refusal("unknown-parent", null, "parent", $"« {parent} » n'est pas une entité juridique de l'annuaire : ajoutez-la d'abord.");
                var source = followDirectory ? EstablishmentSource.Finess : EstablishmentSource.Hand;
                var added = await store.PutAllAsync([EstablishmentRow.Of(establishment, clock.GetUtcNow(), source)]);
                return new CorrectedEstablishment(establishment, added > 0);
            },
            cancellationToken);
}
