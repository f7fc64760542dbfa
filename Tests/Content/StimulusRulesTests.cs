using System.Text.RegularExpressions;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Content;

/// <summary>What makes a play bearable and worth it, in each variant of each scenario.</summary>
public sealed partial class StimulusRulesTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Test]
    public void There_are_as_many_stimuli_as_the_level_announces() => Check((play, context) =>
    {
        var (least, most) = (context.Kit.Level, context.Variant) switch
        {
            (KitLevel.Beginner, _) => (10, 14),
            (KitLevel.Intermediate, _) => (24, 32),

            // four to six people in one cell for three hours: four cells' worth would be one every four minutes
            (_, KitVariant.Esms) => (24, 36),
            _ => (45, 60),
        };
        return play.Injects.Count >= least && play.Injects.Count <= most ? [] : [$"{play.Injects.Count} stimuli, attendus {least} à {most}"];
    });

    [Test]
    public void No_cell_gets_two_stimuli_within_five_minutes() => Check((play, _) =>
        from cell in play.Injects.SelectMany(inject => inject.Cells).Distinct(StringComparer.Ordinal)
        let injects = play.Injects.Where(inject => inject.Cells.Contains(cell, StringComparer.Ordinal)).ToList()
        from pair in injects.Zip(injects.Skip(1))
        where pair.Second.At - pair.First.At < FiveMinutes
        select $"{pair.First.Id} et {pair.Second.Id} tombent à moins de cinq minutes dans la cellule {cell}");

    [Test]
    public void Every_player_is_solicited_in_the_first_hour_and_twice_in_all() => Check((play, _) =>
        from player in play.Players
        let times = play.Injects.Where(inject => inject.To.Contains(player.Id, StringComparer.Ordinal)).Select(inject => inject.At).ToList()
        where times.Count < 2 || times[0] > TimeSpan.FromHours(1)
        select $"{player.Id} n'est sollicité que {times.Count} fois, ou trop tard");

    [Test]
    public void About_three_in_ten_stimuli_are_optional() => Check((play, _) =>
    {
        var share = 100 * play.Injects.Count(inject => !inject.Essential) / play.Injects.Count;
        return share is >= 20 and <= 40 ? [] : [$"{share} % de stimuli facultatifs"];
    });

    [Test]
    public void At_least_half_is_about_care_and_at_most_a_quarter_is_technical() => Check((play, _) =>
    {
        var care = play.Injects.Count(inject => inject.Nature == InjectNature.Care);
        var technical = play.Injects.Count(inject => inject.Nature == InjectNature.Technical);
        return 2 * care >= play.Injects.Count && 4 * technical <= play.Injects.Count ? [] : [$"{care} de soins et {technical} techniques sur {play.Injects.Count}"];
    });

    [Test]
    public void Every_theme_of_the_grid_is_put_to_the_test() => Check((play, context) =>
        context.Grid.Themes.Select(theme => theme.Id).Except(play.Injects.Select(inject => inject.Theme), StringComparer.Ordinal).Select(theme => $"thème {theme} jamais éprouvé"));

    [Test]
    public void There_is_a_diversion_and_it_may_be_dropped() => Check((play, _) =>
        play.Injects.Any(inject => inject is { Diversion: true, Essential: false }) ? [] : ["aucune diversion facultative"]);

    [Test]
    public void A_text_is_read_aloud_in_under_a_minute() => Check((play, _) =>
        from inject in play.Injects
        from text in new[] { inject.Text, inject.Variant?.Text ?? string.Empty }
        let words = Word().Count(text)
        where words > 165
        select $"{inject.Id} : {words} mots");

    [Test]
    public void Calls_open_and_close_with_the_exercise_words_and_messages_carry_the_mark() => Check((play, _) =>
        from inject in play.Injects
        from text in new[] { inject.Text, inject.Variant?.Text }
        where text is not null
        let calls = Exercise().Count(text)
        where (inject.Channel == Channel.Appel && calls < 2) || (inject.Channel == Channel.Mail && !text.Contains("[EXERCICE]", StringComparison.Ordinal))
        select $"{inject.Id} : mots d'exercice absents");

    [Test]
    public void Every_simulated_role_sends_something_or_can_be_called() => Check((play, _) =>
        from role in play.Roles
        where role.Phone is null && play.Injects.All(inject => inject.Sender != role.Id)
        select $"{role.Id} ne sert à rien");

    [Test]
    public void A_facilitator_plays_the_roles_of_its_team() => Check((play, _) =>
        from role in play.Roles
        let facilitator = play.Facilitators.First(each => each.Id == role.Facilitator)
        where facilitator.Team is { } team && team != role.Team
        select $"{role.Id} est en animation {role.Team}, {facilitator.Id} non");

    [Test]
    public void The_play_lasts_as_long_as_the_kit_announces() => Check((play, context) =>
    {
        var span = context.Kit.Format(context.Variant).PlayMinutes;
        return play.Finex.TotalMinutes >= span.Min && play.Finex.TotalMinutes <= span.Max ? [] : [$"FINEX à {play.Finex}"];
    });

    private static void Check(Func<ScenarioVariant, PrintContext, IEnumerable<string>> faults)
    {
        var found = ShippedContent.Contexts().Where(context => context.Scenario is not null)
            .SelectMany(context => faults(context.Scenario!.For(context.Variant), context).Select(fault => $"{ShippedContent.Name(context)} : {fault}")).ToList();
        Assert.That(found, Is.Empty, string.Join('\n', found));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(['’-][\p{L}\p{N}]+)*", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex("exercice, exercice, exercice", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exercise();
}
