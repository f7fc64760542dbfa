using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Kits.Reading;

/// <summary>Reads one stimulus.</summary>
internal static class InjectReader
{
    public static Inject Read(YamlMap map, ScenarioReferences references)
    {
        var id = map.Id("id");
        var sender = map.Id("sender");
        var theme = map.Id("theme");
        var cells = map.Words("cells");
        var to = map.Words("to");
        var inject = new Inject
        {
            Id = id.Value,
            Title = map.Text("title"),
            At = map.PlayTime("at"),
            Channel = map.Choice("channel", ContentWords.Channels),
            Sender = sender.Value,
            Cells = [.. cells.Select(cell => cell.Value)],
            To = [.. to.Select(role => role.Value)],
            Nature = map.Choice("nature", ContentWords.Natures),
            Theme = theme.Value,
            Objective = map.Text("objective"),
            Essential = map.Flag("essential"),
            Diversion = map.Flag("diversion"),
            Text = map.Text("text"),
            Attachment = ReadAttachment(map.OptionalMap("attachment")),
            Expected = map.Text("expected"),
            Window = map.Number("window", 1, 60),
            Relance = map.Text("relance"),
            Variant = ReadVariant(map.OptionalMap("variant")),
            Consequence = map.Text("consequence"),
            Note = map.Text("note"),
            Observe = map.Texts("observe"),
        };
        if (inject.Observe.Count == 0)
            map.Refuse("observe", "un stimulus laisse au moins un fait observable");
        map.Close();
        references.Ids.Add(id);
        references.Injects.Add(new(inject, id, sender, theme, cells, to));
        return inject;
    }

    private static Attachment? ReadAttachment(YamlMap? map)
    {
        if (map is null)
            return null;
        var attachment = new Attachment(map.Text("title"), map.Text("text"));
        map.Close();
        return attachment;
    }

    private static InjectVariant? ReadVariant(YamlMap? map)
    {
        if (map is null)
            return null;
        var variant = new InjectVariant(map.Text("when"), map.Text("text"));
        map.Close();
        return variant;
    }
}
