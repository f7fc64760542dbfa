using System.Globalization;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Unit;

/// <summary>Real time beside play time, and what an establishment may ask of it. The small play: a pause of 5 minutes at H+0:58, FINEX at H+1:50.</summary>
public sealed class PersonalisationTests
{
    private static readonly ScenarioVariant Play = SmallKit.Context(SmallKit.Texts()).Scenario!.Hospital;

    [TestCase("0:00", "09:00")]
    [TestCase("0:57", "09:57")]
    [TestCase("0:58", "10:03")]
    [TestCase("1:50", "10:55")]
    public void The_wall_clock_runs_on_while_play_time_stands_still(string at, string clock)
    {
        Assert.That(Clock("09:00").At(TimeSpan.Parse(at, CultureInfo.InvariantCulture)), Is.EqualTo(TimeOnly.Parse(clock, CultureInfo.InvariantCulture)));
    }

    [Test]
    public void A_pause_begins_when_it_is_reached_and_what_follows_waits_for_its_end()
    {
        var clock = Clock("09:00", new Pause(new(0, 30, 0), 20));

        Assert.That(clock.Reached(new(0, 30, 0)), Is.EqualTo(new TimeOnly(9, 30)));
        Assert.That(clock.At(new(0, 30, 0)), Is.EqualTo(new TimeOnly(9, 50)));
        Assert.That(clock.Reached(new(0, 58, 0)), Is.EqualTo(new TimeOnly(10, 18)));
    }

    [Test]
    public void The_wall_clock_never_goes_back()
    {
        Gen.Select(Gen.Int[0, 110], Gen.Int[0, 110], Gen.Int[1, 109], Gen.Int[1, 60]).Sample((a, b, at, minutes) =>
        {
            var clock = Clock("00:00", new Pause(TimeSpan.FromMinutes(at), minutes));
            var (earlier, later) = (TimeSpan.FromMinutes(Math.Min(a, b)), TimeSpan.FromMinutes(Math.Max(a, b)));
            return clock.Lasts(earlier) <= clock.Lasts(later) && clock.Reached(later) <= clock.At(later) && clock.Lasts(later) >= later;
        });
    }

    [TestCase("22:04", null)]
    [TestCase("22:05", TimingFault.EndsAfterMidnight)]
    public void It_ends_the_day_it_starts(string start, TimingFault? fault)
    {
        Assert.That(Made(start).Check(Play)?.Fault, Is.EqualTo(fault));
    }

    [TestCase("0:00", TimingFault.BreakOutsidePlay)]
    [TestCase("1:50", TimingFault.BreakOutsidePlay)]
    [TestCase("0:58", TimingFault.PausesTooClose)]
    [TestCase("1:07", TimingFault.PausesTooClose)]
    [TestCase("1:08", null)]
    public void A_break_is_taken_during_the_play_and_apart_from_the_pause_of_the_scenario(string at, TimingFault? fault)
    {
        var impossible = Made("09:00", new Pause(TimeSpan.Parse(at, CultureInfo.InvariantCulture), 10)).Check(Play);

        Assert.That(impossible?.Fault, Is.EqualTo(fault));
        Assert.That(impossible?.Break, Is.EqualTo(fault is null ? (int?)null : 0));
    }

    [Test]
    public void Two_breaks_too_close_name_the_second()
    {
        Assert.That(Made("09:00", new Pause(new(1, 10, 0), 10), new Pause(new(1, 15, 0), 5)).Check(Play), Is.EqualTo(new ImpossibleTiming(TimingFault.PausesTooClose, 1)));
    }

    private static RealClock Clock(string start, params Pause[] breaks) => new(TimeOnly.Parse(start, CultureInfo.InvariantCulture), Personalisation.PausesOf(Play, Made(start, breaks)));

    private static Personalisation Made(string start, params Pause[] breaks) => MadeFor.Named("Centre hospitalier") with { Start = TimeOnly.Parse(start, CultureInfo.InvariantCulture), Breaks = breaks };
}
