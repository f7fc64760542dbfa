using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Tests.Unit.Assessments;

public sealed class FeasibilityTests
{
    private static readonly Dictionary<KitLevel, KitFormat> Formats = new()
    {
        [KitLevel.Beginner] = Format(players: 6, facilitators: 2, observers: 1, roomMinutes: 180, weeks: 6),
        [KitLevel.Intermediate] = Format(players: 8, facilitators: 3, observers: 2, roomMinutes: 270, weeks: 8),
        [KitLevel.Advanced] = Format(players: 15, facilitators: 6, observers: 5, roomMinutes: 480, weeks: 17),
    };

    [Test]
    public void Means_that_just_reach_the_minimum_fit() =>
        Assert.That(Feasibility.Of(new(8, 3, 2, 4.5m, 8), KitLevel.Intermediate, Formats) is { Fits: true, Reasons.Count: 0, Proposed: null }, Is.True);

    [Test]
    public void Who_says_nothing_is_told_nothing() => Assert.That(Feasibility.Of(Means.Unsaid, KitLevel.Advanced, Formats), Is.Null);

    [TestCase(8, KitLevel.Intermediate, "Non renseigné : animateurs, observateurs, heures de salle, semaines de préparation. Dites-le pour savoir si le kit intermédiaire tient dans vos moyens.")]
    [TestCase(7, KitLevel.Intermediate, "Joueurs : il en faut au moins 8, vous en avez 7.",
        "Non renseigné : animateurs, observateurs, heures de salle, semaines de préparation. Dites-le pour savoir si le kit débutant tient dans vos moyens.")]
    [TestCase(5, KitLevel.Beginner, "Joueurs : il en faut au moins 6, vous en avez 5.",
        "Non renseigné : animateurs, observateurs, heures de salle, semaines de préparation.",
        "C'est déjà le kit le plus léger : reportez la date, ou réunissez ce qui manque avec un établissement voisin.")]
    public void What_was_not_said_is_named_and_nothing_is_approved_without_it(int players, KitLevel level, params string[] reasons)
    {
        var feasibility = Feasibility.Of(new(players, null, null, null, null), level, Formats)!;
        Assert.That(feasibility, Has.Property("Fits").False.And.Property("Proposed").Null);
        Assert.That(feasibility.Reasons, Is.EqualTo(reasons));
    }

    [Test]
    public void One_thing_unsaid_is_enough_not_to_approve() =>
        Assert.That(Feasibility.Of(new(100, 100, 100, 100m, null), KitLevel.Beginner, Formats) is { Fits: false, Reasons: [var reason] } && reason.StartsWith("Non renseigné : semaines de préparation.", StringComparison.Ordinal), Is.True);

    [Test]
    public void Each_shortage_is_told_and_the_lower_kit_that_fits_is_proposed()
    {
        var feasibility = Feasibility.Of(new(7, 2, 1, 4m, 6), KitLevel.Intermediate, Formats)!;
        Assert.That(feasibility.Fits, Is.False);
        Assert.That(feasibility.Proposed, Is.EqualTo(KitLevel.Beginner));
        Assert.That(feasibility.Reasons, Is.EqualTo(
        [
            "Joueurs : il en faut au moins 8, vous en avez 7.",
            "Animateurs : il en faut au moins 3, vous en avez 2.",
            "Observateurs : il en faut au moins 2, vous en avez 1.",
            "Salle : il la faut 4 h 30, vous l'avez 4 h.",
            "Semaines de préparation : il en faut au moins 8, vous en avez 6.",
            "Le kit débutant tient dans vos moyens : vous pouvez le choisir librement, ou reporter la date pour réunir ce qui manque.",
        ]));
    }

    [Test]
    public void The_highest_lower_kit_that_fits_is_the_one_proposed() =>
        Assert.That(Feasibility.Of(new(10, 4, 3, 5m, 9), KitLevel.Advanced, Formats)!.Proposed, Is.EqualTo(KitLevel.Intermediate));

    [TestCase(KitLevel.Beginner, "C'est déjà le kit le plus léger")]
    [TestCase(KitLevel.Advanced, "Aucun kit plus léger ne tient")]
    public void With_no_lower_kit_that_fits_it_says_what_to_do(KitLevel level, string advice)
    {
        var feasibility = Feasibility.Of(new(3, 1, 0, 1m, 1), level, Formats)!;
        Assert.That(feasibility.Proposed, Is.Null);
        Assert.That(feasibility.Reasons[^1], Does.StartWith(advice));
    }

    private static KitFormat Format(int players, int facilitators, int observers, int roomMinutes, int weeks) => new(
        "", "", [], new(players, players + 3), new(facilitators, facilitators), new(observers, observers), new(60, 90),
        new(roomMinutes, roomMinutes), new(weeks, weeks));
}
