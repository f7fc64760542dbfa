using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents.Blocks;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using MarkdownCell = Markdig.Extensions.Tables.TableCell;
using MarkdownRow = Markdig.Extensions.Tables.TableRow;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace CrisisKits.Infrastructure.Kits.Prose;

/// <summary>
/// Turns the Markdown of one document, or of one text of a scenario, into blocks. Strict: what the content guide does not describe is refused with its line.
/// </summary>
internal sealed class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();
    private readonly MarkdownSource _source;
    private readonly MarkdownInlines _inlines;
    private readonly MarkdownContainers _containers;
    private readonly bool _outline;
    private int _level;

    private MarkdownBlocks(MarkdownSource source, PrintContext context, PageFormat page, bool outline)
    {
        (_source, _outline) = (source, outline);
        _inlines = new(source, context.Slots);
        _containers = new(source, context, page, _inlines, this);
    }

    /// <summary>A whole document in one variant; its headings are listed in the outline.</summary>
    public static IReadOnlyList<Documents.Blocks.Block> OfDocument(KitDocument document, PrintContext context) =>
        Read(new(document.File, document.BodyLine), document.Body, context, document.Page, outline: true);

    /// <summary>A text of a scenario; <paramref name="origin"/> names it in messages.</summary>
    public static IReadOnlyList<Documents.Blocks.Block> OfText(string text, string origin, PrintContext context) =>
        Read(new(origin, 1), text, context, PageFormat.A4, outline: false);

    /// <summary>The blocks of a part of the document, neighbouring lists of one kind joined: a variant's passage may continue a list.</summary>
    public List<Documents.Blocks.Block> Blocks(IEnumerable<Markdig.Syntax.Block> parts)
    {
        var blocks = new List<Documents.Blocks.Block>();
        foreach (var part in parts)
            foreach (var block in Convert(part))
                if (block is ItemList next && blocks.Count > 0 && blocks[^1] is ItemList previous && previous.Kind == next.Kind)
                    blocks[^1] = previous with { Items = [.. previous.Items, .. next.Items] };
                else
                    blocks.Add(block);
        return blocks;
    }

    /// <summary>A table as written, not yet given widths or blank rows.</summary>
    public Table Table(MarkdownTable table)
    {
        var rows = table.OfType<MarkdownRow>().Select(row => row.OfType<MarkdownCell>().Select(cell => new Cell(Blocks(cell))).ToList()).ToList();
        return new() { Header = rows[0], Rows = [.. rows.Skip(1)] };
    }

    private static List<Documents.Blocks.Block> Read(MarkdownSource source, string text, PrintContext context, PageFormat page, bool outline)
    {
        var markdown = Markdown.Parse(FrenchTypography.Apply(text), Pipeline);
        return new MarkdownBlocks(source, context, page, outline).Blocks(markdown);
    }

    private IReadOnlyList<Documents.Blocks.Block> Convert(Markdig.Syntax.Block part) => part switch
    {
        HeadingBlock heading => [Heading(heading)],
        ParagraphBlock paragraph => [new Paragraph(_inlines.Of(paragraph))],
        ListBlock list => [List(list)],
        MarkdownTable table => [Table(table)],
        CustomContainer container => _containers.Of(container),
        ThematicBreakBlock => throw _source.Wrong(part, "trait de séparation : employez « ::: page » ou un titre"),
        QuoteBlock => throw _source.Wrong(part, "citation « > » : employez un bloc « ::: parole » ou « ::: exemple »"),
        CodeBlock => throw _source.Wrong(part, "texte en retrait ou entre accents graves : rien de tel ne s'imprime ; enlevez le retrait"),
        HtmlBlock => throw _source.Wrong(part, "balise HTML : seul le Markdown décrit dans le guide s'imprime"),
        LinkReferenceDefinitionGroup => throw _source.Wrong(part, "définition de lien : écrivez l'adresse dans la phrase"),
        _ => throw _source.Wrong(part, "construction inconnue"),
    };

    private Heading Heading(HeadingBlock heading)
    {
        if (heading.Level > 3)
            throw _source.Wrong(heading, "pas de titre au-delà de « ### »");
        if (_outline && heading.Level > _level + 1)
            throw _source.Wrong(heading, $"titre « {new string('#', heading.Level)} » sans « {new string('#', heading.Level - 1)} » avant lui : ne sautez pas de niveau");
        _level = heading.Level;
        return new(heading.Level, _inlines.Of(heading), _outline);
    }

    private ItemList List(ListBlock list)
    {
        var items = list.OfType<ListItemBlock>().ToList();
        var ticks = items.Count(IsTickBox);
        if (ticks > 0 && ticks < items.Count)
            throw _source.Wrong(list, "une liste a des cases à cocher partout ou nulle part");
        var kind = ticks > 0 ? ListKind.TickBoxes : list.IsOrdered ? ListKind.Numbers : ListKind.Bullets;
        return new(kind, [.. items.Select(Blocks)]);
    }

    private static bool IsTickBox(ListItemBlock item) =>
        item.Count > 0 && item[0] is ParagraphBlock { Inline.FirstChild: TaskList };

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        // the block half of the extension only: « :: » inside a sentence is text
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder.UsePipeTables().UseTaskLists().Build();
    }
}
