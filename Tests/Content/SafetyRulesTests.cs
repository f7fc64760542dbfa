using System.Text.RegularExpressions;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Content;

/// <summary>Nothing printed may be taken for real, reach a real person or name things by the wrong word.</summary>
public sealed partial class SafetyRulesTests
{
    [Test]
    public void Every_telephone_number_is_reserved_for_fiction() => AllLines(line =>
        Telephone().Matches(line).Select(number => number.Value).Where(number => !Fictional().IsMatch(number)));

    [Test]
    public void Every_address_is_in_the_example_domain() => AllLines(line =>
        Address().Matches(line).Select(address => address.Value).Where(address => !address.TrimEnd('.').EndsWith(".example", StringComparison.Ordinal)));

    [Test]
    public void The_words_of_the_field_are_used() => AllLines(line => WrongWord().Matches(line).Select(word => word.Value));

    [Test]
    public void Every_common_document_is_used_by_a_kit()
    {
        var used = ShippedContent.Kits.All.SelectMany(edition => edition.Kits).SelectMany(kit => kit.Documents.Concat([kit.Opening, kit.Priorities])).Select(document => document.File).ToHashSet(StringComparer.Ordinal);

        Assert.That(ShippedContent.Files.Paths.Where(path => path.EndsWith(".md", StringComparison.Ordinal) && !used.Contains(path)), Is.Empty);
    }

    [Test]
    public void Every_file_of_the_content_is_read()
    {
        var unread = ShippedContent.Files.Paths.Where(path => !ReadPath().IsMatch(path));

        Assert.That(unread, Is.Empty);
    }

    private static void AllLines(Func<string, IEnumerable<string>> faults)
    {
        var found = new List<string>();
        foreach (var path in ShippedContent.Files.Paths)
        {
            var lines = ShippedContent.Files.Text(path).Split('\n');
            for (var line = 0; line < lines.Length; line++)
                found.AddRange(faults(lines[line]).Select(fault => FormattableString.Invariant($"{path}:{line + 1} : {fault}")));
        }

        Assert.That(found, Is.Empty, string.Join('\n', found));
    }

    [GeneratedRegex(@"(?<!\d)0[1-9]([ .]?\d\d){4}(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Telephone();

    [GeneratedRegex("^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) [0-9]{2} [0-9]{2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Fictional();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+|(https?://|www\.)[^\s|)/]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(inject|injects|haut niveau|obligation légale)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex WrongWord();

    [GeneratedRegex(@"^grids/[^/]+/(grid|subjects|themes/[^/]+)\.yaml$|^kits/[^/]+/([^/]+/kit\.yaml|[^/]+/[^/]+\.md|[^/]+/scenarios/[^/]+/(scenario|stimuli)\.yaml)$|^demo/(establishments|people)\.yaml$|^published\.sha256$", RegexOptions.ExplicitCapture)]
    private static partial Regex ReadPath();
}
