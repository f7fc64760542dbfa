using System.Globalization;
using System.Text.Json;
using CrisisKits.Domain.Establishments;

namespace CrisisKits.Infrastructure.Establishments.Importing;

/// <summary>
/// The JSON that ANS publishes as <c>finess-structures-1</c> (schema <c>schema-structures-v1</c> of ansforge/finess): <c>pmej[]</c>, each legal entity
/// with its sites in <c>ege[]</c>, in properties of any order. Groups and everything else are skipped.
/// </summary>
internal sealed class ReadStructures
{
    /// <summary>The largest legal entities have some hundreds.</summary>
    private const int MostSites = 20_000;

    private readonly JsonTokens _tokens;

    private ReadStructures(JsonTokens tokens) => _tokens = tokens;

    public static IEnumerable<DirectoryUnit> Run(Stream stream) => new ReadStructures(new(stream)).Read();

    private IEnumerable<DirectoryUnit> Read()
    {
        var (found, position) = (false, 0);
        if (_tokens.Enters(JsonTokenType.StartObject))
            while (_tokens.NextProperty() is { } name)
                if (name == "pmej" && _tokens.Enters(JsonTokenType.StartArray))
                {
                    found = true;
                    while (_tokens.NextObject())
                        yield return ReadLegalEntity(string.Create(CultureInfo.InvariantCulture, $"pmej[{position++}]"));
                }
                else if (name != "pmej")
                    _tokens.Skip();

        // what follows the last brace, or is missing before it, is no JSON
        _tokens.Read();
        if (!found)
            throw new RefusedDirectoryException("Ce JSON n'a pas de liste « pmej » : il faut le fichier finess-structures, et non celui des activités.");
    }

    private DirectoryUnit ReadLegalEntity(string position)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"ligne {_tokens.Line}, {position}");
        var facts = new Facts();
        var sites = new List<(string Place, Facts Facts)>();
        while (_tokens.NextProperty() is { } name)
            if (name == "ege" && _tokens.Enters(JsonTokenType.StartArray))
                while (_tokens.NextObject())
                    sites.Add((string.Create(CultureInfo.InvariantCulture, $"ligne {_tokens.Line}, {position}.ege[{sites.Count}]"), ReadSite(sites.Count)));
            else if (name != "ege")
                ReadFact(name, "informationsGeneralesPMEJ", "02", facts);

        return new(new(place, facts.Describe(EstablishmentKind.LegalEntity, null)),
            [.. sites.Select(site => new DirectoryEntry(site.Place, site.Facts.Describe(EstablishmentKind.Site, facts.Finess)))]);
    }

    private Facts ReadSite(int before)
    {
        if (before == MostSites)
            throw new RefusedDirectoryException($"Ligne {_tokens.Line} : plus de {MostSites} sites pour une entité juridique. Ce n'est pas un fichier FINESS.");
        var facts = new Facts();
        while (_tokens.NextProperty() is { } name)
            ReadFact(name, "informationsGeneralesEGE", "03", facts);
        return facts;
    }

    private void ReadFact(string name, string identity, string usage, Facts facts)
    {
        if (name == "etatObjet")
            facts.State = _tokens.NextText();
        else if (name == "categorieentiteGeographiqueExercice")
            facts.Category = _tokens.NextText();
        else if (name == identity)
            ReadIdentity(facts);
        else if (name == "adresse")
            ReadAddresses(usage, facts);
        else
            _tokens.Skip();
    }

    private void ReadIdentity(Facts facts)
    {
        if (!_tokens.Enters(JsonTokenType.StartObject))
            return;
        while (_tokens.NextProperty() is { } name)
            switch (name)
            {
                case "numFinessPm" or "numFinessEge":
                    facts.Finess = _tokens.NextText();
                    break;
                case "denominationLonguePmSmsse" or "nomEgeLong":
                    facts.Name = _tokens.NextText();
                    break;
                case "denominationPm" or "nomEgeCourt":
                    facts.ShortName = _tokens.NextText();
                    break;
                default:
                    _tokens.Skip();
                    break;
            }
    }

    /// <summary>The address of the wanted use (02 the seat of a legal entity, 03 a site), or else the first.</summary>
    private void ReadAddresses(string usage, Facts facts)
    {
        if (!_tokens.Enters(JsonTokenType.StartArray))
            return;
        for (var first = true; _tokens.NextObject(); first = false)
        {
            var address = new Dictionary<string, string?>(StringComparer.Ordinal);
            while (_tokens.NextProperty() is { } name)
                if (name is "usageAdresse" or "cogCommune" or "codePostal" or "ligneAcheminement")
                    address[name] = _tokens.NextText();
                else
                    _tokens.Skip();
            if (!first && address.GetValueOrDefault("usageAdresse") != usage)
                continue;
            facts.Commune = address.GetValueOrDefault("cogCommune");
            facts.PostalCode = address.GetValueOrDefault("codePostal");
            facts.Town = FinessAddress.OfRoutingLine(address.GetValueOrDefault("ligneAcheminement")).Town;
        }
    }

    private sealed class Facts
    {
        public string? Finess { get; set; }
        public string? Name { get; set; }
        public string? ShortName { get; set; }
        public string? Category { get; set; }
        public string? State { get; set; }
        public string? Commune { get; set; }
        public string? PostalCode { get; set; }
        public string? Town { get; set; }

        public DescribedEstablishment Describe(EstablishmentKind kind, string? parent) => new()
        {
            Finess = Finess,
            Kind = kind.Id(),
            Parent = parent,
            Name = string.IsNullOrWhiteSpace(Name) ? ShortName : Name,
            Category = Category,
            Town = Town,
            PostalCode = PostalCode,
            Commune = Commune,
            IsOpen = State switch { "A" => true, "I" => false, _ => null },
        };
    }
}
