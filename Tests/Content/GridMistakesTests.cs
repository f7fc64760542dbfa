using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Content;

public sealed class GridMistakesTests
{
    [Test]
    public void A_small_grid_is_read_with_its_typography()
    {
        var grid = new GridLibrary(new(SmallGrid.Texts())).Current;

        var question = grid.Questions.Single();
        Assert.Multiple(() =>
        {
            Assert.That(grid.Title, Is.EqualTo("Grille d’essai"));
            Assert.That(question.Subject, Is.EqualTo("Alerte déjà jouée"));
            Assert.That(question.Text, Is.EqualTo("Avez-vous joué\u202F?"));
            Assert.That(question.Options.Select(option => option.Value), Is.EqualTo(new[] { 0, 1, 2, 3 }));
            Assert.That(question.Esms!.Text, Is.EqualTo("Avez-vous joué au siège\u202F?"));
            Assert.That(question.Esms.Help, Is.EqualTo("Une aide."));
            Assert.That(grid.Gates.Single().Cap, Is.EqualTo(KitLevel.Beginner));
        });
    }

    [TestCase(SmallGrid.ThemeFile, "help: Une aide.", "hepl: Une aide.", 9, "clé inconnue « hepl »")]
    [TestCase(SmallGrid.ThemeFile, "    help: Une aide.\n", "", 6, "il manque la clé « help »")]
    [TestCase(SmallGrid.ThemeFile, "help: Une aide.", "why: Encore.", 9, "clé « why » écrite deux fois")]
    [TestCase(SmallGrid.ThemeFile, "help: Une aide.", "help: [a, b]", 9, "« help » doit être un texte simple")]
    [TestCase(SmallGrid.ThemeFile, "help: Une aide.", "help:", 9, "« help » est vide")]
    [TestCase(SmallGrid.ThemeFile, "help: Une aide.", "help: Une aide: la voici", 9, "ligne illisible")]
    [TestCase(SmallGrid.ThemeFile, "help: Une aide.", "help: Une  aide.", 9, "double espace")]
    [TestCase(SmallGrid.ThemeFile, "help: Une aide.", "help: Une aide?", 9, "il manque une espace devant « ? »")]
    [TestCase(SmallGrid.ThemeFile, "    weight: 3", "    weight: 4", 13, "« weight » doit être un nombre entier de 1 à 3, pas « 4 »")]
    [TestCase(SmallGrid.ThemeFile, "    weight: 3", "    weight: \"3\"", 13, "« weight » doit être un nombre entier")]
    [TestCase(SmallGrid.ThemeFile, "allowsNotApplicable: false", "allowsNotApplicable: non", 14, "« allowsNotApplicable » doit être true ou false, pas « non »")]
    [TestCase(SmallGrid.ThemeFile, "perspective: strategic", "perspective: tactic", 12, "« perspective » doit être strategic ou operational, pas « tactic »")]
    [TestCase(SmallGrid.ThemeFile, "      - Tout\n", "", 16, "quatre descripteurs")]
    [TestCase(SmallGrid.ThemeFile, "      unknown: {", "      2: {", 22, "il manque la clé « unknown »")]
    [TestCase(SmallGrid.ThemeFile, "- id: alerte-jouee", "- id: Alerte jouée", 6, "n'est pas un identifiant")]
    [TestCase(SmallGrid.ThemeFile, "id: alerte\n", "id: alarme\n", 1, "n'est pas le nom du fichier")]
    [TestCase(SmallGrid.ThemeFile, "allowsNotApplicable: false", "allowsNotApplicable: true", 1, "au moins une question du thème doit refuser « sans objet »")]
    [TestCase(SmallGrid.GridFile, "question: alerte-jouee", "question: alerte-perdue", 17, "la question « alerte-perdue » n'existe pas")]
    [TestCase(SmallGrid.GridFile, "atMost: 0", "atMost: 3", 17, "« atMost » doit être un nombre entier de 0 à 2")]
    [TestCase(SmallGrid.GridFile, "themes: [alerte]", "themes: [alerte, oubli]", 10, "le thème « oubli » n'a pas de fichier")]
    [TestCase(SmallGrid.GridFile, "themes: [alerte]", "themes: [alerte, alerte]", 10, "« alerte » est déjà pris")]
    [TestCase(SmallGrid.GridFile, "from: 67", "from: 30", 7, "les bornes basses des paliers")]
    [TestCase(SmallGrid.GridFile, "version: \"2026.1\"", "version: \"2026.2\"", 1, "n'est pas celle du dossier")]
    [TestCase(SmallGrid.SubjectsFile, "alerte-jouee:", "alerte-perdue:", 1, "il manque la clé « alerte-jouee »")]
    [TestCase(SmallGrid.SubjectsFile, "alerte-jouee:", "alerte-perdue: Perdue\nalerte-jouee:", 1, "clé inconnue « alerte-perdue »")]
    [TestCase(SmallGrid.SubjectsFile, "Alerte déjà jouée", "Alerte déjà jouée ?", 1, "ce n'est pas une question")]
    [TestCase(SmallGrid.SubjectsFile, "Alerte déjà jouée", "Alerte déjà jouée un jour avec tous les services", 1, "45 caractères au plus")]
    public void A_mistake_in_a_grid_is_said_in_French_with_its_file_and_line(string file, string passage, string replacement, int line, string expected)
    {
        var mistake = Assert.Throws<ContentException>(() => _ = new GridLibrary(SmallGrid.With(file, passage, replacement)));

        Assert.That(mistake!.Problems.Where(problem => problem.File == file && problem.Line == line).Select(problem => problem.Message),
            Has.Some.Contains(expected), mistake.Message);
    }

