using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Kits.Reading;

/// <summary>Reads one simulated role.</summary>
internal static class RoleReader
{
    public static SimulatedRole Read(YamlMap map, ScenarioReferences references)
    {
        var id = map.Id("id");
        var facilitator = map.Id("facilitator");
        var phone = map.OptionalWord("phone");
        references.Ids.Add(id);
        references.Facilitators.Add(facilitator);
        if (phone is not null)
            references.Phones.Add(phone);
        var role = new SimulatedRole
        {
            Id = id.Value,
            Title = map.Text("title"),
            Team = map.Choice("team", ContentWords.Teams),
            Facilitator = facilitator.Value,
            Phone = phone is null ? null : FrenchTypography.Apply(phone.Value),
            Tone = map.Text("tone"),
            Knows = [.. map.Maps("knows").Select(ReadFact)],
            Refuses = map.Texts("refuses"),
            Answers = [.. map.Maps("answers").Select(ReadAnswer)],
        };
        map.Close();
        return role;
    }

    private static KnownFact ReadFact(YamlMap map)
    {
        var fact = new KnownFact(map.PlayTime("from"), map.Text("what"));
        map.Close();
        return fact;
    }

    private static StockAnswer ReadAnswer(YamlMap map)
    {
        var answer = new StockAnswer(map.Text("ask"), map.Text("say"));
        map.Close();
        return answer;
    }
}
