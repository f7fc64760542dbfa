using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Content;

public sealed class MarkdownMistakesTests
{
    private const string Sentence = "Le {{date}}, {{fonction:direx}} ouvre.";

    [TestCase("::: encart\nTexte.\n:::", 11, "bloc inconnu « encart »")]
    [TestCase("::: info Titre\nTexte.", 11, "n'est jamais fermé par :::")]
    [TestCase("Le {{jour}}.", 11, "espace à compléter inconnu : {{jour}}")]
    [TestCase("Avec {{fonction:pirate}}.", 11, "espace à compléter inconnu : {{fonction:pirate}}")]
    [TestCase("::: insert horoscope\n:::", 11, "partie calculée inconnue « horoscope »")]
    [TestCase("::: insert phases\nTexte.\n:::", 11, "le bloc « insert » est vide")]
    [TestCase("Texte.\n\n### Trop bas", 13, "ne sautez pas de niveau")]
    [TestCase("::: tableau largeurs=1,2\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n:::", 11, "2 largeurs pour 3 colonnes")]
    [TestCase("::: tableau couleur=3\n| a |\n|---|\n| 1 |\n:::", 11, "réglage de tableau inconnu « couleur=3 »")]
    [TestCase("::: tableau\nTexte.\n:::", 11, "contient un tableau à barres")]
    [TestCase("- [ ] une case\n- sans case", 11, "partout ou nulle part")]
    [TestCase("- [x] cochée", 11, "une case à cocher s'imprime vide")]
    [TestCase("::: champs\n- a | b | c\n:::", 11, "deux champs par ligne au plus")]
    [TestCase("::: lignes beaucoup\n:::", 11, "un nombre de 1 à 60")]
    [TestCase("::: diapo Titre\n- point\n:::", 11, "page: a4-landscape")]
    [TestCase("::: badges\n- Cellule\n:::", 11, "écrivez « Cellule | Fonction »")]
    [TestCase("> citation", 11, "citation « > »")]
    [TestCase("Texte.\n\n    en retrait", 13, "texte en retrait")]
    [TestCase("Voir [ici](https://x.example).", 11, "un lien ne s'imprime pas")]
    [TestCase("<b>gras</b>", 11, "balise HTML")]
    [TestCase("Un `code`.", 11, "entre accents graves")]
    public void What_the_content_guide_does_not_describe_is_refused_with_its_line(string body, int line, string expected)
    {
        var context = SmallKit.Context(SmallKit.With(SmallKit.DocumentFile, Sentence, body));

        var mistake = Assert.Throws<ContentException>(() => ComposeDocument.Run(context.Kit.Documents[0], context));

        Assert.Multiple(() =>
        {
            Assert.That(mistake!.Message, Does.StartWith(FormattableString.Invariant($"{SmallKit.DocumentFile}:{line} : ")));
            Assert.That(mistake.Message, Does.Contain(expected));
        });
    }

    [Test]
    public void Blanks_become_dots_that_a_screen_reader_can_name()
    {
        var paragraph = Blocks(Sentence).OfType<Paragraph>().Single();

        Assert.That(paragraph.Content.OfType<Dots>().Select(dots => dots.Label), Is.EqualTo(new[] { "date de l’exercice", "directeur d’exercice" }));
    }

    [TestCase(KitVariant.Hospital, "Deux", "Trois")]
    [TestCase(KitVariant.Esms, "Deux", "Quatre")]
    public void A_passage_of_a_variant_continues_the_list_around_it(KitVariant variant, params string[] expected)
    {
        var list = Blocks("- Deux\n\n::: hopital\n- Trois\n:::\n::: esms\n- Quatre\n:::", variant).OfType<ItemList>().Single();

        Assert.That(list.Items.Select(item => ((Text)((Paragraph)item[0]).Content[0]).Value), Is.EqualTo(expected));
    }

    [Test]
    public void Fields_stand_one_or_two_a_row_with_as_many_lines_as_asked()
    {
        var form = Blocks("::: champs\n- Date \\| Heure\n- Motif (3 lignes)\n:::").OfType<FormLines>().Single();

        Assert.Multiple(() =>
        {
            Assert.That(form.Rows[0], Is.EqualTo(new[] { new FormField("Date"), new FormField("Heure") }));
            Assert.That(form.Rows[1], Is.EqualTo(new[] { new FormField("Motif", 3) }));
        });
    }

    private static IReadOnlyList<Block> Blocks(string body, KitVariant variant = KitVariant.Hospital)
    {
        var context = SmallKit.Context(SmallKit.With(SmallKit.DocumentFile, Sentence, body), variant);
        return ComposeDocument.Run(context.Kit.Documents[0], context).Documents[0].Body;
    }
}
