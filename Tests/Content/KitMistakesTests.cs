using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Content;

public sealed class KitMistakesTests
{
    [Test]
    public void The_variant_for_social_structures_replaces_texts_and_drops_what_is_absent()
    {
        var scenario = SmallKit.Load(SmallKit.Texts()).Current.Find(KitLevel.Beginner)!.Scenarios.Single();

        Assert.Multiple(() =>
        {
            Assert.That(scenario.Hospital.Injects.Select(inject => inject.Id), Is.EqualTo(new[] { "ess-01", "ess-02" }));
            Assert.That(scenario.Esms.Injects.Select(inject => inject.Id), Is.EqualTo(new[] { "ess-01" }));
            Assert.That(scenario.Esms.Injects[0].Text, Is.EqualTo("Prenez-vous encore les retours\u202F?"));
            Assert.That(scenario.Esms.Injects[0].Expected, Is.EqualTo("Une réponse."));
            Assert.That(scenario.Esms.Roles[0].Title, Is.EqualTo("Médecin traitant"));
            Assert.That(scenario.Esms.Players.Select(player => player.Id), Is.EqualTo(new[] { "directeur" }));
        });
    }

    [TestCase(SmallKit.KitFile, "level: beginner", "level: advanced", 2, "le niveau n'est pas celui du dossier")]
    [TestCase(SmallKit.KitFile, "max: 9", "max: 5", 10, "« max » est plus petit que « min »")]
    [TestCase(SmallKit.KitFile, "  - note\n", "  - note\n  - oubli\n", 20, "le document « oubli » n'est ni dans ce dossier ni dans common/")]
    [TestCase(SmallKit.KitFile, "  - note\n", "  - note\n  - note\n", 20, "est déjà dans la liste")]
    [TestCase(SmallKit.KitFile, "scenarios: [essai]", "scenarios: [perdu]", 17, "n'a pas de fichier scenarios/perdu/scenario.yaml")]
    [TestCase(SmallKit.DocumentFile, "id: note", "id: notes", 2, "n'est pas le nom du fichier")]
    [TestCase(SmallKit.DocumentFile, "audience: player", "audience: joueur", 5, "« audience » doit être management ou facilitator ou player ou observer ou room, pas « joueur »")]
    [TestCase(SmallKit.DocumentFile, "page: a4\n", "page: a4\nformat: a4\n", 7, "clé inconnue « format »")]
    [TestCase(SmallKit.DocumentFile, "ouvre.", "ouvre!", 11, "il manque une espace devant « ! »")]
    [TestCase(SmallKit.DocumentFile, "---\nid", "id", 1, "un document commence par son en-tête")]
    [TestCase(SmallKit.ScenarioFile, "finex: \"1:50\"", "finex: 1 h 50", 9, "« finex » doit être un temps de jeu")]
    [TestCase(SmallKit.ScenarioFile, "finex: \"1:50\"", "finex: \"0:50\"", 9, "le FINEX vient après l'ouverture de la dernière phase")]
    [TestCase(SmallKit.ScenarioFile, "from: \"0:00\", day", "from: \"0:01\", day", 6, "la première phase s'ouvre à \"0:00\"")]
    [TestCase(SmallKit.ScenarioFile, "id: pharmacien", "id: directeur", 12, "« directeur » est déjà pris")]
    [TestCase(SmallKit.ScenarioFile, "facilitator: a1", "facilitator: a9", 24, "l'animateur « a9 » n'existe pas")]
    [TestCase(SmallKit.ScenarioFile, "01 99 00 15 15", "01 42 00 15 15", 25, "n'est pas réservé à la fiction")]
    [TestCase(SmallKit.StimuliFile, "sender: samu\n  cells: [unique]\n  to: [directeur]", "sender: police\n  cells: [unique]\n  to: [directeur]", 5, "le rôle simulé « police » n'existe pas ; connus : samu")]
    [TestCase(SmallKit.StimuliFile, "to: [directeur]", "to: [pharmacien]", 7, "le rôle de joueur « pharmacien » n'existe pas ; connus : directeur (variante ESMS)")]
    [TestCase(SmallKit.StimuliFile, "to: [directeur]", "to: []", 1, "ne sollicite aucun rôle")]
    [TestCase(SmallKit.StimuliFile, "theme: alerte\n  objective: Décider.", "theme: alarme\n  objective: Décider.", 9, "le thème de la grille « alarme » n'existe pas")]
    [TestCase(SmallKit.StimuliFile, "at: \"1:05\"", "at: \"1:50\"", 21, "tombe après le FINEX")]
    [TestCase(SmallKit.StimuliFile, "channel: appel", "channel: fax", 4, "« channel » doit être")]
    [TestCase(SmallKit.StimuliFile, "  note: Doucement.\n", "", 1, "il manque la clé « note »")]
    [TestCase(SmallKit.StimuliFile, "esms: { text:", "esms: { texte:", 20, "clé inconnue « texte »")]
    [TestCase(SmallKit.StimuliFile, "esms: { text:", "esms: { id: autre, text:", 20, "« id » vaut pour les deux variantes")]
    public void A_mistake_in_a_kit_is_said_in_French_with_its_file_and_line(string file, string passage, string replacement, int line, string expected)
    {
        var mistake = Assert.Throws<ContentException>(() => SmallKit.Load(SmallKit.With(file, passage, replacement)));

        Assert.That(mistake!.Problems.Where(problem => problem.Line == line).Select(problem => problem.ToString()), Has.Some.Contains(expected), mistake.Message);
    }

    [Test]
    public void A_document_of_a_level_that_its_kit_forgets_is_a_mistake()
    {
        var texts = SmallKit.Texts();
        texts["kits/2026.1/beginner/oubli.md"] = texts[SmallKit.DocumentFile].Replace("id: note", "id: oubli", StringComparison.Ordinal);

        Assert.That(() => SmallKit.Load(texts), Throws.TypeOf<ContentException>().With.Message.Contains("oubli.md:1 : ce document n'est pas dans la liste"));
    }
}