    [TestCase("help: Une aide : la voici, c'est dit", "Une aide\u202F: la voici, c’est dit")]
    [TestCase("help: Une aide : la voici # pour qui relit", "Une aide\u202F: la voici")]
    [TestCase("help: |\n      Une aide : la voici\n      - un : deux", "Une aide\u202F: la voici\n- un\u202F: deux")]
    [TestCase("help: 'Une aide : la voici'", "Une aide\u202F: la voici")]
    public void A_French_colon_needs_no_quotes(string line, string expected) =>
        Assert.That(new GridLibrary(SmallGrid.With(SmallGrid.ThemeFile, "help: Une aide.", line)).Current.Questions.Single().Help, Is.EqualTo(expected));

    [Test]
    public void Several_mistakes_are_said_at_once()
    {
        var texts = SmallGrid.Texts();
        texts[SmallGrid.ThemeFile] = texts[SmallGrid.ThemeFile]
            .Replace("weight: 3", "weight: trois", StringComparison.Ordinal)
            .Replace("perspective: strategic", "perspective: autre", StringComparison.Ordinal);

        var mistake = Assert.Throws<ContentException>(() => _ = new GridLibrary(new(texts)));

        Assert.That(mistake!.Problems.Select(problem => problem.Line), Is.EqualTo(new[] { 12, 13 }));
    }

    [Test]
    public void The_current_version_is_the_highest_by_number()
    {
        var texts = SmallGrid.Texts();
        foreach (var version in new[] { "2026.2", "2026.10" })
            foreach (var (path, text) in SmallGrid.Texts())
                texts[path.Replace("2026.1", version, StringComparison.Ordinal)] = text.Replace("\"2026.1\"", $"\"{version}\"", StringComparison.Ordinal);

        var library = new GridLibrary(new(texts));

        Assert.Multiple(() =>
        {
            Assert.That(library.Current.Version, Is.EqualTo("2026.10"));
            Assert.That(library.Find("current"), Is.SameAs(library.Current));
            Assert.That(library.Find("2026.2")!.Version, Is.EqualTo("2026.2"));
            Assert.That(library.Find("2025.1"), Is.Null);
        });
    }
}
