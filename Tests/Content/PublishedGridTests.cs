using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Content;

public sealed partial class PublishedGridTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Grid Current => ShippedContent.Grids.Current;

    [Test]
    public void The_grid_has_six_themes_of_five_questions_with_the_announced_weights() => Assert.Multiple(() =>
    {
        Assert.That(Current.Themes.Select(theme => theme.Weight), Is.EqualTo(new[] { 2, 2, 3, 2, 1, 2 }));
        Assert.That(Current.Themes.Select(theme => theme.Questions.Count), Is.All.EqualTo(5));
    });

    [Test]
    public void Every_gate_can_fire_and_can_be_lifted() => Assert.That(
        Current.Gates.SelectMany(gate => gate.When).Where(when =>
        {
            var points = Current.Questions.Single(question => question.Id == when.QuestionId).Options.Select(option => option.Value).ToList();
            return !points.Any(value => value <= when.AtMost) || !points.Any(value => value > when.AtMost);
        }),
        Is.Empty);

    [Test]
    public void No_two_descriptors_of_a_question_say_the_same() => Assert.That(
        Current.Questions.Where(question => question.Options.Select(option => option.Label).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 4
            || question.Esms?.Options.Select(option => option.Label).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 4).Select(question => question.Id),
        Is.Empty);

    [Test]
    public void Texts_read_from_the_grid_carry_French_typography()
    {
        var texts = JsonSerializer.Serialize(Current, Plain);

        Assert.That(BadSpacing().Matches(texts).Select(bad => bad.Value), Is.Empty);
    }

    [Test]
    public void The_blank_grid_prints_in_both_variants() => Assert.Multiple(() =>
    {
        foreach (var variant in new[] { KitVariant.Hospital, KitVariant.Esms })
            Assert.That(PrintPublication.Run(BlankGridDocument.Of(Current, variant)).Pages, Is.GreaterThan(20));
    });

    [Test]
    public void What_is_published_never_changes()
    {
        var lines = ShippedContent.Files.Text("published.sha256").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();
        Assert.That(lines.Select(line => line[64..].Trim()), Is.SupersetOf(ShippedContent.Files.Paths.Where(path => path.StartsWith("grids/2026.1/", StringComparison.Ordinal) || path.StartsWith("kits/2026.1/", StringComparison.Ordinal))));
        foreach (var line in lines)
        {
            var (hash, path) = (line[..64], line[64..].Trim());
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ShippedContent.Files.Text(path)))), Is.EqualTo(hash), path);
        }
    }

    [GeneratedRegex(@"( [;!?»%]| :(?=[ \p{L}])|« |\p{L}'\p{L}|  ).{0,20}", RegexOptions.ExplicitCapture)]
    private static partial Regex BadSpacing();
}
