using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CrisisKits.Tests.Support;

/// <summary>A workbook changed from inside, as other programs or attackers would write it.</summary>
internal static partial class SpoiledWorkbook
{
    /// <summary>Rewrites parts: null drops one, a path the file does not have adds one.</summary>
    public static byte[] With(byte[] xlsx, params (string Path, Func<string, string?> Change)[] changes)
    {
        using var bytes = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(xlsx)))
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var path in from.Entries.Select(entry => entry.FullName).Union(changes.Select(change => change.Path), StringComparer.Ordinal))
            {
                using var reader = from.GetEntry(path) is { } entry ? new StreamReader(entry.Open()) : null;
                var text = changes.Where(change => change.Path == path).Aggregate(reader?.ReadToEnd() ?? string.Empty, (now, change) => change.Change(now)!);
                if (text is null)
                    continue;
                using var content = to.CreateEntry(path).Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Puts the XML of a cell in the place of the one that holds these words; its attributes <c>r</c> and <c>s</c> stay, <paramref name="type"/> is <c>t</c>.</summary>
    public static string Cell(string sheet, string words, string? type, string inside, string? style = null)
    {
        var changed = Cells().Replace(sheet, cell => cell.Groups["words"].Value != words ? cell.Value
            : $"<x:c r=\"{cell.Groups["at"].Value}\" s=\"{style ?? cell.Groups["style"].Value}\"{(type is null ? string.Empty : $" t=\"{type}\"")}>{inside}</x:c>");
        Assert.That(changed, Is.Not.EqualTo(sheet), $"no cell holds « {words} »");
        return changed;
    }

    /// <summary>A workbook of the grid as somebody fills it in: the words of some of its cells replaced, null to empty one.</summary>
    public static byte[] Filled(byte[] xlsx, params (string At, string? Words)[] cells) => With(xlsx, ("xl/worksheets/sheet2.xml", sheet =>
    {
        foreach (var (at, words) in cells)
        {
            var cell = new Regex($"(<x:c r=\"{at}\" s=\"[0-9]+\")[^>]*?(/>|>.*?</x:c>)", RegexOptions.Singleline);
            Assert.That(cell.IsMatch(sheet), at);
            sheet = cell.Replace(sheet, words is null ? "$1/>" : $"$1 t=\"inlineStr\"><x:is><x:t>{words}</x:t></x:is></x:c>", 1);
        }

        return sheet;
    }
    ));

    [GeneratedRegex("<x:c r=\"(?<at>[A-Z]+[0-9]+)\" s=\"(?<style>[0-9]+)\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">(?<words>[^<]*)</x:t></x:is></x:c>", RegexOptions.ExplicitCapture)]
    private static partial Regex Cells();
}
