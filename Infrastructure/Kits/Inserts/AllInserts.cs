using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>The computed parts, by the name authors give after <c>::: insert</c>.</summary>
internal static class AllInserts
{
    public static readonly IReadOnlyDictionary<string, Func<ScenarioVariant, PrintContext, IReadOnlyList<Block>>> ByName =
        new Dictionary<string, Func<ScenarioVariant, PrintContext, IReadOnlyList<Block>>>(StringComparer.Ordinal)
        {
            ["chronogramme"] = ChronogramInsert.Print,
            ["cartes-stimuli"] = InjectCardsInsert.Print,
            ["fiches-reponses"] = AnswerSheetsInsert.Print,
            ["roles-simules"] = SimulatedRolesInsert.Print,
            ["verite"] = TruthInsert.Print,
            ["phases"] = PhasesInsert.Print,
            ["annuaire"] = DirectoryInsert.Print,
            ["joueurs"] = PlayersInsert.Print,
            ["grille-observation"] = ObservationGridInsert.Print,
            ["contenu-paquet"] = BundleInsert.Print,
            ["priorites"] = PrioritiesInsert.Print,
        };
}
