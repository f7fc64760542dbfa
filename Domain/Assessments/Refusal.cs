namespace CrisisKits.Domain.Assessments;

/// <summary>A rule that says no: a stable code, where it was broken, and in French why and what would be right.</summary>
/// <param name="Code">Stable, for programs: <c>unknown-question</c>, <c>nothing-applicable</c>…</param>
/// <param name="AnswerIndex">Position of the refused answer among those given; null when the sheet as a whole is refused.</param>
/// <param name="Field">Which part of the answer: <c>questionId</c>, <c>option</c> or <c>notApplicable</c>; null for the whole sheet.</param>
/// <param name="Message">For people.</param>
public sealed record Refusal(string Code, int? AnswerIndex, string? Field, string Message);
