using System.Collections.Immutable;
using System.Globalization;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Assessments.Exports;
using CsCheck;

namespace CrisisKits.Tests.Support;

/// <summary>Kept assessments on the shipped grid, to be exported.</summary>
internal static class AnExport
{
    public static readonly Establishment Hospital = AnEstablishment.At("639999010", "63999", category: "355") with { Name = "Centre hospitalier de Valbrune" };
    public static readonly Establishment Ehpad = AnEstablishment.At("639999028", "63999", category: "500") with { Name = "EHPAD Les Tilleuls" };

    public static Grid Grid => ShippedContent.Grids.Current;

    /// <summary>A draft of <see cref="Hospital"/> that a workbook is read into.</summary>
    public static readonly Assessment Empty = StartDraft.Run("d", Hospital, ShippedContent.Grids.Current, null, null, ADraft.LastYear).Value!.Assessment;

    /// <summary>Texts that programs, formats or fonts could spoil.</summary>
    public static readonly string[] Awkward =
    [
        "=1+1", "+33 1 99 00 12 34", "-2", "@SUM(A1)", "'apostrophe en tête", "=HYPERLINK(\"http://x.example\";\"ici\")", "deux\nlignes\n\net demie", "une\ttabulation",
        "guillemets \" et ; et , et <b>&amp;</b>", "_x0041_ et _x005F_", "😀 👩‍⚕️", "مرحبا بالعالم", "U+FFFD \uFFFD", "e\u0301 décomposé", "☐ à cocher", "100 %", "0102030405",
    ];

    private static readonly string[] Pieces = ["é", "=", "W\U0001F600", "mot "];

    /// <summary>Any text that may be kept: awkward ones, and strings of anything up to the longest.</summary>
    public static Gen<string?> Text(int longest) => Gen.Frequency(
        (2, Nothing<string>()),
        (3, Gen.Int[0, Awkward.Length - 1].Select(string? (index) => Awkward[index])),
        (1, Gen.Int[0, Pieces.Length - 1].Select(string? (index) => string.Concat(Enumerable.Repeat(Pieces[index], longest / Pieces[index].Length)))),
        (3, Gen.String[0, 60].Where(text => new GivenAnswer(new DontKnow("q"), text).Tidied().RefuseTexts() is null).Select(string? (text) => text)));

    public static Gen<GivenAnswer> Given(Question question) => Gen.Select(
        Gen.Int[-2, 3], Text(GivenAnswer.LongestReason), Text(GivenAnswer.LongestComment), Text(GivenAnswer.LongestEvidence), (option, reason, comment, evidence) => new GivenAnswer(
            option switch
            {
                >= 0 => new Chosen(question.Id, option),
                -1 when question.AllowsNotApplicable => new NotApplicable(question.Id, "Pas d'urgences : " + reason),
                _ => new DontKnow(question.Id),
            },
            comment,
            evidence).Tidied()).Where(given => given.RefuseTexts() is null);

    /// <summary>Sheets in any state, from empty to full.</summary>
    public static readonly Gen<KeptSheet> Sheets = ShippedContent.Grids.Current.Questions
        .Select(question => Gen.Frequency((1, Nothing<GivenAnswer>()), (3, Given(question).Select(GivenAnswer? (given) => given))))
        .Aggregate(
            Gen.Const(ImmutableList<GivenAnswer>.Empty),
            (some, one) => Gen.Select(some, one, (answers, answer) => answer is null ? answers : answers.Add(answer)))
        .Select(answers => Draft(answers));

    public static KeptSheet Draft(IEnumerable<GivenAnswer> answers, Establishment? establishment = null)
    {
        var draft = StartDraft.Run("d", establishment ?? Hospital, Grid, null, null, ADraft.LastYear).Value!;
        return draft with { Answers = [.. answers.Select(given => new KeptAnswer(given.Answer.QuestionId, given, 1, false, ADraft.Stamp("ann", 2026)))] };
    }

    /// <summary>Every question answered; comments and evidence each hold a word of their own.</summary>
    public static KeptSheet Full(Func<Question, int, Answer>? answer = null, Establishment? establishment = null) => Draft(
        Grid.Questions.Select((question, index) => new GivenAnswer(
            answer?.Invoke(question, index) ?? new Chosen(question.Id, index % 4), Token("commentaire", index), Token("preuve", index))),
        establishment);

    public static string Token(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}-{index:00}-zq");

    public static ExportedResult Provisional(KeptSheet sheet) => Result(sheet, null);

    public static ExportedResult Submitted(KeptSheet sheet, KitChoice? choice = null)
    {
        var outcome = Submission.Run(sheet, Grid, "2026.1", choice ?? KitChoice.Recommended, new("ann", new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero)));
        Assert.That(outcome.Refusals, Is.Empty);
        return Result(sheet with { Assessment = outcome.Value!.Assessment }, outcome.Value.Result);
    }

    private static Gen<T?> Nothing<T>()
        where T : class => Gen.Const(0).Select(T? (_) => null);

    private static ExportedResult Result(KeptSheet sheet, SubmittedResult? kept) => new()
    {
        Establishment = sheet.Assessment.Finess == Ehpad.Finess ? Ehpad : Hospital,
        Grid = Grid,
        Sheet = sheet,
        Score = Scoring.Run(Grid.Sheet(sheet.Given)),
        Result = kept,
        Kits = ShippedContent.Kits.Current,
        Earlier = null,
        NameOf = id => id == "ann" ? "Anne Martin" : "Bob Petit",
    };
}
