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
    public static IEnumerable<Block> Of(ExportedResult result)
    {
        yield return new PageBreak();
        yield return new Heading(1, Phrase.Of("Toutes les réponses"));
        if (result.Sheet.Answers.Any(kept => Texts(kept).Any(HasCodes)))
            yield return new Card(CardKind.Information, null,
            [
                Phrase.Line("Des caractères que la police de ce document ne sait pas écrire y figurent par leur code Unicode, comme «\u202F[U+1F600]\u202F». Le classeur Excel du résultat les montre tels quels."),
            ]);
        var answers = result.Sheet.Answers.ToDictionary(kept => kept.QuestionId, StringComparer.Ordinal);
        for (var index = 0; index < result.Grid.Themes.Count; index++)
        {
            var theme = result.Grid.Themes[index];
            yield return new Heading(2, Phrase.Of(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {theme.Title}")));
            for (var at = 0; at < theme.Questions.Count; at++)
                foreach (var block in Question(theme.Questions[at], string.Create(CultureInfo.InvariantCulture, $"{index + 1}.{at + 1}"), answers.GetValueOrDefault(theme.Questions[at].Id), result))
                    yield return block;
        }
    }

    /// <summary>A text as people typed it, after its label.</summary>
    public static IEnumerable<Block> Typed(string label, string? text)
    {
        var lines = text is null ? [] : LegibleText.Lines(text, out _);
        for (var line = 0; line < lines.Count; line++)
            yield return line == 0
                ? new Paragraph([.. Phrase.Of($"{label}\u202F: ", bold: true), new Text(lines[line])])
                : new Paragraph([new Text(lines[line])]);
    }

    private static IEnumerable<Block> Question(Question question, string number, KeptAnswer? kept, ExportedResult result)
    {
        var wording = ExportWords.Wording(question, result.Sheet.Assessment.Variant);
        yield return new KeepTogether(
        [
            new Heading(3, Phrase.Of($"{number} {wording.Text}"), InOutline: false),
            .. kept?.Given?.Answer is NotApplicable without ? Typed("Sans objet", without.Reason) : [Phrase.Labelled("Réponse", Said(kept?.Given?.Answer, wording))],
            .. kept?.Given is null ? [] : (IEnumerable<Block>)[Who(kept, result)],
        ]);
        if (kept?.Given is not { } given)
            yield break;
        foreach (var block in Typed("Commentaire", given.Comment).Concat(Typed("Preuve", given.Evidence)))
            yield return block;
    }

    private static Paragraph Who(KeptAnswer kept, ExportedResult result)
    {
        var who = $"{LegibleText.Line(result.NameOf(kept.Answered.By))}, le {ExportWords.Day(kept.Answered.At)}";
        return new([new Text(kept.ToConfirm ? $"À confirmer\u202F: réponse de l’autoévaluation précédente, donnée par {who}." : $"Répondu par {who}.")], ParagraphStyle.Small);
    }

    private static string Said(Answer? answer, EsmsWording wording) => answer switch
    {
        Chosen chosen => string.Create(CultureInfo.InvariantCulture, $"{chosen.Option} sur {Mark.MostPoints}. {ExportWords.Descriptor(wording, chosen.Option)}"),
        DontKnow => "je ne sais pas, à vérifier (compte 0).",
        _ => "pas encore donnée.",
    };

    private static IEnumerable<string?> Texts(KeptAnswer kept) => [(kept.Given?.Answer as NotApplicable)?.Reason, kept.Given?.Comment, kept.Given?.Evidence];

    private static bool HasCodes(string? text)
    {
        if (text is null)
            return false;
        LegibleText.Lines(text, out var replaced);
        return replaced;
    }
}
