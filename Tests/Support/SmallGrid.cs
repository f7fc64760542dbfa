using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Tests.Support;

/// <summary>The smallest grid that loads, to be spoiled one mistake at a time.</summary>
internal static class SmallGrid
{
    public const string GridFile = "grids/2026.1/grid.yaml";
    public const string ThemeFile = "grids/2026.1/themes/alerte.yaml";

    public const string SubjectsFile = "grids/2026.1/subjects.yaml";

    private const string Grid = """
        version: "2026.1"
        title: Grille d'essai
        duration: 10 minutes
        introduction: Une phrase.
        disclaimer: Une autre phrase.
        bands:
          - { level: beginner, from: 0 }
          - { level: intermediate, from: 34 }
          - { level: advanced, from: 67 }
        themes: [alerte]
        gates:
          - id: jamais-joue
            cap: beginner
            message: Vous n'avez jamais joué.
            howToLift: Jouez.
            when:
              - { question: alerte-jouee, atMost: 0 }
        """;

    private const string Theme = """
        id: alerte
        title: Alerte
        weight: 2
        introduction: Une phrase.
        questions:
          - id: alerte-jouee
            text: Avez-vous joué ?
            why: Parce que.
            help: Une aide.
            askWhom: Le directeur.
            evidence: Un compte rendu.
            perspective: strategic
            weight: 3
            allowsNotApplicable: false
            options:
              - Rien
              - Peu
              - Assez
              - Tout
            sources: [ "ReCyF, objectif 15" ]
            recommendations:
              0: { why: Pourquoi., how: Comment., effort: small, who: Lui }
              1: { why: Pourquoi., how: Comment., effort: medium, who: Elle }
              unknown: { why: Pourquoi., how: Comment., effort: large, who: Eux }
            esms: { text: Avez-vous joué au siège ? }
        """;

    public static Dictionary<string, string> Texts() =>
        new(StringComparer.Ordinal) { [GridFile] = Grid.ReplaceLineEndings("\n"), [ThemeFile] = Theme.ReplaceLineEndings("\n"), [SubjectsFile] = "alerte-jouee: Alerte déjà jouée" };

    /// <summary>The grid with one passage replaced in one of its files.</summary>
    public static ContentFiles With(string file, string passage, string replacement)
    {
        var texts = Texts();
        Assert.That(texts[file], Does.Contain(passage));
        texts[file] = texts[file].Replace(passage, replacement, StringComparison.Ordinal);
        return new(texts);
    }
}
