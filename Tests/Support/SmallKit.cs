using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Tests.Support;

/// <summary>The smallest kit that loads, with its grid, to be spoiled one mistake at a time.</summary>
internal static class SmallKit
{
    public const string KitFile = "kits/2026.1/beginner/kit.yaml";
    public const string DocumentFile = "kits/2026.1/common/note.md";
    public const string ScenarioFile = "kits/2026.1/beginner/scenarios/essai/scenario.yaml";
    public const string StimuliFile = "kits/2026.1/beginner/scenarios/essai/stimuli.yaml";

    private const string Kit = """
        version: "2026.1"
        level: beginner
        title: Kit débutant
        tagline: Un essai.
        format: &format
          form: Sur table
          description: Une phrase.
          cells:
            - { id: unique, title: Cellule unique }
          players: { min: 6, max: 9 }
          facilitators: { min: 2, max: 2 }
          observers: { min: 1, max: 1 }
          playMinutes: { min: 105, max: 120 }
          roomMinutes: { min: 180, max: 180 }
          preparationWeeks: { min: 6, max: 6 }
        esms: *format
        scenarios: [essai]
        documents:
          - note
        """;

    private const string Document = """
        ---
        id: note
        title: Note d'essai
        purpose: Une phrase : à quoi sert ce document.
        audience: player
        page: a4
        ---

        # Une partie

        Le {{date}}, {{fonction:direx}} ouvre.
        """;

    private const string Scenario = """
        id: essai
        title: Essai
        summary: Une phrase.
        truth: La **vérité**.
        phases:
          - { id: nuit, title: La nuit, from: "0:00", day: Dimanche, clock: "03:10" }
          - { id: matin, title: Le matin, from: "1:00", day: Dimanche, clock: "07:40" }
        pause: { at: "0:58", minutes: 5 }
        finex: "1:50"
        players:
          - { id: directeur, title: Directeur, cell: unique, required: true, mandate: Décide. }
          - id: pharmacien
            title: Pharmacien
            cell: unique
            required: false
            mandate: Livre.
            esms: absent
        facilitators:
          - { id: a1, title: Animateur 1, team: basse }
        roles:
          - id: samu
            title: Médecin régulateur
            team: haute
            facilitator: a1
            phone: "01 99 00 15 15"
            tone: Pressé.
            knows: [ { from: "0:00", what: Rien. } ]
            refuses: []
            answers: []
            esms: { title: Médecin traitant }
        """;

    private const string Stimuli = """
        - id: ess-01
          title: Le premier
          at: "0:05"
          channel: appel
          sender: samu
          cells: [unique]
          to: [directeur]
          nature: care
          theme: alerte
          objective: Décider.
          essential: true
          diversion: false
          text: Prenez-vous encore les AVC ?
          expected: Une réponse.
          window: 10
          relance: Alors ?
          consequence: Une suite.
          note: Doucement.
          observe: [ Une réponse part. ]
          esms: { text: Prenez-vous encore les retours ? }
        - id: ess-02
          title: Le second
          at: "1:05"
          channel: papier
          sender: samu
          cells: [unique]
          to: [pharmacien]
          nature: care
          theme: alerte
          objective: Livrer.
          essential: false
          diversion: true
          text: Une feuille.
          expected: Une livraison.
          window: 5
          relance: Encore ?
          consequence: Rien.
          note: Rien.
          observe: [ Une livraison part. ]
          esms: absent
        """;

    public static Dictionary<string, string> Texts()
    {
        var texts = SmallGrid.Texts();
        foreach (var id in new[] { "commencez-ici", "priorites-direx" })
            texts[$"kits/2026.1/common/{id}.md"] = Document.Replace("id: note", $"id: {id}", StringComparison.Ordinal).ReplaceLineEndings("\n") + "\n";
        texts[KitFile] = Kit.ReplaceLineEndings("\n") + "\n";
        texts[DocumentFile] = Document.ReplaceLineEndings("\n") + "\n";
        texts[ScenarioFile] = Scenario.ReplaceLineEndings("\n") + "\n";
        texts[StimuliFile] = Stimuli.ReplaceLineEndings("\n") + "\n";
        return texts;
    }

    public static KitLibrary Load(Dictionary<string, string> texts)
    {
        var files = new ContentFiles(texts);
        return new(files, new GridLibrary(files));
    }

    /// <summary>The kit with one passage replaced in one of its files.</summary>
    public static Dictionary<string, string> With(string file, string passage, string replacement)
    {
        var texts = Texts();
        Assert.That(texts[file], Does.Contain(passage));
        texts[file] = texts[file].Replace(passage, replacement, StringComparison.Ordinal);
        return texts;
    }

    public static PrintContext Context(Dictionary<string, string> texts, KitVariant variant = KitVariant.Hospital)
    {
        var edition = Load(texts).Current;
        return new() { Kit = edition.Kits[0], Variant = variant, Scenario = edition.Kits[0].Scenarios[0], Grid = edition.Grid };
    }
}
