using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Tests.Support;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using static CrisisKits.Tests.Documents.Samples;

namespace CrisisKits.Tests.Documents;

public sealed class PdfPagesTests
{
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("Le cadre de nuit note l’heure et prévient l’administrateur de garde.", 6));

    [Test]
    public void The_same_publication_gives_the_same_bytes()
    {
        var first = Print(Heading(1, "Alerte"), Paragraph(Filler));
        var second = Print(Heading(1, "Alerte"), Paragraph(Filler));
        Assert.That(second, Is.EqualTo(first));
    }

    [TestCase("Cœur, Œdème, Ÿ, ’, –, « guillemets », 1\u202F200 lits : prêts\u202F?")]
    [TestCase("AVATAR, VÉRITÉ, Tôt, fi fl ffi, où ça ? H+0:10 → 03 h 10 ≥ 5 % × 2 …")]
    public void Text_is_read_back_exactly_kerned_as_it_is(string text)
    {
        Assert.That(Pages.Text(Print(Paragraph(text)))[0], Does.Contain(text));
    }

    [Test]
    public void Words_stay_apart_without_looking_where_they_stand()
    {
        var text = Filler + " Elle coûte 1\u202F200\u00A0€, dit-il, et rien d’autre.";
        var blanks = new Paragraph([new Text("Appeler "), new Dots(40, "qui"), new Text(" puis "), new TickBox(), new Text(" cocher"), new LineBreak(), new Text("et signer.")]);
        Assert.That(Pages.Text(Print(Paragraph(text), blanks))[0], Does.Contain(text).And.Contain("Appeler  puis  cocher et signer."));
    }

    [Test]
    public void A_table_repeats_its_header_on_each_page_and_splits_no_row()
    {
        var rows = Enumerable.Range(1, 60).Select(i => (IReadOnlyList<Cell>)[Cell($"début-{i}."), Cell(Filler + $" fin-{i}.")]).ToList();
        var pages = Pages.Text(Print(new Table { Header = [Cell("Heure"), Cell("Consigne")], Rows = rows, Widths = [1, 3] }));
        Assert.That(pages, Has.Count.GreaterThan(4));
        Assert.That(pages, Has.All.Contain("Consigne"));
        for (var i = 1; i <= 60; i++)
            Assert.That(pages.Single(page => page.Contains($"début-{i}.", StringComparison.Ordinal)), Does.Contain($"fin-{i}."));
    }

    [Test]
    public void A_heading_is_never_the_last_thing_on_a_page()
    {
        var blocks = new List<Block>();
        for (var i = 0; i < 60; i++)
            blocks.AddRange([Heading(2, $"Titre-{i}."), Paragraph(string.Concat(Enumerable.Repeat("Mot ", 1 + 37 * i % 90)) + $"suite-{i}.")]);
        var pages = Pages.Text(Print([.. blocks]));
        for (var i = 0; i < 60; i++)
        {
            var page = pages.Single(text => text.Contains($"Titre-{i}.", StringComparison.Ordinal));
            Assert.That(page[page.IndexOf($"Titre-{i}.", StringComparison.Ordinal)..], Does.Match($@"^Titre-{i}\.\s*(Mot|suite)"));
        }
    }

    [Test]
    public void The_table_of_contents_gives_the_page_each_heading_is_on()
    {
        var body = Enumerable.Range(1, 9).SelectMany(i => new Block[] { Heading(1, $"Partie-{i}."), Paragraph(string.Join(' ', Enumerable.Repeat(Filler, 5))) }).ToArray();
        var pages = Pages.Text(PrintPublication.Run(Publication(Document(body) with { Contents = true })).Bytes);
        for (var i = 1; i <= 9; i++)
        {
            var announced = System.Text.RegularExpressions.Regex.Match(pages[0], $@"Partie-{i}\.\s*(\d+)").Groups[1].Value;
            var printed = pages.FindLastIndex(text => text.Contains($"Partie-{i}.", StringComparison.Ordinal)) + 1;
            Assert.That(announced, Is.EqualTo($"{printed}"), $"partie {i}");
        }
    }

    [Test]
    public void Each_sheet_says_exercise_twice_and_its_number()
    {
        var pages = Pages.Text(Print(Paragraph(Filler), new PageBreak(), Paragraph(Filler)));
        Assert.That(pages, Has.Count.EqualTo(2));
        for (var i = 0; i < 2; i++)
        {
            Assert.That(pages[i].Split("EXERCICE"), Has.Length.EqualTo(3));
            Assert.That(pages[i], Does.Contain($"page {i + 1} / 2"));
        }
    }

    [Test]
    public void A_page_break_at_the_top_of_a_page_does_nothing()
    {
        var pages = Pages.Text(Print(Paragraph("avant"), new PageBreak(), new PageBreak(), Paragraph("après")));
        Assert.That(pages, Has.Count.EqualTo(2));
    }

    [Test]
    public void Merged_documents_keep_their_order_behind_a_cover_with_bookmarks_and_running_numbers()
    {
        var cover = new Cover("Joueurs", "Kit débutant", 1, "Écrans noirs", "Ce que reçoivent les joueurs.", ["Avis."]);
        var file = PrintPublication.Run(Publication(
            Document(Heading(1, "Règles"), Paragraph(Filler)) with { Title = "Dossier joueur" },
            Document(Paragraph(Filler)) with { Title = "Main courante" }) with
        { Cover = cover });
        using var document = PdfDocument.Open(file.Bytes);
        Assert.That(document.NumberOfPages, Is.EqualTo(file.Pages).And.EqualTo(3));
        Assert.That(document.TryGetBookmarks(out var bookmarks), Is.True);
        Assert.That(bookmarks!.Roots.Select(root => root.Title), Is.EqualTo(new[] { "Dossier joueur", "Main courante" }));
        Assert.That(bookmarks.Roots[0].Children.Single().Title, Is.EqualTo("Règles"));
        Assert.That(((DocumentBookmarkNode)bookmarks.Roots[1]).PageNumber, Is.EqualTo(3));
        Assert.That(document.GetPage(1).Text, Does.Contain("JOUEURS").And.Contain("Dossier joueur 2"));
    }

    [Test]
    public void A_row_taller_than_a_page_goes_on_under_its_header_and_loses_nothing()
    {
        var words = Enumerable.Range(1, 900).Select(number => $"mot{number}.");
        var tall = new Table { Header = [Cell("Heure"), Cell("Consigne")], Rows = [[Cell("03 h 10"), Cell(string.Join(' ', words))]] };

        var pages = Pages.Text(Print(tall));

        Assert.That(pages.Count(page => page.Contains("Consigne", StringComparison.Ordinal)), Is.GreaterThan(1));
        for (var number = 1; number <= 900; number++)
            Assert.That(pages.Sum(page => page.Split($"mot{number}.").Length - 1), Is.EqualTo(1));
    }

    [Test]
    public void A_word_longer_than_the_line_is_cut_rather_than_lost()
    {
        var address = "https://signalement.exemple.example/" + new string('a', 300) + "fin";
        Assert.That(Pages.Text(Print(Paragraph(address)))[0].Replace(" ", "", StringComparison.Ordinal), Does.Contain(address));
    }
}
