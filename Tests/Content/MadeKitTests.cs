using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Kits.Twins;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Content;

/// <summary>Kits made for one establishment: what it gives is printed whole, what it answers marks and moves nothing.</summary>
public sealed class MadeKitTests
{
    [TestCase("Cœur d’Œuvre – L’Haÿ, Ÿ <b>gras</b> & « guillemets »")]
    [TestCase("{{date}} ::: page **gras** | H+0:10")]
    public void A_name_is_printed_as_it_was_typed(string name)
    {
        foreach (var context in Contexts(KitVariant.Hospital))
        {
            var made = context with { Made = MadeFor.Filled(context.Kit, name) };
            Assert.That(Lines(Print("annuaire-crise", made)), Does.Contain(Bare(name)));
            Assert.That(Lines(Print("cadrage", made)), Does.Contain(Bare(name)));
        }
    }

    [Test]
    public void Two_hundred_wide_characters_in_every_blank_fit_every_document()
    {
        var wide = new string('W', PrintableLine.MostCharacters);
        Parallel.ForEach(Contexts(KitVariant.Hospital).Concat(Contexts(KitVariant.Esms)), context =>
        {
            var made = context with { Made = MadeFor.Filled(context.Kit, wide), Targeting = MadeFor.Targeting(context.Grid, _ => 1) };
            foreach (var audience in AudienceNames.All)
                Assert.That(() => PrintPublication.Run(ComposeAudience.Run(audience, made)!), Throws.Nothing, $"{ShippedContent.Name(context)} {audience}");
            Assert.That(Lines(Print("cadrage", made)), Does.Contain(wide));
        });
    }

    [Test]
    public void Nothing_given_stays_a_dotted_line_and_what_is_given_replaces_it()
    {
        var blank = Contexts(KitVariant.Hospital)[0];
        var made = blank with { Made = MadeFor.Named("Centre hospitalier de Valbrune") with { Date = new(2026, 12, 15) } };

        var text = Lines(Print("preavis", made));

        Assert.That(text, Does.Contain(Bare("Notre établissement (Centre hospitalier de Valbrune) tient le 15/12/2026, de")));
        Assert.That(Lines(Print("preavis", blank)), Does.Not.Contain("15/12/2026"));
    }

    [Test]
    public void The_wall_clock_stands_beside_play_time_once_the_start_is_known()
    {
        foreach (var context in Contexts(KitVariant.Hospital))
        {
            var made = context with { Made = MadeFor.Named("CH") with { Start = new(9, 0) } };
            var play = context.Scenario!.Hospital;
            var last = Chronogram.Of(play)[^1];
            var clock = new RealClock(new(9, 0), [play.Pause!]).At(last.Inject.At);
            var written = Bare($"{clock:HH} h {clock:mm}");

            Assert.That(Lines(Print("chronogramme", made)), Does.Contain(written), ShippedContent.Name(context));
            Assert.That(Lines(Print("stimuli", made)), Does.Contain(Bare($"H+{(int)last.Inject.At.TotalHours}:{last.Inject.At.Minutes:00} ({clock:HH} h {clock:mm})")), ShippedContent.Name(context));
        }
    }

    [Test]
    public void The_chronogram_to_edit_has_the_hours_and_the_marks_of_the_printed_one()
    {
        var context = Contexts(KitVariant.Hospital)[0] with
        {
            Made = MadeFor.Named("=1+1") with { Start = new(9, 0) },
            Targeting = MadeFor.Targeting(Contexts(KitVariant.Hospital)[0].Grid, question => question.Id.Length % 4),
        };
        var csv = System.Text.Encoding.UTF8.GetString(PrintTwin.Run(context.Documents.First(document => document.Id == "chronogramme"), TwinFormat.Csv, context));

        Assert.That(csv, Does.Contain("\"09:00\"").And.Contain("\"09:58\"").And.Contain("\"10:55\"").And.Contain("si le temps le permet"));
        Assert.That(csv, Does.Not.Contain("\"=1"));
    }

    [Test]
    public void The_culprit_is_never_the_software_of_the_establishment()
    {
        foreach (var blank in Contexts(KitVariant.Hospital))
        {
            var made = blank with { Made = MadeFor.Named("CH") with { PatientRecord = "Zyxwdossier", Laboratory = "Zyxwlabo", Imaging = "Zyxwimage", Pharmacy = "Zyxwpharma" } };
            foreach (var id in new[] { "stimuli", "dossier-animateur", "chronogramme" })
                Assert.That(Lines(Print(id, made)), Does.Not.Contain("Zyxw"), $"{ShippedContent.Name(blank)} {id}");
            Assert.That(Lines(Print("dossier-joueur", made)), Does.Contain("Zyxwdossier"));
        }
    }

