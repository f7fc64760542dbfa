using System.Text;
using System.Text.RegularExpressions;
using CrisisKits.Infrastructure.Documents.Blocks;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Inline = CrisisKits.Infrastructure.Documents.Blocks.Inline;

namespace CrisisKits.Infrastructure.Kits.Prose;

/// <summary>Turns a line of Markdown into inlines, blanks resolved.</summary>
internal sealed partial class MarkdownInlines(MarkdownSource source, Slots slots)
{
    /// <summary>With bold, italics, blanks and tick boxes.</summary>
    public IReadOnlyList<Inline> Of(LeafBlock leaf)
    {
        var inlines = new List<Inline>();
        foreach (var inline in leaf.Inline ?? [])
            Append(inlines, leaf, inline, bold: false, italic: false);
        return Joined(inlines);
    }

    /// <summary>Characters only, with each blank as dots; the title of a container is never parsed by Markdown.</summary>
    public string Plain(MarkdownObject place, string text) =>
        Slot().Replace(text, slot => slots.PrintPlain(slot.Groups["name"].Value) ?? throw Unknown(place, slot.Value)).Trim();

    /// <summary>The items of a list that is only made of labels.</summary>
    public IReadOnlyList<string> Labels(ContainerBlock container, string name)
    {
        var labels = new List<string>();
        foreach (var block in container)
        {
            if (block is not ListBlock list)
                throw source.Wrong(block, $"le bloc « {name} » ne contient que des puces");
            foreach (var item in list.OfType<ListItemBlock>())
                labels.Add(item.Count == 1 && item[0] is ParagraphBlock line
                    ? PlainLine(line)
                    : throw source.Wrong(item, $"une puce du bloc « {name} » est une seule ligne"));
        }

        return labels.Count > 0 ? labels : throw source.Wrong(container, $"le bloc « {name} » est vide");
    }

    /// <summary>A whole line as characters, blanks as dots.</summary>
    public string PlainLine(LeafBlock line)
    {
        var text = new StringBuilder();
        AppendPlain(text, line, line.Inline!);
        return Plain(line, text.ToString());
    }

    private void AppendPlain(StringBuilder text, LeafBlock line, ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case EmphasisInline emphasis:
                    AppendPlain(text, line, emphasis);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                default:
                    throw source.Wrong(line, "du texte simple est attendu ici");
            }
        }
    }

    private void Append(List<Inline> inlines, LeafBlock leaf, Markdig.Syntax.Inlines.Inline inline, bool bold, bool italic)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AppendText(inlines, leaf, literal.Content.ToString(), bold, italic);
                break;
            case EmphasisInline emphasis:
                foreach (var child in emphasis)
                    Append(inlines, leaf, child, bold || emphasis.DelimiterCount == 2, italic || emphasis.DelimiterCount == 1);
                break;
            case LineBreakInline { IsHard: true }:
                inlines.Add(new LineBreak());
                break;
            case LineBreakInline:
                inlines.Add(new Text(" ", bold, italic));
                break;
            case HtmlEntityInline entity:
                AppendText(inlines, leaf, entity.Transcoded.ToString(), bold, italic);
                break;
            case AutolinkInline address:
                inlines.Add(new Text(address.Url, bold, italic));
                break;
            case TaskList { Checked: true }:
                throw source.Wrong(leaf, "une case à cocher s'imprime vide : « - [ ] »");
            case TaskList:
                break;
            case LinkInline:
                throw source.Wrong(leaf, "un lien ne s'imprime pas : écrivez l'adresse dans la phrase");
            case CodeInline:
                throw source.Wrong(leaf, "texte entre accents graves : employez **gras** ou des guillemets");
            case HtmlInline:
                throw source.Wrong(leaf, "balise HTML : seul le Markdown décrit dans le guide s'imprime");
            case ContainerInline others:
                foreach (var child in others)
                    Append(inlines, leaf, child, bold, italic);
                break;
            default:
                throw source.Wrong(leaf, "construction inconnue dans la phrase");
        }
    }

    private void AppendText(List<Inline> inlines, LeafBlock leaf, string text, bool bold, bool italic)
    {
        // a tick box is followed by its space in Markdown, the list draws its own
        if (inlines.Count == 0)
            text = text.TrimStart(' ');
        foreach (var piece in Pieces().Split(text))
        {
            if (piece.Length == 0)
                continue;
            if (piece == "☐")
                inlines.Add(new TickBox());
            else if (Slot().Match(piece) is { Success: true } slot && slot.Length == piece.Length)
                inlines.Add(slots.Print(slot.Groups["name"].Value, bold, italic) ?? throw Unknown(leaf, piece));
            else
                inlines.Add(new Text(slots.WithClock(piece), bold, italic));
        }
    }

    /// <summary>Markdown cuts a sentence at each special sign; pieces of one style are put together again.</summary>
    private static List<Inline> Joined(List<Inline> inlines)
    {
        var joined = new List<Inline>(inlines.Count);
        foreach (var inline in inlines)
        {
            if (inline is Text next && joined.Count > 0 && joined[^1] is Text previous && (previous.Bold, previous.Italic) == (next.Bold, next.Italic))
                joined[^1] = previous with { Value = previous.Value + next.Value };
            else
                joined.Add(inline);
        }

        return joined;
    }

    private Content.ContentException Unknown(MarkdownObject place, string slot) =>
        source.Wrong(place, $"espace à compléter inconnu : {slot}");

    [GeneratedRegex(@"(?<piece>☐|\{\{[^}]*\}\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\{\{(?<name>[^}]*)\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Slot();
}
