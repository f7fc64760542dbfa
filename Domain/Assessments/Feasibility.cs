using System.Globalization;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Assessments;

/// <summary>What an establishment can put into an exercise; null where it has not said.</summary>
/// <param name="Players">People who play.</param>
/// <param name="Facilitators">People who animate.</param>
/// <param name="Observers">People who observe.</param>
/// <param name="RoomHours">How long the room is free, in hours.</param>
/// <param name="Weeks">Weeks left to prepare.</param>
public sealed record Means(int? Players, int? Facilitators, int? Observers, decimal? RoomHours, int? Weeks)
{
    public static readonly Means Unsaid = new(null, null, null, null, null);
}

/// <summary>
/// Whether an establishment can field the minimum of a kit. It warns and proposes the lower kit; it never changes score or level.
/// </summary>
/// <param name="Fits">Everything was said, and meets the minimum of the recommended kit.</param>
/// <param name="Reasons">In French: each thing that is short, what was not said, then what to do about it.</param>
/// <param name="Proposed">The highest lower kit that fits; null when the recommended one fits, when none does or when too little was said to know.</param>
public sealed record Feasibility(bool Fits, IReadOnlyList<string> Reasons, KitLevel? Proposed)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <param name="means">What the establishment has.</param>
    /// <param name="level">The recommended level.</param>
    /// <param name="formats">What each kit asks for.</param>
    /// <returns>Null when nothing was said.</returns>
    public static Feasibility? Of(Means means, KitLevel level, IReadOnlyDictionary<KitLevel, KitFormat> formats)
    {
        if (means == Means.Unsaid)
            return null;
        var shortages = Shortages(means, formats[level]);
        var unsaid = Unsaid(means);
        KitLevel? possible = null;
        for (var lower = level; lower >= KitLevel.Beginner && possible is null; lower--)
            if (formats.TryGetValue(lower, out var format) && Shortages(means, format).Count == 0)
                possible = lower;
        if (possible is null)
            return new(false, [.. shortages, .. NotSaid(unsaid, null), NoneFits(level)], null);
        if (unsaid.Count > 0)
            return new(false, [.. shortages, .. NotSaid(unsaid, possible)], null);
        return possible == level ? new(true, [], null) : new(false, [.. shortages, Proposal(possible.Value)], possible);
    }

    private static List<string> Unsaid(Means means)
    {
        var unsaid = new List<string>();
        Name(means.Players, "joueurs");
        Name(means.Facilitators, "animateurs");
        Name(means.Observers, "observateurs");
        Name(means.RoomHours, "heures de salle");
        Name(means.Weeks, "semaines de préparation");
        return unsaid;

        void Name(decimal? said, string what)
        {
            if (said is null)
                unsaid.Add(what);
        }
    }

    /// <summary>What was not said is not taken for granted; <paramref name="kit"/> is the one it could still decide on.</summary>
    private static IEnumerable<string> NotSaid(List<string> unsaid, KitLevel? kit)
    {
        if (unsaid.Count > 0)
            yield return $"Non renseigné : {string.Join(", ", unsaid)}.{(kit is { } level ? $" Dites-le pour savoir si le kit {level.French()} tient dans vos moyens." : string.Empty)}";
    }

    private static List<string> Shortages(Means means, KitFormat format)
    {
        var shortages = new List<string>();
        Compare(means.Players, format.Players.Min, "joueurs");
        Compare(means.Facilitators, format.Facilitators.Min, "animateurs");
        Compare(means.Observers, format.Observers.Min, "observateurs");
        if (means.RoomHours is { } hours && hours * 60 < format.RoomMinutes.Min)
            shortages.Add($"Salle : il la faut {Hours(format.RoomMinutes.Min)}, vous l'avez {Hours((int)(hours * 60))}.");
        Compare(means.Weeks, format.PreparationWeeks.Min, "semaines de préparation");
        return shortages;

        void Compare(int? have, int need, string what)
        {
            if (have < need)
                shortages.Add(string.Create(French, $"{char.ToUpper(what[0], French)}{what[1..]} : il en faut au moins {need}, vous en avez {have}."));
        }
    }

    private static string Hours(int minutes) =>
        minutes % 60 == 0 ? string.Create(French, $"{minutes / 60} h") : string.Create(French, $"{minutes / 60} h {minutes % 60:00}");

    private static string Proposal(KitLevel lower) =>
        $"Le kit {lower.French()} tient dans vos moyens : vous pouvez le choisir librement, ou reporter la date pour réunir ce qui manque.";

    private static string NoneFits(KitLevel level) => level == KitLevel.Beginner
        ? "C'est déjà le kit le plus léger : reportez la date, ou réunissez ce qui manque avec un établissement voisin."
        : "Aucun kit plus léger ne tient dans vos moyens : reportez la date, ou réunissez ce qui manque avec un établissement voisin.";
}
