using System.Text.RegularExpressions;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Tests.Support;
using UglyToad.PdfPig;

namespace CrisisKits.Tests.Content;

/// <summary>Players, and directors who play, read nothing of what is going to happen.</summary>
public sealed partial class SpoilerTests
{
    private const int Run = 14;
    private static readonly string[] Secret = ["stimuli", "dossier-animateur", "chronogramme"];

    [Test]
    public void No_document_of_players_room_or_management_shares_fourteen_words_with_what_animators_know()
    {
        var leaks = new List<string>();
        foreach (var context in ShippedContent.Contexts())
        {
            var secrets = context.Kit.Documents.Where(document => Secret.Contains(document.Id))
                .SelectMany(document => Runs(document, context)).ToHashSet(StringComparer.Ordinal);
            foreach (var document in context.Kit.Documents.Where(IsOpen))
                leaks.AddRange(Runs(document, context).Where(secrets.Contains).Take(3)
                    .Select(run => $"{ShippedContent.Name(context)} {document.File} : « {run} »"));
        }

        Assert.That(leaks, Is.Empty, string.Join('\n', leaks));
    }

    [Test]
    public void No_file_handed_to_players_room_or_management_tells_the_play_in_its_pages_metadata_or_bookmarks()
    {
        var leaks = new List<string>();
        foreach (var context in ShippedContent.Contexts())
        {
            var secrets = context.Kit.Documents.Where(document => Secret.Contains(document.Id))
                .SelectMany(document => Runs(document, context)).ToHashSet(StringComparer.Ordinal);
            foreach (var audience in new[] { Audience.Player, Audience.Room, Audience.Management })
            {
                using var file = PdfDocument.Open(PrintPublication.Run(ComposeAudience.Run(audience, context)!).Bytes);
                Assert.That(file.Advanced.TryGetEmbeddedFiles(out _), Is.False);
                var bookmarks = file.TryGetBookmarks(out var tree) ? tree.GetNodes().Select(node => node.Title) : [];
                var text = string.Join('\n', file.GetPages().Select(page => page.Text)
                    .Concat([file.Information.Title, file.Information.Subject, .. bookmarks]));
                leaks.AddRange(Runs(text).Where(secrets.Contains).Take(3).Select(run => $"{ShippedContent.Name(context)} {audience} : « {run} »"));
            }
        }

        Assert.That(leaks, Is.Empty, string.Join('\n', leaks));
    }

    [Test]
    public void No_open_document_uses_a_computed_part_that_tells_the_play()
    {
        var open = ShippedContent.Contexts().SelectMany(context => context.Kit.Documents).Where(IsOpen);

        Assert.That(open.Where(document => TellingInsert().IsMatch(document.Body)).Select(document => document.File), Is.Empty);
    }

    private static bool IsOpen(KitDocument document) =>
        document.Audience is Audience.Player or Audience.Room or Audience.Management || document.Id == "preavis";

    private static IEnumerable<string> Runs(KitDocument document, PrintContext context)
    {
        var publication = ComposeDocument.Run(document, context);
        var text = string.Join('\n', publication.Documents.Select(each => $"{each.Title}\n{each.Purpose}\n{BlockText.Of(each.Body)}"));
        return Runs(text);
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(word => word.Value).ToList();
        for (var at = 0; at + Run <= words.Count; at++)
            yield return string.Join(' ', words.Skip(at).Take(Run));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None)]
    private static partial Regex Word();

    [GeneratedRegex(@"::: insert (chronogramme|cartes-stimuli|fiches-reponses|roles-simules|verite|grille-observation)", RegexOptions.ExplicitCapture)]
    private static partial Regex TellingInsert();
}
