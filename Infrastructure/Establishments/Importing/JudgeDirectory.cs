using CrisisKits.Domain.Establishments;

namespace CrisisKits.Infrastructure.Establishments.Importing;

/// <summary>
/// Goes through a file once and says what becomes of each establishment, a legal entity before its sites. It writes nothing: a first pass tells, a second
/// one, which decides the same, is written.
/// </summary>
internal sealed class JudgeDirectory(KnownEstablishments known, ImportReport report)
{
    /// <summary>Numbers of the file, refused ones too: what is badly written is not gone.</summary>
    private readonly HashSet<long> _seen = [];

    /// <summary>Legal entities that this file brought.</summary>
    private readonly HashSet<long> _brought = [];

    /// <summary>The last record was broken, as where a file was cut.</summary>
    public bool EndsBroken { get; private set; }

    public int Entries { get; private set; }

    public IEnumerable<(Establishment Establishment, DirectoryFate Fate)> Run(DirectoryUnit unit)
    {
        var legal = unit.LegalEntity is { } entry ? Judge(entry) : null;
        var parent = legal is { } read ? read.Establishment.Finess : null;
        var sites = new List<(Establishment Establishment, DirectoryFate Fate)>();
        foreach (var each in unit.Sites)
            if (Judge(each) is { } site)
                if (!IsWritten(site.Fate) || Belongs(site.Establishment, parent))
                    sites.Add(site);
                else if (unit.LegalEntity is not null)
                    Refuse(each, "son entité juridique est refusée");
                else if (NumberIsFree(site.Establishment.Parent!))
                    sites.AddRange([Nameless(site.Establishment), site]);
                else
                    Refuse(each, $"« {site.Establishment.Parent} » est un site, et non une entité juridique");

        if (legal is { } found)
        {
            // closed, but an open site needs it
            var fate = found.Fate == DirectoryFate.Ignored && sites.Exists(site => IsWritten(site.Fate)) ? DirectoryFate.Added : found.Fate;
            if (fate == DirectoryFate.Added)
                _brought.Add(KnownEstablishments.Key(found.Establishment.Finess.Value));
            yield return (found.Establishment, Tell(fate));
        }

        foreach (var site in sites)
            yield return (site.Establishment, Tell(site.Fate));
    }

    /// <summary>Whether this fate changes the directory.</summary>
    public static bool IsWritten(DirectoryFate fate) => fate is DirectoryFate.Added or DirectoryFate.Changed or DirectoryFate.Closed;

    /// <summary>Open establishments that follow the directory, and of them those the file does not name.</summary>
    public (int Open, IReadOnlyList<string> Vanished) Vanished(bool legalEntitiesToo)
    {
        var open = known.All.Where(each => each.Value is { IsOpen: true, Source: EstablishmentSource.Finess }
            && (legalEntitiesToo || each.Value.Kind == EstablishmentKind.Site)).Select(each => each.Key).ToList();
        return (open.Count, [.. open.Where(key => !_seen.Contains(key)).Select(KnownEstablishments.Finess)]);
    }

    private (Establishment Establishment, DirectoryFate Fate)? Judge(DirectoryEntry entry)
    {
        Entries++;
        EndsBroken = entry.Broken is not null;
        var isNew = FinessNumber.Parse(entry.Said.Finess) is not { } finess || _seen.Add(KnownEstablishments.Key(finess.Value));
        var outcome = entry.Said.Read();
        if (entry.Broken is not null)
            return Refuse(entry, entry.Broken);
        if (!outcome.Accepted)
            return Refuse(entry, string.Join(" ", outcome.Refusals.Select(refusal => refusal.Message)));
        var establishment = outcome.Value;
        if (!isNew)
            return Refuse(entry, "ce numéro est déjà plus haut dans le fichier");
        var before = known.Find(establishment.Finess);
        if (before is { } kept && kept.Kind != establishment.Kind)
            return Refuse(entry, kept.Kind == EstablishmentKind.Site ? "ce numéro est ici celui d'un site" : "ce numéro est ici celui d'une entité juridique");
        var isSame = before is { } same && same.Print == KnownEstablishments.PrintOf(EstablishmentRow.Of(establishment, default));
        return (establishment, DirectoryChange.Of(before?.Source, isSame, before?.IsOpen ?? false, establishment.IsOpen));
    }

    private bool Belongs(Establishment site, FinessNumber? parent) =>
        site.Parent == parent
        || _brought.Contains(KnownEstablishments.Key(site.Parent!.Value))
        || known.Find(site.Parent) is { Kind: EstablishmentKind.LegalEntity };

    private bool NumberIsFree(FinessNumber finess) => known.Find(finess) is null && !_seen.Contains(KnownEstablishments.Key(finess.Value));

    /// <summary>A legal entity of which the file gives the number only. It is where its first site is, until a file that names it is imported.</summary>
    private (Establishment, DirectoryFate) Nameless(Establishment site)
    {
        _brought.Add(KnownEstablishments.Key(site.Parent!.Value));
        _seen.Add(KnownEstablishments.Key(site.Parent.Value));
        report.Nameless++;
        return (site with { Finess = site.Parent, Kind = EstablishmentKind.LegalEntity, Parent = null, Name = $"Entité juridique {site.Parent}", Category = null }, DirectoryFate.Added);
    }

    private DirectoryFate Tell(DirectoryFate fate)
    {
        report.Tell(fate);
        return fate;
    }

    private (Establishment, DirectoryFate)? Refuse(DirectoryEntry entry, string reason)
    {
        report.Refuse(new(entry.Place, entry.Said.Finess, reason));
        return null;
    }
}
