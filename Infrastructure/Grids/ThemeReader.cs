using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Grids;

/// <summary>A theme with the places of its identifiers, for the checks across files.</summary>
internal sealed record LocatedTheme(Theme Theme, Located Id, IReadOnlyList<Located> Questions);

/// <summary>Reads one theme file and its questions.</summary>
internal static class ThemeReader
{
    private const int LongestSubject = 45;

    public static LocatedTheme? Read(ContentFiles files, string folder, Located id, YamlMap subjects, ContentProblems problems)
    {
        var path = $"{folder}/themes/{id.Value}.yaml";
        if (!files.Exists(path))
        {
            problems.Add(id, $"le thème « {id.Value} » n'a pas de fichier themes/{id.Value}.yaml");
            return null;
        }

        if (StrictYaml.Map(files, path, problems) is not { } map)
            return null;
        var own = map.Id("id");
        if (own.Value != id.Value)
            problems.Add(own, $"l'identifiant « {own.Value} » n'est pas le nom du fichier");
        var questions = map.Maps("questions").Select(question => ReadQuestion(question, subjects)).ToList();
        if (questions.Count == 0)
            map.Refuse("questions", "un thème a au moins une question");
        var theme = new Theme(id.Value, map.Text("title"), map.Number("weight", 1, 9), map.Text("introduction"), [.. questions.Select(each => each.Question)]);
        map.Close();
        return new(theme, own, [.. questions.Select(each => each.Id)]);
    }

    private static (Located Id, Question Question) ReadQuestion(YamlMap map, YamlMap subjects)
    {
        var id = map.Id("id");
        var text = map.Text("text");
        var help = map.Text("help");
        var options = Options(map);
        var recommendations = map.Map("recommendations");
        var question = new Question
        {
            Id = id.Value,
            Subject = Subject(subjects, id.Value),
            Text = text,
            Why = map.Text("why"),
            Help = help,
            AskWhom = map.Text("askWhom"),
            Evidence = map.Text("evidence"),
            Perspective = map.Choice("perspective", ContentWords.Perspectives),
            Weight = map.Number("weight", 1, 3),
            AllowsNotApplicable = map.Flag("allowsNotApplicable"),
            Options = options,
            Sources = map.Texts("sources"),
            Esms = Esms(map.OptionalMap("esms"), text, help, options),
            ForNothing = Recommended(recommendations?.Map("0")),
            ForBeginnings = Recommended(recommendations?.Map("1")),
            ForUnknown = Recommended(recommendations?.Map("unknown")),
        };
        if (question.Sources.Count == 0)
            map.Refuse("sources", "une question cite au moins une source");
        recommendations?.Close();
        map.Close();
        return (id, question);
    }

    private static string Subject(YamlMap subjects, string questionId)
    {
        var subject = subjects.Text(questionId);
        if (subject.Length > LongestSubject || subject.EndsWith('?') || subject.EndsWith('.'))
            subjects.Refuse(questionId, $"le sujet « {subject} » doit être un constat de 45 caractères au plus, sans point final : ce n'est pas une question");
        return subject;
    }

    private static IReadOnlyList<AnswerOption> Options(YamlMap map)
    {
        var labels = map.Texts("options");
        if (labels.Count != 4)
            map.Refuse("options", "une question a quatre descripteurs, de 0 à 3");
        return [.. labels.Select((label, value) => new AnswerOption(value, label))];
    }

    /// <summary>What the ESMS wording leaves out is as in the hospital.</summary>
    private static EsmsWording? Esms(YamlMap? map, string text, string help, IReadOnlyList<AnswerOption> options)
    {
        if (map is null)
            return null;
        var wording = new EsmsWording(map.OptionalText("text") ?? text, map.OptionalText("help") ?? help, map.Has("options") ? Options(map) : options);
        map.Close();
        return wording;
    }

    private static Recommendation Recommended(YamlMap? map)
    {
        if (map is null)
            return new(string.Empty, string.Empty, Effort.Small, string.Empty);
        var recommendation = new Recommendation(map.Text("why"), map.Text("how"), map.Choice("effort", ContentWords.Efforts), map.Text("who"));
        map.Close();
        return recommendation;
    }
}
