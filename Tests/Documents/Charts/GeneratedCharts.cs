using CrisisKits.Infrastructure.Documents.Charts;
using CsCheck;

namespace CrisisKits.Tests.Documents.Charts;

/// <summary>Charts of every size and shape, with the titles of the grid and with labels nobody would write.</summary>
internal static class GeneratedCharts
{
    public static readonly string[] Themes =
    [
        "Gouvernance et cellule de crise", "Alerte, escalade et signalement", "Continuité des soins en mode dégradé",
        "Moyens de crise et communication", "Sauvegarde, reconstruction et prestataires", "Entraînement et retour d’expérience",
    ];

    public static readonly Gen<ChartValue> Value = Gen.Frequency(
        (6, Gen.Int[0, 100].Select(ChartValue.Of)),
        (1, Gen.OneOf(ChartValue.Of(0), ChartValue.Of(100))),
        (1, Gen.OneOf(ChartValue.NotAnswered, ChartValue.NotApplicable)));

    public static readonly Gen<string> Label = Gen.Frequency(
        (4, Gen.OneOf(Themes)),
        (1, Gen.OneOf("", "É", "<script>alert(1)</script>", "&amp; \"'", new string('W', 200), string.Join(' ', Enumerable.Repeat("œuvre", 33)))),
        (1, Gen.String[Gen.Char["abcdefghij ABCŒÉ-/’ \u00A0\u202F<>&"], 0, 200]));

    public static readonly Gen<double> Width = Gen.Frequency((1, Gen.Const(DrawChart.LeastWidth)), (3, Gen.Double[DrawChart.LeastWidth, 700]));

    private static readonly Gen<ChartNames> Names = Gen.Select(Label, Label, Gen.Bool, (value, earlier, compared) =>
        new ChartNames("Thème", "thèmes", value, compared ? earlier : null));

    private static readonly Gen<ChartItem> Item = Gen.Select(Label, Value, Value, (label, value, earlier) => new ChartItem(label, value, earlier));

    public static readonly Gen<RadarChart> Radar = Gen.Select(Names, Item.Array[3, 8], (names, items) =>
        new RadarChart { Title = "Scores par thème", Names = names, Items = items });

    public static readonly Gen<BarChart> Bars = Gen.Select(Names, Item.Array[1, 12], Gen.Select(Gen.Int[0, 100], Label, (at, name) => new ChartBound(at, name)).Array[0, 4],
        (names, items, bounds) => new BarChart { Title = "Scores par thème", Names = names, Items = items, Bounds = bounds });

    public static readonly Gen<Chart> Any = Gen.OneOf(Radar.Select(chart => (Chart)chart), Bars.Select(chart => (Chart)chart));

    /// <summary>The six themes of the grid with these values; an earlier year when given. A negative value is « sans objet ».</summary>
    public static RadarChart OfThemes(int[] values, int[]? earlier = null) => new()
    {
        Title = "Scores par thème",
        Names = new("Thème", "thèmes", "2026", earlier is null ? null : "2025"),
        Items = [.. Themes.Select((theme, i) => new ChartItem(theme, Of(values[i]), earlier is null ? default : Of(earlier[i])))],
    };

    private static ChartValue Of(int percent) => percent < 0 ? ChartValue.NotApplicable : ChartValue.Of(percent);
}
