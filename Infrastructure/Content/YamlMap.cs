using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrisisKits.Infrastructure.Content;

/// <summary>
/// A table of keys read strictly: every key that is not asked for before <see cref="Close"/> is a problem.
/// A value that cannot be read is noted and replaced by a neutral one, so that reading goes on to the next mistake.
/// </summary>
public sealed partial class YamlMap
{
    private const string EsmsKey = "esms";
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly ContentProblems _problems;
    private readonly int _linesBefore;

    internal YamlMap(YamlMappingNode node, string file, int linesBefore, ContentProblems problems)
    {
        (File, _linesBefore, _problems) = (file, linesBefore, problems);
        Line = linesBefore + StrictYaml.Line(node);
        foreach (var (key, value) in node.Children)
            _entries[key is YamlScalarNode { Value: { } name } ? name : key.ToString()] = (key, value);
    }

    private YamlMap(YamlMap hospital, YamlMap? esms)
    {
        (File, Line, _linesBefore, _problems) = (hospital.File, hospital.Line, hospital._linesBefore, hospital._problems);
        foreach (var (name, entry) in hospital._entries)
            if (name != EsmsKey)
                _entries[name] = entry;
        foreach (var (name, entry) in esms?._entries ?? [])
            _entries[name] = entry;
    }

    public string File { get; }
    public int Line { get; }

    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>A text for people, its typography applied.</summary>
    public string Text(string key) => OptionalText(key) ?? Missing(key, string.Empty);

    public string? OptionalText(string key) => Scalar(key) is { } scalar ? TypesetText(scalar) : null;

    /// <summary>A text for machines, kept as typed: identifier, number to dial.</summary>
    public Located Word(string key) =>
        OptionalWord(key) ?? Missing(key, new Located(string.Empty, File, Line));

    public Located? OptionalWord(string key) =>
        Scalar(key) is { } scalar ? new(scalar.Value!.Trim(), File, LineOf(scalar)) : null;

    /// <summary>An identifier: lower-case letters, digits and hyphens.</summary>
    public Located Id(string key) => Identifier(Word(key));

    public int Number(string key, int least, int most)
    {
        if (Scalar(key) is not { } scalar)
            return Missing(key, least);
        if (scalar.Style == ScalarStyle.Plain && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Wrong(scalar, string.Create(CultureInfo.InvariantCulture, $"« {key} » doit être un nombre entier de {least} à {most}, pas « {scalar.Value} »"));
        return least;
    }

    public bool Flag(string key) => OptionalFlag(key) ?? Missing(key, false);

    public bool? OptionalFlag(string key)
    {
        if (Scalar(key) is not { } scalar)
            return null;
        if (scalar.Style == ScalarStyle.Plain && scalar.Value is "true" or "false")
            return scalar.Value == "true";
        Wrong(scalar, $"« {key} » doit être true ou false, pas « {scalar.Value} »");
        return false;
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Scalar(key) is not { } scalar)
            return Missing(key, default(T));
        if (choices.TryGetValue(scalar.Value!, out var choice))
            return choice;
        Wrong(scalar, $"« {key} » doit être {string.Join(" ou ", choices.Keys)}, pas « {scalar.Value} »");
        return default;
    }

