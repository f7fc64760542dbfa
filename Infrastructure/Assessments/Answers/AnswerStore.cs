using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Assessments.Themes;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Assessments.Answers;

/// <summary>An assessment with its answers and what the people it names are called.</summary>
/// <param name="Names">By id: who answered, who submitted, who is in charge of a theme and who said so.</param>
public sealed record NamedSheet(KeptSheet Sheet, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>At most one a theme.</summary>
    public IReadOnlyList<ThemeAssignment> Assignments { get; init; } = [];
}

/// <summary>An assessment with the answer to one question, if there ever was one, and who gave it.</summary>
public sealed record FoundAnswer(Assessment Assessment, KeptAnswer? Answer, string AnsweredBy);

/// <summary>Reads and writes answers in an act of its caller.</summary>
public sealed class AnswerStore(SqlSession session)
{
    private const string Option = "option";
    private const string Unknown = "dont-know";
    private const string Without = "not-applicable";

    private static readonly SqlText FindAnswer = SqlText.Of<AnswerStore>("FindAnswer");
    private static readonly SqlText ReadSheet = SqlText.Of<AnswerStore>("ReadSheet");
    private static readonly SqlText AddAnswer = SqlText.Of<AnswerStore>("AddAnswer");
    private static readonly SqlText ChangeAnswer = SqlText.Of<AnswerStore>("ChangeAnswer");
    private static readonly SqlText DeleteAnswers = SqlText.Of<AnswerStore>("DeleteAnswers");

    /// <summary>Null when the establishment has no such assessment. One statement: saving an answer reads no more than it must.</summary>
    public async Task<FoundAnswer?> FindAsync(FinessNumber finess, string id, string questionId) =>
        await session.FindAsync<AnswerRow>(FindAnswer, new { Id = id, Finess = finess.Value, QuestionId = questionId }) is { } row
            ? new(row.ToAssessment(), row.ToAnswer(), row.AnsweredByName ?? string.Empty)
            : null;

    /// <summary>
    /// Null when the establishment has no such assessment. The answers are of one instant on both engines; who is in charge of a theme, which decides
    /// nothing, is read apart.
    /// </summary>
    public async Task<NamedSheet?> ReadSheetAsync(FinessNumber finess, string id)
    {
        var rows = await session.ListAsync<AnswerRow>(ReadSheet, new { Id = id, Finess = finess.Value });
        if (rows is not [var first, ..])
            return null;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.AnsweredBy is not null))
            names[row.AnsweredBy!] = row.AnsweredByName!;
        if (first.SubmittedBy is not null)
            names[first.SubmittedBy] = first.SubmittedByName!;
        return new(new(first.ToAssessment(), [.. rows.Select(row => row.ToAnswer()).OfType<KeptAnswer>()]), names)
        {
            Assignments = await new AssignmentStore(session).ListAsync(id, names),
        };
    }

    /// <summary>The first answers of an assessment just added.</summary>
    public Task AddAllAsync(string assessmentId, IReadOnlyList<KeptAnswer> answers) =>
        session.ExecuteEachAsync(AddAnswer, [.. answers.Select(answer => Values(assessmentId, answer))]);

    /// <summary>Keeps a version of an answer over the one before it; false, and nothing changed, when that is no longer what is there.</summary>
    public async Task<bool> SaveAsync(string assessmentId, KeptAnswer answer)
    {
        try
        {
            return await session.ExecuteAsync(answer.Version == 1 ? AddAnswer : ChangeAnswer, Values(assessmentId, answer)) == 1;
        }
        catch (UniqueViolationException)
        {
            return false;
        }
    }

    public Task DeleteAllAsync(string assessmentId) => session.ExecuteAsync(DeleteAnswers, new { Id = assessmentId });

    private static object Values(string assessmentId, KeptAnswer kept) => new
    {
        AssessmentId = assessmentId,
        kept.QuestionId,
        Kind = kept.Given?.Answer switch
        {
            null => null,
            Chosen => Option,
            DontKnow => Unknown,
            _ => Without,
        },
        Points = (kept.Given?.Answer as Chosen)?.Option,
        (kept.Given?.Answer as NotApplicable)?.Reason,
        kept.Given?.Comment,
        kept.Given?.Evidence,
        kept.Version,
        kept.ToConfirm,
        AnsweredBy = kept.Answered.By,
        AnsweredAt = kept.Answered.At,
    };

    private sealed record AnswerRow : AssessmentRow
    {
        public string? SubmittedByName { get; init; }
        public string? QuestionId { get; init; }
        public string? Kind { get; init; }
        public int? Points { get; init; }
        public string? Reason { get; init; }
        public string? Comment { get; init; }
        public string? Evidence { get; init; }
        public int? Version { get; init; }
        public bool? ToConfirm { get; init; }
        public string? AnsweredBy { get; init; }
        public DateTimeOffset? AnsweredAt { get; init; }
        public string? AnsweredByName { get; init; }

        public KeptAnswer? ToAnswer() => QuestionId is null
            ? null
            : new(QuestionId, Kind is null ? null : new(Said(QuestionId), Comment, Evidence), Version!.Value, ToConfirm!.Value, new(AnsweredBy!, AnsweredAt!.Value));

        private Answer Said(string questionId) => Kind switch
        {
            Option => new Chosen(questionId, Points!.Value),
            Without => new NotApplicable(questionId, Reason!),
            _ => new DontKnow(questionId),
        };
    }
}
