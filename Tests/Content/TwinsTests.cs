using System.Text;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Kits.Twins;
using CrisisKits.Tests.Support;
using UglyToad.PdfPig;

namespace CrisisKits.Tests.Content;

/// <summary>The editable twins of every kit, in both variants, say what the printed documents say.</summary>
public sealed class TwinsTests
{
    private static IEnumerable<PrintContext> Contexts => ShippedContent.Contexts().Where(context => context.Scenario is not null);

    [Test]
    public void Five_documents_of_each_kit_have_twins() => Each(context =>
        Assert.That(Twins(context).Select(twin => $"{twin.Document.Id}.{twin.Format.Extension()}"), Is.EquivalentTo(new[]
        {
            "cadrage.docx", "rapport-retex.docx", "retex-chaud.docx", "chronogramme.xlsx", "chronogramme.csv", "dossier-observateur.xlsx", "dossier-observateur.csv",
        })));

    [Test]
    public void Office_finds_no_fault_in_any() => Each(context =>
    {
        foreach (var (document, format) in Twins(context).Where(twin => twin.Format != TwinFormat.Csv))
            Assert.That(OfficeFiles.Faults(PrintTwin.Run(document, format, context)), Is.Empty, document.Id);
    });

    [Test]
    public void The_same_kit_gives_the_same_bytes() => Each(context =>
    {
        foreach (var (document, format) in Twins(context))
        {
            var first = PrintTwin.Run(document, format, context);
            Assert.That(PrintTwin.Run(document, format, context), Is.EqualTo(first), document.Id);
        }
    });

    [Test]
    public void Each_stimulus_is_one_row_with_its_hour_its_people_and_its_whole_text() => Each(context =>
    {
        var play = context.Scenario!.For(context.Variant);
        var rows = Table(context, "chronogramme").Where(row => row["N°"].Length > 0).ToList();
        Assert.That(rows.Select(row => row["Id"]), Is.EqualTo(play.Injects.Select(inject => inject.Id)));
        foreach (var (row, line) in rows.Zip(Chronogram.Of(play)))
        {
            var inject = line.Inject;
            Assert.That(row["N°"], Is.EqualTo($"{line.Number}"));
            Assert.That(TimeSpan.Parse(row["Temps de jeu"][2..], null), Is.EqualTo(inject.At));
            Assert.That(Pages.Flatten(row["Jour et heure simulés"]), Is.EqualTo($"{line.Phase.Day} {line.SimulatedTime.Hour:00} h {line.SimulatedTime.Minute:00}"));
            Assert.That(row["Émetteur"], Is.EqualTo(play.Roles.Single(role => role.Id == inject.Sender).Title));
            Assert.That(row["Fonctions sollicitées"].Split(", "), Is.EquivalentTo(inject.To.Select(to => play.Players.Single(player => player.Id == to).Title).SelectMany(title => title.Split(", "))));
            Assert.That((row["Titre"], row["Délai (min)"], row["Objectif"], row["Phase"]), Is.EqualTo((inject.Title, $"{inject.Window}", inject.Objective, line.Phase.Title)));
            Assert.That((row["Poids"] == "Essentiel", row["Diversion"] == "oui"), Is.EqualTo((inject.Essential, inject.Diversion)));
            SameWords(row["Stimuli"], inject.Text);
            SameWords(row["Réaction attendue"], inject.Expected);
            SameWords(row["Relance"], inject.Relance);
            SameWords(row["Commentaire"], inject.Note);
            SameWords(row["Suite"], inject.Consequence);
            SameWords(row["Pièce jointe"], inject.Attachment is { } paper ? $"{(paper.Title.StartsWith("EXERCICE", StringComparison.Ordinal) ? "" : "EXERCICE · ")}{paper.Title} {paper.Text}" : "");
            SameWords(row["Texte B"], inject.Variant is { } other ? $"Si {other.When} : {other.Text}" : "");
        }
    });

    [Test]
    public void What_frames_the_play_has_its_rows_in_the_order_it_happens() => Each(context =>
    {
        var play = context.Scenario!.For(context.Variant);
        var table = Table(context, "chronogramme");
        var marks = table.Where(row => row["N°"].Length == 0).Select(row => row["Canal"]).ToList();
        Assert.That(marks, Is.EquivalentTo(new[] { "DEBEX", "FINEX" }.Concat(play.Phases.Skip(1).Select(_ => "PHASE")).Concat(play.Pause is null ? [] : ["PAUSE"])));
        Assert.That((marks[0], marks[^1]), Is.EqualTo(("DEBEX", "FINEX")));
        Assert.That(table.Select(row => TimeSpan.Parse(row["Temps de jeu"][2..], null)), Is.Ordered);
    });

    [Test]
    public void What_is_filled_in_while_playing_is_left_empty() => Each(context =>
    {
        foreach (var row in Table(context, "chronogramme"))
            Assert.That(row["Horaire"] + row["Statut"] + row["Heure jouée"] + row["Remarques"], Is.Empty);
        foreach (var row in Table(context, "dossier-observateur"))
            Assert.That(row["Cotation"] + row["Heure"] + row["Ce qui a été vu ou entendu"], Is.Empty);
    });

