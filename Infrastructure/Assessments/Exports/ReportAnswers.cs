using System.Globalization;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>Every question of the report with what was said of it, whole.</summary>
internal static class ReportAnswers
{
    /// <summary>Characters of an answer that is never cut by the end of a page, about fifteen lines.</summary>
    private const int Short = 1500;

    public static IEnumerable<Block> Of(ExportedResult result)
    {
        yield return new Heading(1, Phrase.Of("Toutes les réponses"));
        if (result.Sheet.Answers.Any(kept => Texts(kept).Any(HasCodes)))
            yield return new Card(CardKind.Information, null,
            [
                Phrase.Line("Des caractères que la police de ce document ne sait pas écrire y figurent par leur code Unicode, comme «\u202F[U+0645]\u202F». Le classeur Excel du résultat les montre tels quels."),
            ]);
        var usual = Usual(result);
        if (usual is not null)
            yield return Phrase.Line($"Sauf mention contraire, répondu par {usual}.", ParagraphStyle.Small);
        var answers = result.Sheet.Answers.ToDictionary(kept => kept.QuestionId, StringComparer.Ordinal);
        for (var index = 0; index < result.Grid.Themes.Count; index++)
        {
            var theme = result.Grid.Themes[index];
            yield return new Heading(2, Phrase.Of(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {theme.Title}")));
            var questions = theme.Questions.Select((question, at) => Question(question, string.Create(CultureInfo.InvariantCulture, $"{index + 1}.{at + 1}"), answers.GetValueOrDefault(question.Id), usual, result)).ToArray();

            // the last page never holds a lone question
            var last = index == result.Grid.Themes.Count - 1 && questions.Length > 1 && questions[^2..].All(question => question is [KeepTogether]) ? 2 : 0;
            foreach (var block in questions[..^last].SelectMany(question => question))
                yield return block;
            if (last > 0)
                yield return new KeepTogether([.. questions[^last..].SelectMany(question => question)]);
        }
    }

    /// <summary>A text as people typed it, after its label.</summary>
    public static IEnumerable<Paragraph> Typed(string label, string? text)
    {
        var lines = text is null ? [] : LegibleText.Lines(text, out _);
        for (var line = 0; line < lines.Count; line++)
            yield return line == 0
                ? new Paragraph([.. Phrase.Of($"{label}\u202F: ", bold: true), new Text(lines[line])])
                : new Paragraph([new Text(lines[line])]);
    }

    /// <summary>A short answer stays whole; a long one keeps its beginning with its question, and who gave it with its end.</summary>
    private static IReadOnlyList<Block> Question(Question question, string number, KeptAnswer? kept, string? usual, ExportedResult result)
    {
        var wording = ExportWords.Wording(question, result.Sheet.Assessment.Variant);
        Block[] asked =
        [
            new Heading(3, Phrase.Of($"{number} {question.Subject}"), InOutline: false),
            Phrase.Line(wording.Text, ParagraphStyle.Small),
        ];
        if (kept?.Given is not { } given)
            return [new KeepTogether([.. asked, Phrase.Labelled("Réponse", "pas encore donnée.")])];
        Paragraph[] said =
        [
            .. given.Answer is NotApplicable without ? Typed("Sans objet", without.Reason) : [Phrase.Labelled("Réponse", Said(given.Answer, wording))],
            .. Typed("Commentaire", given.Comment), .. Typed("Preuve", given.Evidence),
        ];
        var who = Who(kept, usual, result);
        if (Texts(kept).Sum(text => text?.Length ?? 0) <= Short && said.Length < 12)
            return [new KeepTogether([.. asked, .. said, .. who is null ? [] : (Block[])[Phrase.Line(who, ParagraphStyle.Small)]])];
        return
        [
            new KeepTogether([.. asked, said[0]]),
            .. said[1..^1],
            who is null ? said[^1] : new Paragraph([.. said[^1].Content, new LineBreak(), new Text(who, Italic: true)]),
        ];
    }

    /// <summary>Who gave more of the answers than anybody else, and on which day: it is said once; null when it is not worth it.</summary>
    private static string? Usual(ExportedResult result) => result.Sheet.Answers
        .Where(kept => kept is { Given: not null, ToConfirm: false }).GroupBy(kept => By(kept, result), StringComparer.Ordinal)
        .Where(same => same.Count() > 1).MaxBy(same => same.Count())?.Key;

    private static string? Who(KeptAnswer kept, string? usual, ExportedResult result)
    {
        var who = By(kept, result);
        if (kept.ToConfirm)
            return $"À confirmer\u202F: réponse de l’autoévaluation précédente, donnée par {who}.";
        return who == usual ? null : $"Répondu par {who}.";
    }

    private static string By(KeptAnswer kept, ExportedResult result) =>
        $"{LegibleText.Line(result.NameOf(kept.Answered.By))}, le {ExportWords.Day(kept.Answered.At)}";

    private static string Said(Answer answer, EsmsWording wording) => answer is Chosen chosen
        ? string.Create(CultureInfo.InvariantCulture, $"{chosen.Option} sur {Mark.MostPoints}. {ExportWords.Descriptor(wording, chosen.Option)}")
        : "je ne sais pas, à vérifier (compte 0).";

    private static IEnumerable<string?> Texts(KeptAnswer kept) => [(kept.Given?.Answer as NotApplicable)?.Reason, kept.Given?.Comment, kept.Given?.Evidence];

    private static bool HasCodes(string? text)
    {
        if (text is null)
            return false;
        LegibleText.Lines(text, out var replaced);
        return replaced;
    }
}