    [Test]
    public void Targeting_changes_nothing_of_what_players_observers_the_room_and_the_direction_hold()
    {
        foreach (var context in ShippedContent.Contexts())
        {
            var made = context with { Made = MadeFor.Filled(context.Kit, "Centre hospitalier") };
            var targeted = made with { Targeting = MadeFor.Targeting(context.Grid, question => question.Id.Length % 4) };
            foreach (var document in made.Documents.Where(document => document.Audience != Audience.Facilitator))
                Assert.That(PrintPublication.Run(ComposeDocument.Run(document, targeted)).Bytes, Is.EqualTo(PrintPublication.Run(ComposeDocument.Run(document, made)).Bytes), document.Id);
        }
    }

    [Test]
    public void Targeting_marks_optional_stimuli_and_adds_removes_or_moves_none()
    {
        foreach (var blank in ShippedContent.Contexts())
            Gen.Int[0, 3].Array[blank.Grid.Questions.Count()].Sample(
                options =>
                {
                    var questions = blank.Grid.Questions.ToList();
                    var targeted = blank with { Targeting = MadeFor.Targeting(blank.Grid, question => options[questions.IndexOf(question)]) };
                    var again = blank with { Targeting = MadeFor.Targeting(blank.Grid, question => options[questions.IndexOf(question)]) };
                    var notice = ComposeDocument.Run(targeted.Documents.First(document => document.Id == "chronogramme"), targeted).Documents[0].Body
                        .OfType<Paragraph>().Single(line => BlockText.Of([line]).StartsWith("Kit ciblé", StringComparison.Ordinal));
                    var text = Body("chronogramme", targeted).Replace(BlockText.Of([notice]) + "\n", string.Empty, StringComparison.Ordinal);
                    Assert.That(Body("chronogramme", targeted), Is.EqualTo(Body("chronogramme", again)));
                    Assert.That(Unmarked(text), Is.EqualTo(Body("chronogramme", blank)));

                    var play = blank.Scenario!.For(blank.Variant);
                    var weakest = targeted.Targeting.Weakest.Select(theme => theme.Theme.Id).ToList();
                    var optional = play.Injects.Count(inject => !inject.Essential);
                    var first = play.Injects.Count(inject => !inject.Essential && weakest.Contains(inject.Theme, StringComparer.Ordinal));
                    Assert.That(Count(text, "à jouer en priorité"), Is.EqualTo(first));
                    Assert.That(Count(text, "si le temps le permet"), Is.EqualTo(optional - first));
                },
                iter: 20);
    }

    [Test]
    public void The_three_weakest_themes_are_those_no_other_is_below()
    {
        var grid = ShippedContent.Contexts().First().Grid;
        Gen.Int[0, 3].Array[grid.Questions.Count()].Sample(options =>
        {
            var questions = grid.Questions.ToList();
            var targeting = MadeFor.Targeting(grid, question => options[questions.IndexOf(question)]);
            var others = targeting.Score.Themes.Except(targeting.Weakest).Select(theme => theme.Value!.Value).ToList();
            var perfect = others.Count(other => other.Percent == 100);
            return targeting.Weakest.Count == Math.Min(3, 6 - perfect) && others.All(other => targeting.Weakest.All(weak => weak.Value!.Value <= other));
        });
    }

    [Test]
    public void The_page_of_the_DIREX_is_one_page_that_says_which_and_why()
    {
        foreach (var context in ShippedContent.Contexts())
            foreach (var weak in context.Grid.Themes)
                foreach (var other in context.Grid.Themes)
                {
                    var made = context with
                    {
                        Made = MadeFor.Filled(context.Kit, "Centre hospitalier intercommunal de Valbrune et des Essarts"),
                        Targeting = MadeFor.Targeting(context.Grid, question => weak.Questions.Contains(question) ? 0 : other.Questions.Contains(question) ? 1 : 2),
                    };
                    var printed = PrintPublication.Run(ComposeDocument.Run(context.Kit.Priorities, made));

                    Assert.That(printed.Pages, Is.EqualTo(1), $"{ShippedContent.Name(context)} {weak.Id} {other.Id}: {Pages.Text(printed.Bytes)[^1]}");
                    Assert.That(Lines(printed.Bytes), Does.Contain(Bare(weak.Title)).And.Contain(Bare("0 %")).And.Contain("TLP:AMBER+STRICT"));
                }
    }

    private static List<PrintContext> Contexts(KitVariant variant) => [.. ShippedContent.Contexts().Where(context => context.Variant == variant)];

    private static byte[] Print(string id, PrintContext context) =>
        PrintPublication.Run(ComposeDocument.Run(context.Documents.First(document => document.Id == id), context)).Bytes;

    private static string Body(string id, PrintContext context) =>
        BlockText.Of(ComposeDocument.Run(context.Documents.First(document => document.Id == id), context).Documents[0].Body);

    private static string Unmarked(string text) => text.Replace(", à jouer en priorité", string.Empty, StringComparison.Ordinal).Replace(", si le temps le permet", string.Empty, StringComparison.Ordinal);

    private static int Count(string text, string words) => text.Split(words).Length - 1;

    /// <summary>The pages without any space: a long name goes over several lines.</summary>
    private static string Lines(byte[] pdf) => Bare(string.Concat(Pages.Text(pdf)));

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
