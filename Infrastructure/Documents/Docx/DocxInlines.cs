using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Packaging;
using DocumentFormat.OpenXml;
using Inline = CrisisKits.Infrastructure.Documents.Blocks.Inline;
using W = DocumentFormat.OpenXml.Wordprocessing;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace CrisisKits.Infrastructure.Documents.Docx;

/// <summary>Pieces of a line as Word runs: a blank is a field to type in, named as a screen reader says it; a tick box can be ticked.</summary>
internal sealed class DocxInlines
{
    private const string SymbolFont = "Segoe UI Symbol";
    private int _controls;

    public IEnumerable<OpenXmlElement> Of(IReadOnlyList<Inline> content) => content.Select(OpenXmlElement (inline, i) => inline switch
    {
        // a box stays on the line of its label
        Text text when i > 0 && content[i - 1] is TickBox && text.Value.StartsWith(' ') => Words(text with { Value = '\u00A0' + text.Value[1..] }),
        Text text => Words(text),
        Dots dots => Blank(dots.Label),
        TickBox => Box(),
        LineBreak => new W.Run(new W.Break()),
        _ => throw new NotSupportedException($"{inline.GetType().Name} cannot be edited in Word"),
    });

    public static W.Run Words(Text text)
    {
        var run = new W.Run();
        if (text.Bold || text.Italic)
            run.RunProperties = new() { Bold = text.Bold ? new() : null, Italic = text.Italic ? new() : null };
        run.AppendChild(new W.Text(OfficeText.Clean(text.Value)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private W.SdtRun Blank(string label)
    {
        var name = OfficeText.Clean(label);
        return new(
            new W.SdtProperties(new W.SdtAlias { Val = name }, new W.SdtId { Val = ++_controls }, new W.ShowingPlaceholder(), new W.SdtContentText()),
            new W.SdtContentRun(new W.Run(new W.RunProperties(new W.RunStyle { Val = "PlaceholderText" }), new W.Text($"[{name}]") { Space = SpaceProcessingModeValues.Preserve })));
    }

    private W.SdtRun Box() => new(
        new W.SdtProperties(
            new W.SdtAlias { Val = "case à cocher" },
            new W.SdtId { Val = ++_controls },
            new W14.SdtContentCheckBox(
                new W14.Checked { Val = W14.OnOffValues.Zero },
                new W14.CheckedState { Val = "2612", Font = SymbolFont },
                new W14.UncheckedState { Val = "2610", Font = SymbolFont })),
        new W.SdtContentRun(new W.Run(
            new W.RunProperties(new W.RunFonts { Ascii = SymbolFont, HighAnsi = SymbolFont, EastAsia = SymbolFont }),
            new W.Text("☐"))));
}
