using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Tests.Support;

/// <summary>Small grids for tests, with as little text as the records allow.</summary>
public static class AGrid
{
    public static Grid Of(IReadOnlyList<Theme> themes, IReadOnlyList<Gate>? gates = null, int intermediate = 34, int advanced = 67) => new()
    {
        Version = "test",
        Title = "Grille d'essai",
        Duration = "",
        Introduction = "",
        Disclaimer = "",
        Bands = [new(KitLevel.Beginner, 0), new(KitLevel.Intermediate, intermediate), new(KitLevel.Advanced, advanced)],
        Themes = themes,
        Gates = gates ?? [],
    };

    public static Theme Theme(string id, int weight, params IReadOnlyList<Question> questions) => new(id, id, weight, "", questions);

    public static Question Question(string id, int weight, bool allowsNotApplicable = false) => new()
    {
        Id = id,
        Subject = id,
        Text = id,
        Why = "",
        Help = "",
        AskWhom = "",
        Evidence = "",
        Perspective = Perspective.Strategic,
        Weight = weight,
        AllowsNotApplicable = allowsNotApplicable,
        Options = [new(0, ""), new(1, ""), new(2, ""), new(3, "")],
        Sources = [],
        Esms = null,
        ForNothing = new("", id + ":0", Effort.Small, ""),
        ForBeginnings = new("", id + ":1", Effort.Medium, ""),
        ForUnknown = new("", id + ":?", Effort.Large, ""),
    };

    public static Gate Gate(string id, KitLevel cap, params IReadOnlyList<GateCondition> when) => new(id, cap, "", "", when);

    /// <summary>« a=2 b=? c=- »: an option, <em>je ne sais pas</em>, or <em>sans objet</em>.</summary>
    public static Answer[] Answers(string written) =>
    [
        .. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(Answer (pair) => pair[1] switch
        {
            "?" => new DontKnow(pair[0]),
            "-" => new NotApplicable(pair[0], "Pas d'activité de ce type."),
            var option => new Chosen(pair[0], int.Parse(option, System.Globalization.CultureInfo.InvariantCulture)),
        }),
    ];

    public static AnswerSheet Sheet(this Grid grid, string written) => grid.Sheet(Answers(written));

    public static AnswerSheet Sheet(this Grid grid, IReadOnlyList<Answer> answers)
    {
        var reading = AnswerSheet.Read(grid, answers);
        Assert.That(reading.Refusals, Is.Empty);
        return reading.Sheet!;
    }

    public static Score Score(this Grid grid, string written) => Scoring.Run(grid.Sheet(written));
}
