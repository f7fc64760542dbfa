using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Kits.Reading;

/// <summary>A scenario as read in one variant, with what is needed to check that its parts agree.</summary>
internal sealed record ScenarioReading(ScenarioVariant Scenario, ScenarioReferences References, YamlMap Map);

/// <summary>Every identifier given or named in a scenario, with its place.</summary>
internal sealed class ScenarioReferences
{
    /// <summary>Given: the scenario, phases, players, facilitators, simulated roles, stimuli. One name space, so that a word means one thing.</summary>
    public List<Located> Ids { get; } = [];

    public List<Located> Cells { get; } = [];
    public List<Located> Facilitators { get; } = [];
    public List<Located> Phones { get; } = [];
    public List<InjectReferences> Injects { get; } = [];
}

/// <summary>What a stimulus names.</summary>
internal sealed record InjectReferences(
    Inject Inject, Located Id, Located Sender, Located Theme, IReadOnlyList<Located> Cells, IReadOnlyList<Located> To);
