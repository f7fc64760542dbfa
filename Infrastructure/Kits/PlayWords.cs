using System.Globalization;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>How times, channels and people of the play are written in French.</summary>
internal static class PlayWords
{
    private const string NoBreak = "\u00A0";

    /// <summary><c>H+0:05</c>.</summary>
    public static string PlayTime(TimeSpan at) => string.Create(CultureInfo.InvariantCulture, $"H+{(int)at.TotalHours}:{at.Minutes:00}");

    /// <summary><c>03 h 10</c>, never broken over two lines.</summary>
    public static string Clock(TimeOnly clock) => string.Create(CultureInfo.InvariantCulture, $"{clock.Hour:00}{NoBreak}h{NoBreak}{clock.Minute:00}");

    /// <summary><c>H+0:05</c>, with the wall clock once the start is known: <c>H+0:05 (09 h 05)</c>.</summary>
    public static string Moment(TimeSpan at, PrintContext context) =>
        context.Clock is { } clock ? $"{PlayTime(at)} ({Clock(clock.At(at))})" : PlayTime(at);

    /// <summary><c>23/11/2026</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    public static string Minutes(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes}{NoBreak}min");

    public static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"n°{NoBreak}{number}");

    public static string Of(Channel channel) => channel switch
    {
        Channel.Appel => "Appel",
        Channel.Mail => "Message électronique",
        Channel.Sms => "SMS",
        Channel.Papier => "Papier",
        Channel.Presse => "Presse",
        Channel.ReseauSocial => "Réseau social",
        _ => "Visite",
    };

    public static string Of(AnimationTeam team) => team == AnimationTeam.Haute ? "animation haute" : "animation basse";

    /// <summary>What the animator may drop when time is short, and what of it to play first in a targeted kit.</summary>
    public static string Weight(Inject inject, PrintContext context)
    {
        var weight = (inject.Diversion, inject.Essential) switch
        {
            (true, true) => "Diversion, essentiel",
            (true, false) => "Diversion, facultatif",
            (false, true) => "Essentiel",
            _ => "Facultatif",
        };
        return context.Targeting?.PriorityOf(inject) switch
        {
            StimulusPriority.First => $"{weight}, à jouer en priorité",
            StimulusPriority.IfTimeAllows => $"{weight}, si le temps le permet",
            _ => weight,
        };
    }

    public static SimulatedRole Sender(ScenarioVariant play, Inject inject) => play.Roles.First(role => role.Id == inject.Sender);

    public static string Recipients(ScenarioVariant play, Inject inject) =>
        string.Join(", ", play.Players.Where(player => inject.To.Contains(player.Id, StringComparer.Ordinal)).Select(player => player.Title));

    public static string Facilitator(ScenarioVariant play, SimulatedRole role) =>
        play.Facilitators.First(facilitator => facilitator.Id == role.Facilitator).Title;

    /// <summary>The beginning of a Markdown text as plain words, cut at the end of a sentence when one fits, else after a word.</summary>
    public static string Brief(string markdown, int most)
    {
        var plain = string.Join(' ', markdown.Replace("**", string.Empty, StringComparison.Ordinal).Replace('*', ' ').Split('\n')
            .Select(line => line.Trim().TrimStart('-', '>').Trim()).Where(line => line.Length > 0));
        if (plain.Length <= most)
            return plain;
        var sentence = plain.LastIndexOf(". ", most, StringComparison.Ordinal);
        return sentence >= most / 2 ? plain[..(sentence + 1)] : plain[..plain.LastIndexOf(' ', most)].TrimEnd(',', ';', ':', ' ', '\u202F') + " […]";
    }
}
