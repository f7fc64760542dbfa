using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Infrastructure.Kits.Inserts;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits.Twins;

/// <summary>The chronogram to rework and to follow on a screen: one row per moment, DEBEX to FINEX, with the whole texts. Murail can import it.</summary>
internal static class ChronogramTwin
{
    public const string Document = "chronogramme";
    private const int Printed = 20;
    private const int Frozen = 4;

    public static IReadOnlyList<Sheet> Of(ScenarioVariant play, PrintContext context)
    {
        var columns = Columns(play, context);
        var rows = PlayMoments.Of(play, context).Select(moment => new SheetRow([.. columns.Select(column => column.Value(moment))], Emphasised: moment.Line is null));
        return
        [
            new()
            {
                Name = "EXERCICE chronogramme",
                Paper = PageFormat.A3Landscape,
                Columns = [.. columns.Select(column => column.Column)],
                Rows = [.. rows],
                FrozenColumns = Frozen,
                PrintedColumns = Printed,
            },
            Notes(),
        ];
    }

    private static IReadOnlyList<TwinColumn<PlayMoment>> Columns(ScenarioVariant play, PrintContext context)
    {
        return
        [
            new(new("N°", 5, ColumnKind.Number), moment => moment.Line is { } line ? line.Number : default(SheetValue)),
            new(new("Id", 7), Stimulus(inject => inject.Id)),
            new(new("Horaire", 8, ColumnKind.Time), moment => moment.Clock),
            new(new("Temps de jeu", 8), moment => PlayWords.PlayTime(moment.At)),
            new(new("Jour et heure simulés", 13), moment => TwinSheet.Simulated(moment.Phase, moment.At)),
            new(new("Canal", 11), moment => moment.Name),
            new(new("Émetteur", 15), Stimulus(inject => PlayWords.Sender(play, inject).Title)),
            new(new("Joué par", 11), Stimulus(inject => PlayWords.Facilitator(play, PlayWords.Sender(play, inject)))),
            new(new("Cellule", 14), Stimulus(inject => TwinSheet.Cells(inject, context))),
            new(new("Fonctions sollicitées", 16), Stimulus(inject => PlayWords.Recipients(play, inject))),
            new(new("Titre", 18), moment => moment.What),
            new(new("Stimuli", 52), moment => moment.Line is { } line ? Text(line.Inject, line.Inject.Text) : moment.Pause is { } pause ? pause.Minutes : default(SheetValue)),
            new(new("Réaction attendue", 38), Stimulus(inject => Text(inject, inject.Expected))),
            new(new("Délai (min)", 7, ColumnKind.Number), Stimulus(inject => inject.Window)),
            new(new("Relance", 24), Stimulus(inject => Text(inject, inject.Relance))),
            new(new("Poids", 10), Stimulus(inject => PlayWords.Weight(inject, context))),
            new(new("Diversion", 10), Stimulus(inject => inject.Diversion ? "oui" : string.Empty)),
            new(new("Statut", 9) { Choices = ["joué", "adapté", "écarté"] }, _ => default),
            new(new("Heure jouée", 8, ColumnKind.Time), _ => default),
            new(new("Remarques", 20), _ => default),
            new(new("Pièce jointe", 40), Stimulus(inject => inject.Attachment is { } paper ? $"{InjectCardsInsert.Marked(paper.Title)}\n{Text(inject, paper.Text)}" : string.Empty)),
            new(new("Texte B", 40), Stimulus(inject => inject.Variant is { } other ? $"Si {other.When}\u202F:\n{Text(inject, other.Text)}" : string.Empty)),
            new(new("Suite", 34), Stimulus(inject => inject.Consequence)),
            new(new("Commentaire", 40), Stimulus(inject => Text(inject, inject.Note))),
            new(new("Thème", 22), Stimulus(inject => TwinSheet.Theme(inject, context))),
            new(new("Objectif", 34), Stimulus(inject => inject.Objective)),
            new(new("Phase", 18), moment => moment.Phase.Title),
            new(new("Type", 10), moment => moment.Line is { } line ? MurailWords.Type(line.Inject.Channel) : moment.Pause is null ? string.Empty : MurailWords.Break),
            new(new("Destinataire", 14), Stimulus(inject => MurailWords.Recipient(inject, context.Variant))),
        ];

        string Text(Inject inject, string markdown) => CellText.Of(MarkdownBlocks.OfText(markdown, $"stimulus {inject.Id}", context));
    }

    private static Func<PlayMoment, SheetValue> Stimulus(Func<Inject, SheetValue> value) => moment => moment.Line is { } line ? value(line.Inject) : default;

    private static Sheet Notes() => NoteSheet.Of(
        ("EXERCICE", "Rien de ce qui est écrit ici n'est réel. Pour les animateurs seulement : ce fichier dit tout de ce qui va se passer."),
        ("Ce fichier", "Le chronogramme imprimé, à retravailler : mêmes stimuli, mêmes temps, textes entiers. Les cartes et les autres documents ne suivent pas vos changements : corrigez-les à la main, et redonnez le chronogramme à chaque animateur."),
        ("Horaire", "L'heure réelle. Vide tant que le début n'est pas fixé : heure du DEBEX, plus le temps de jeu, plus la pause une fois prise."),
        ("Statut, Heure jouée, Remarques", "À remplir pendant le jeu. Statut : joué, adapté ou écarté. Des fonctions, jamais des noms ; aucune donnée de patient ou de résident."),
        ("Poids", "En retard, on écarte d'abord les facultatifs."),
        ("Impression", "A3 paysage, de N° à Remarques. Les colonnes suivantes se lisent à l'écran."),
        ("Murail", "Plateforme libre inspirée de REMPAR25 : elle lit Id, Horaire, Type, Émetteur, Destinataire, Stimuli, Réaction attendue et Commentaire. Remplissez Horaire sur toutes les lignes avant de charger le fichier. La pause devient un décompte. Un seul destinataire par message : ce qui va à plusieurs cellules va à « Tous ». Titres, pièces jointes et textes B n'y passent pas : ils se remettent à la main."),
        ("Une fois rempli", "Ce fichier décrit vos fragilités : TLP:AMBER+STRICT, il reste dans l'établissement."));
}
