using System.Globalization;
using System.Text.RegularExpressions;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Kits.Inserts;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Block = CrisisKits.Infrastructure.Documents.Blocks.Block;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace CrisisKits.Infrastructure.Kits.Prose;

/// <summary>The <c>::: name</c> blocks of the content guide.</summary>
internal sealed partial class MarkdownContainers(
    MarkdownSource source, PrintContext context, PageFormat page, MarkdownInlines inlines, MarkdownBlocks blocks)
{
    public IReadOnlyList<Block> Of(CustomContainer container)
    {
        CheckClosed(container);
        var argument = container.Arguments?.Trim() ?? string.Empty;
        switch (container.Info)
        {
            case "important" or "info" or "exemple" or "parole":
                return [Card(container, argument)];
            case "hopital":
                return context.Variant == KitVariant.Hospital ? blocks.Blocks(container) : [];
            case "esms":
                return context.Variant == KitVariant.Esms ? blocks.Blocks(container) : [];
            case "champs":
                return [new FormLines([.. inlines.Labels(container, "champs").Select(label => Fields(container, label))])];
            case "lignes":
                return [new RuledLines(Count(container, argument))];
            case "signatures":
                return [new Signatures(inlines.Labels(container, "signatures"))];
            case "tableau":
                return [Table(container, argument)];
            case "page":
                return container.Count == 0 ? [new PageBreak()] : throw source.Wrong(container, "le bloc « page » est vide");
            case "affiche":
                return [new Poster([.. container.SelectMany(PosterLines)])];
            case "badges":
                return [new Badges([.. inlines.Labels(container, "badges").Select(label => NameCard(container, label))])];
            case "chevalets":
                return [new Tents([.. inlines.Labels(container, "chevalets").Select(label => NameCard(container, label))])];
            case "diapo":
                return [Slide(container, argument)];
            case "insert":
                return Insert(container, argument);
            default:
                throw source.Wrong(container, $"bloc inconnu « {container.Info} »");
        }
    }

    private void CheckClosed(CustomContainer container)
    {
        if (container.ClosingFencedCharCount == 0)
            throw source.Wrong(container, $"le bloc « {container.Info} » ouvert ici n'est jamais fermé par {new string(':', container.OpeningFencedCharCount)}");
    }

    private Card Card(CustomContainer container, string argument)
    {
        var kind = container.Info switch
        {
            "important" => CardKind.Important,
            "info" => CardKind.Information,
            "exemple" => CardKind.Example,
            _ => CardKind.Speech,
        };
        return new(kind, argument.Length == 0 ? null : inlines.Plain(container, argument), blocks.Blocks(container));
    }

    private IReadOnlyList<FormField> Fields(CustomContainer container, string label)
    {
        var fields = label.Split('|', StringSplitOptions.TrimEntries);
        if (fields.Length > 2)
            throw source.Wrong(container, $"deux champs par ligne au plus : « {label} »");
        return [.. fields.Select(Field)];
    }

    private static FormField Field(string label)
    {
        var lines = Lines().Match(label);
        return lines.Success
            ? new(label[..lines.Index].TrimEnd(), int.Parse(lines.Groups["count"].ValueSpan, CultureInfo.InvariantCulture))
            : new(label);
    }

    private int Count(CustomContainer container, string argument) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 60
            ? count
            : throw source.Wrong(container, "« lignes » est suivi d'un nombre de 1 à 60");

    private Table Table(CustomContainer container, string argument)
    {
        if (container.Count != 1 || container[0] is not MarkdownTable written)
            throw source.Wrong(container, "le bloc « tableau » contient un tableau à barres, et rien d'autre");
        var table = blocks.Table(written);
        foreach (var setting in argument.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Setting().Match(setting);
            var values = match.Groups["value"].Captures.Select(value => int.Parse(value.ValueSpan, CultureInfo.InvariantCulture)).ToList();
            table = match.Groups["key"].Value switch
            {
                "largeurs" when values.Count == table.Header.Count => table with { Widths = [.. values.Select(value => (double)value)] },
                "largeurs" => throw source.Wrong(container, $"« largeurs » donne {values.Count} largeurs pour {table.Header.Count} colonnes"),
                "vides" when values.Count == 1 => table with { BlankRows = values[0] },
                "hauteur" when values.Count == 1 => table with { MinimumRowMm = values[0] },
                _ => throw source.Wrong(container, $"réglage de tableau inconnu « {setting} » ; connus : largeurs=2,5,3 vides=12 hauteur=9"),
            };
        }

        return table;
    }

    private IEnumerable<PosterLine> PosterLines(Markdig.Syntax.Block block) => block switch
    {
        HeadingBlock heading => [new(inlines.PlainLine(heading), Giant: true)],
        ParagraphBlock paragraph => [new(inlines.PlainLine(paragraph), Giant: false)],
        ListBlock list => list.OfType<ListItemBlock>().SelectMany(item => item).SelectMany(PosterLines),
        _ => throw source.Wrong(block, "une affiche n'a que des titres, des paragraphes et des puces"),
    };

    private NameCard NameCard(CustomContainer container, string label) => label.Split('|', StringSplitOptions.TrimEntries) switch
    {
        [var cell, var function] => new(cell, function),
        _ => throw source.Wrong(container, $"« {label} » : écrivez « Cellule | Fonction »"),
    };

    private Slide Slide(CustomContainer container, string argument)
    {
        if (page != PageFormat.A4Landscape)
            throw source.Wrong(container, "une diapositive se met dans un document « page: a4-landscape »");
        if (argument.Length == 0)
            throw source.Wrong(container, "une diapositive a un titre : « ::: diapo Titre »");
        var notes = container.OfType<CustomContainer>().Where(part => part.Info == "notes").ToList();
        if (notes.Count > 1 || (notes.Count == 1 && container[^1] != notes[0]))
            throw source.Wrong(container, "les « notes » d'une diapositive viennent en une fois, à la fin");
        notes.ForEach(CheckClosed);
        return new(
            inlines.Plain(container, argument),
            blocks.Blocks(container.Where(part => !notes.Contains(part))),
            blocks.Blocks(notes.SelectMany(part => part)));
    }

    private IReadOnlyList<Block> Insert(CustomContainer container, string name)
    {
        if (container.Count > 0)
            throw source.Wrong(container, "le bloc « insert » est vide : son contenu est calculé");
        if (!AllInserts.ByName.TryGetValue(name, out var insert))
            throw source.Wrong(container, $"partie calculée inconnue « {name} » ; connues : {string.Join(", ", AllInserts.ByName.Keys)}");
        return context.Play is { } play ? insert(play, context) : throw source.Wrong(container, "ce kit n'a pas encore de scénario : rien à calculer");
    }

    [GeneratedRegex(@"\((?<count>[1-9][0-9]?)[ \u00A0\u202F]lignes\)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex("^(?<key>[a-z]+)=(?<value>[0-9]{1,3})(,(?<value>[0-9]{1,3}))*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
