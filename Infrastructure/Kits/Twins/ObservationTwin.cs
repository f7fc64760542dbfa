using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Spreadsheets;

namespace CrisisKits.Infrastructure.Kits.Twins;

/// <summary>The observation grid to copy out and count: one row per fact, in play order.</summary>
internal static class ObservationTwin
{
    public const string Document = "dossier-observateur";
    private const int Frozen = 2;

    public static IReadOnlyList<Sheet> Of(ScenarioVariant play, PrintContext context)
    {
        IReadOnlyList<TwinColumn<(ChronogramLine Line, string Fact)>> columns =
        [
            new(new("N°", 5, ColumnKind.Number), fact => fact.Line.Number),
            new(new("Temps de jeu", 8), fact => PlayWords.Moment(fact.Line.Inject.At, context)),
            new(new("Jour et heure simulés", 13), fact => TwinSheet.Simulated(fact.Line.Phase, fact.Line.Inject.At)),
            new(new("Phase", 16), fact => fact.Line.Phase.Title),
            new(new("Cellule", 16), fact => TwinSheet.Cells(fact.Line.Inject, context)),
            new(new("Thème", 22), fact => TwinSheet.Theme(fact.Line.Inject, context)),
            new(new("Fait à observer", 46), fact => fact.Fact),
            new(new("Cotation", 9) { Choices = ["O", "P", "N", "X"] }, _ => default),
            new(new("Heure", 8, ColumnKind.Time), _ => default),
            new(new("Ce qui a été vu ou entendu", 50), _ => default),
        ];
        var rows = Chronogram.Of(play).SelectMany(line => line.Inject.Observe.Select(fact => new SheetRow([.. columns.Select(column => column.Value((line, fact)))])));
        return
        [
            new()
            {
                Name = "EXERCICE observation",
                Paper = PageFormat.A4Landscape,
                Columns = [.. columns.Select(column => column.Column)],
                Rows = [.. rows],
                FrozenColumns = Frozen,
            },
            Notes(),
        ];
    }

    private static Sheet Notes() => NoteSheet.Of(
        ("EXERCICE", "Rien de ce qui est écrit ici n'est réel. Pour les observateurs seulement : à ne montrer à aucun joueur avant le FINEX."),
        ("Ce fichier", "La grille imprimée du dossier de l'observateur, à recopier après le jeu. On note au crayon, sur papier, pendant l'exercice."),
        ("Cotation", "O : observé. P : partiel. N : non observé. X : non observable. Entre deux, la plus basse, et pourquoi."),
        ("Heure", "L'heure simulée, celle de la pendule de la salle."),
        ("Ce qui a été vu ou entendu", "Une heure, une fonction, un verbe, un papier. Des faits et des fonctions, jamais des personnes ; aucune donnée de patient ou de résident."),
        ("Cellule", "Filtrez sur la vôtre : on ne remplit que les lignes de sa salle."),
        ("Une fois remplie", "La grille décrit vos fragilités : TLP:AMBER+STRICT, elle va au DIREX et reste dans l'établissement."));
}