    [Test]
    public void Murail_finds_its_columns_and_its_words() => Each(context =>
    {
        string[] roles = ["Communication", "Décision", "Informatique", "Juridique / Finance", "Ressources Humaines", "Métier", "Tous"];
        var rows = Table(context, "chronogramme");
        Assert.That(rows[0].Keys, Is.SupersetOf(new[] { "Id", "Horaire", "Type", "Émetteur", "Destinataire", "Stimuli", "Réaction attendue", "Commentaire" }));
        foreach (var row in rows)
        {
            var wanted = row["Canal"] switch
            {
                "DEBEX" or "PHASE" or "FINEX" => "",
                "PAUSE" => "decompte",
                "Réseau social" => "tweet",
                _ => "message",
            };
            Assert.That(row["Type"], Is.EqualTo(wanted));
            if (wanted is "message" or "tweet")
                Assert.That(roles, Does.Contain(row["Destinataire"]), row["Id"]);
            if (wanted == "decompte")
                Assert.That(row["Stimuli"], Is.EqualTo($"{context.Scenario!.For(context.Variant).Pause!.Minutes}"));
        }
    });

    [Test]
    public void Each_fact_to_observe_is_one_row_of_the_grid() => Each(context =>
    {
        var lines = Chronogram.Of(context.Scenario!.For(context.Variant));
        var expected = lines.SelectMany(line => line.Inject.Observe.Select(fact =>
            (Number: $"{line.Number}", Fact: fact, Theme: context.Grid.Themes.Single(theme => theme.Id == line.Inject.Theme).Title)));
        Assert.That(Table(context, "dossier-observateur").Select(row => (row["N°"], row["Fait à observer"], row["Thème"])), Is.EqualTo(expected));
    });

    [Test]
    public void The_CSV_says_what_the_workbook_says() => Each(context =>
    {
        foreach (var document in context.Kit.Documents.Where(document => EditableTwins.Of(document).Contains(TwinFormat.Csv)))
            Assert.That(
                OfficeFiles.Fields(Encoding.UTF8.GetString(PrintTwin.Run(document, TwinFormat.Csv, context))[1..]),
                Is.EqualTo(OfficeFiles.Rows(PrintTwin.Run(document, TwinFormat.Xlsx, context))));
    });

    [Test]
    public void A_Word_twin_has_every_word_of_the_printed_document_and_no_other() => Each(context =>
    {
        foreach (var (document, format) in Twins(context).Where(twin => twin.Format == TwinFormat.Docx))
            Assert.That(
                Flat(OfficeFiles.Words(PrintTwin.Run(document, format, context))),
                Is.EqualTo(Flat(BlockText.Of(ComposeDocument.Run(document, context).Documents[0].Body))),
                document.Id);
    });

    [Test]
    public void A_twin_is_named_like_the_printed_document() => Each(context =>
    {
        foreach (var (document, format) in Twins(context))
            Assert.That(EditableTwins.FileName(document, format, context), Does.Contain("EXERCICE").And.EqualTo(KitFileNames.Document(document, context).Replace(".pdf", $".{format.Extension()}", StringComparison.Ordinal)));
    });

    [Test]
    public void A_form_that_does_not_exist_is_refused()
    {
        var context = Contexts.First();
        var stop = context.Kit.Documents.Single(document => document.Id == "stop");
        Assert.That(EditableTwins.Of(stop), Is.Empty);
        Assert.That(() => PrintTwin.Run(stop, TwinFormat.Docx, context), Throws.ArgumentException);
    }

    [Test]
    public void LibreOffice_opens_and_prints_every_twin_marked_on_each_page()
    {
        var twins = Contexts.SelectMany(context => Twins(context).Where(twin => twin.Format != TwinFormat.Csv).Select(twin => (context, twin.Document, twin.Format))).ToList();
        var pdfs = OfficeFiles.Printed([.. twins.Select(twin => (EditableTwins.FileName(twin.Document, twin.Format, twin.context), PrintTwin.Run(twin.Document, twin.Format, twin.context)))]);
        Assert.Multiple(() =>
        {
            foreach (var ((context, document, _), pdf) in twins.Zip(pdfs))
            {
                var name = $"{ShippedContent.Name(context)} {document.Id}";
                using var printed = PdfDocument.Open(pdf);
                Assert.That(printed.Information.Title, Does.StartWith(document.Title), name);
                Assert.That(Pages.Text(pdf).Select(page => page.Split("EXERCICE").Length - 1), Has.All.AtLeast(2), name);
                Assert.That(printed.NumberOfPages, Is.InRange(2, 12), name);
            }
        });
    }

    private static void Each(Action<PrintContext> check) => Assert.Multiple(() =>
    {
        foreach (var context in Contexts)
        {
            TestContext.Out.WriteLine(ShippedContent.Name(context));
            check(context);
        }
    });

    private static IEnumerable<(KitDocument Document, TwinFormat Format)> Twins(PrintContext context) =>
        context.Kit.Documents.SelectMany(document => EditableTwins.Of(document).Select(format => (document, format)));

    /// <summary>The first sheet of a twin, each row by the titles of its columns.</summary>
    private static List<Dictionary<string, string>> Table(PrintContext context, string id)
    {
        var rows = OfficeFiles.Rows(PrintTwin.Run(context.Kit.Documents.Single(document => document.Id == id), TwinFormat.Xlsx, context));
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    /// <summary>The same letters and figures in the same order: marks of Markdown, bullets and spaces aside.</summary>
    private static void SameWords(string cell, string markdown) => Assert.That(Letters(cell), Is.EqualTo(Letters(markdown)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Flat(string text) => Pages.Flatten(text.Replace('☐', ' '));
}