    /// <summary>A play time, written <c>"h:mm"</c>.</summary>
    public TimeSpan PlayTime(string key)
    {
        if (Scalar(key) is not { } scalar)
            return Missing(key, TimeSpan.Zero);
        if (Hours().Match(scalar.Value!) is { Success: true } match)
            return new(int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture), 0);
        Wrong(scalar, $"« {key} » doit être un temps de jeu \"h:mm\" entre guillemets, par exemple \"0:05\", pas « {scalar.Value} »");
        return TimeSpan.Zero;
    }

    /// <summary>A simulated wall clock, written <c>"hh:mm"</c>.</summary>
    public TimeOnly Clock(string key)
    {
        if (Scalar(key) is not { } scalar)
            return Missing(key, TimeOnly.MinValue);
        if (TimeOnly.TryParseExact(scalar.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return clock;
        Wrong(scalar, $"« {key} » doit être une heure \"hh:mm\" entre guillemets, par exemple \"03:10\", pas « {scalar.Value} »");
        return TimeOnly.MinValue;
    }

    public IReadOnlyList<string> Texts(string key) => [.. Scalars(key).Select(TypesetText)];

    /// <summary>A list of identifiers or numbers; an absent one is a problem, an empty one (<c>[]</c>) is not.</summary>
    public IReadOnlyList<Located> Words(string key) =>
        [.. Scalars(key).Select(scalar => Identifier(new(scalar.Value!.Trim(), File, LineOf(scalar))))];

    public YamlMap? Map(string key) => OptionalMap(key) ?? (Has(key) ? null : Missing<YamlMap?>(key, null));

    public YamlMap? OptionalMap(string key)
    {
        if (Node(key) is not { } node)
            return null;
        if (node is YamlMappingNode map)
            return new(map, File, _linesBefore, _problems);
        Wrong(node, $"« {key} » doit contenir des lignes « clé: valeur »");
        return null;
    }

    public IReadOnlyList<YamlMap> Maps(string key) => Node(key) switch
    {
        null => Missing<IReadOnlyList<YamlMap>>(key, []),
        YamlSequenceNode list => Items(list, File, _linesBefore, _problems),
        var other => Wrong<IReadOnlyList<YamlMap>>(other, $"« {key} » doit être une liste, chaque élément ouvert par un tiret", []),
    };

    /// <summary>
    /// This table as one variant reads it: in the ESMS one, what stands under <c>esms</c> replaces the hospital's; null when it says <c>absent</c>.
    /// The <paramref name="common"/> keys hold for both.
    /// </summary>
    public YamlMap? Variant(bool esms, params ReadOnlySpan<string> common)
    {
        if (!_entries.TryGetValue(EsmsKey, out var entry) || !esms)
            return new(this, null);
        if (entry.Value is YamlScalarNode { Value: "absent" })
            return null;
        var changes = OptionalMap(EsmsKey);
        foreach (var key in common)
            if (changes?.Has(key) == true)
                changes.Refuse(key, $"« {key} » vaut pour les deux variantes et ne se change pas sous « esms »");
        return new(this, changes);
    }

    /// <summary>Ends the reading of this table: keys nobody asked for are unknown.</summary>
    public void Close()
    {
        foreach (var (name, entry) in _entries)
            if (!_asked.Contains(name))
                Wrong(entry.Key, $"clé inconnue « {name} » ; clés permises ici : {string.Join(", ", _asked)}");
    }

    /// <summary>Notes a problem at the line of a key.</summary>
    public void Refuse(string key, string message)
    {
        if (_entries.TryGetValue(key, out var entry))
            Wrong(entry.Value, message);
        else
            _problems.Add(File, Line, message);
    }

    internal static IReadOnlyList<YamlMap> Items(YamlSequenceNode list, string file, int linesBefore, ContentProblems problems)
    {
        var maps = new List<YamlMap>(list.Children.Count);
        foreach (var item in list.Children)
        {
            if (item is YamlMappingNode map)
                maps.Add(new(map, file, linesBefore, problems));
            else
                problems.Add(file, linesBefore + StrictYaml.Line(item), "cet élément doit contenir des lignes « clé: valeur »");
        }

        return maps;
    }

    private List<YamlScalarNode> Scalars(string key)
    {
        switch (Node(key))
        {
            case null:
                return Missing(key, new List<YamlScalarNode>());
            case YamlSequenceNode list:
                foreach (var wrong in list.Children.Where(child => child is not YamlScalarNode || IsEmpty(child)))
                    Wrong(wrong, $"chaque élément de « {key} » doit être un texte ; entre guillemets s'il contient « : »");
                return [.. list.Children.Where(child => !IsEmpty(child)).OfType<YamlScalarNode>()];
            case var other:
                return Wrong(other, $"« {key} » doit être une liste", new List<YamlScalarNode>());
        }
    }

    private YamlScalarNode? Scalar(string key)
    {
        if (Node(key) is not { } node)
            return null;
        if (node is YamlScalarNode scalar && !IsEmpty(node))
            return scalar;
        Wrong(node, node is YamlScalarNode ? $"« {key} » est vide" : $"« {key} » doit être un texte simple ; entre guillemets s'il contient « : »");
        return null;
    }

    private YamlNode? Node(string key)
    {
        _asked.Add(key);
        return _entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    private static bool IsEmpty(YamlNode node) =>
        node is YamlScalarNode scalar && (string.IsNullOrWhiteSpace(scalar.Value) || (scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null"));

    private string TypesetText(YamlScalarNode scalar)
    {
        var text = scalar.Value!.Trim();
        // a block text starts on the line after its « | »
        var first = LineOf(scalar) + (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? 1 : 0);
        foreach (var (offset, message) in FrenchTypography.Mistakes(text))
            _problems.Add(File, scalar.Style == ScalarStyle.Literal ? first + offset : LineOf(scalar), message);
        return FrenchTypography.Apply(text);
    }

    private Located Identifier(Located word)
    {
        if (word.Value.Length > 0 && !Identifiers().IsMatch(word.Value))
            _problems.Add(word, $"« {word.Value} » n'est pas un identifiant : minuscules sans accent, chiffres et traits d'union");
        return word;
    }

    private int LineOf(YamlNode node) => _linesBefore + StrictYaml.Line(node);

    private T Missing<T>(string key, T neutral)
    {
        if (!Has(key))
            _problems.Add(File, Line, $"il manque la clé « {key} »");
        return neutral;
    }

    private void Wrong(YamlNode node, string message) => _problems.Add(File, LineOf(node), message);

    private T Wrong<T>(YamlNode node, string message, T neutral)
    {
        Wrong(node, message);
        return neutral;
    }

    [GeneratedRegex("^(?<hours>[0-9]{1,2}):(?<minutes>[0-5][0-9])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Hours();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Identifiers();
}
