using CrisisKits.Infrastructure.Documents.Charts;

namespace CrisisKits.Tests.Documents.Charts;

public sealed class ChartWordsTests
{
    private static readonly ChartNames Names = new("Thème", "thèmes", "2026");

    [Test]
    public void A_radar_is_told_with_its_values_and_its_lowest()
    {
        Assert.That(ChartWords.Run(GeneratedCharts.OfThemes([45, 20, 38, 71, 20, -1])), Is.EqualTo(
            "Radar de six thèmes\u202F: Gouvernance et cellule de crise 45\u202F%\u202F; Alerte, escalade et signalement 20\u202F%\u202F; "
            + "Continuité des soins en mode dégradé 38\u202F%\u202F; Moyens de crise et communication 71\u202F%\u202F; "
            + "Sauvegarde, reconstruction et prestataires 20\u202F%\u202F; Entraînement et retour d’expérience, sans objet. "
            + "Valeur la plus basse, 20\u202F%\u202F: Alerte, escalade et signalement\u202F; Sauvegarde, reconstruction et prestataires."));
    }

    [Test]
    public void Bars_are_told_with_what_they_are_compared_with_and_their_bounds()
    {
        var chart = new BarChart
        {
            Title = "Scores",
            Names = Names with { Earlier = "2025" },
            Items = [new("Alerte", ChartValue.Of(45), ChartValue.Of(30)), new("Moyens", ChartValue.NotAnswered, ChartValue.Of(5))],
            Bounds = [new(34, "intermédiaire"), new(67, "confirmé")],
        };
        Assert.That(ChartWords.Run(chart), Is.EqualTo(
            "Diagramme en barres de deux thèmes\u202F: Alerte 45\u202F% (2025\u202F: 30\u202F%)\u202F; Moyens, non répondu (2025\u202F: 5\u202F%). "
            + "Repères\u202F: intermédiaire à 34\u202F%\u202F; confirmé à 67\u202F%."));
    }

    [TestCase(1, "Diagramme en barres\u202F: A 40\u202F%.")]
    [TestCase(3, "Radar de trois thèmes\u202F: A 40\u202F%\u202F; A 40\u202F%\u202F; A 40\u202F%.")]
    public void Equal_values_have_no_lowest_and_a_single_one_no_count(int count, string words)
    {
        var chart = new RadarChart { Title = "Scores", Names = Names, Items = [.. Enumerable.Repeat(new ChartItem("A", ChartValue.Of(40)), count)] };
        Assert.That(ChartWords.Run(chart), Is.EqualTo(words));
    }

    [Test]
    public void More_than_twelve_are_counted_in_digits()
    {
        var chart = new BarChart { Title = "Scores", Names = Names with { Items = "régions" }, Items = [.. Enumerable.Repeat(new ChartItem("A", default), 13)] };
        Assert.That(ChartWords.Run(chart), Does.StartWith("Diagramme en barres de 13 régions\u202F: A, non répondu\u202F; "));
        Assert.That(ChartWords.Run(chart with { Items = [.. chart.Items.Skip(1)] }), Does.StartWith("Diagramme en barres de douze régions"));
    }

    [Test]
    public void The_table_says_the_same_whole()
    {
        var table = ChartTable.Of(GeneratedCharts.OfThemes([45, 62, 0, 100, -1, 55], [30, 40, 38, 66, 46, -1]));
        Assert.That(table.Header, Is.EqualTo(new[] { "Thème", "2026", "2025" }));
        Assert.That(table.Rows, Has.Count.EqualTo(6));
        Assert.That(table.Rows[3], Is.EqualTo(new[] { "Moyens de crise et communication", "100\u202F%", "66\u202F%" }));
        Assert.That(table.Rows[4], Is.EqualTo(new[] { "Sauvegarde, reconstruction et prestataires", "sans objet", "46\u202F%" }));
        Assert.That(ChartTable.Of(GeneratedCharts.OfThemes([1, 2, 3, 4, 5, 6])).Rows[0], Is.EqualTo(new[] { "Gouvernance et cellule de crise", "1\u202F%" }));
    }
}
