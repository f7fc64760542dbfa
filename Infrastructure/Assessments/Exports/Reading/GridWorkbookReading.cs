using CrisisKits.Domain.Assessments.Keeping;

namespace CrisisKits.Infrastructure.Assessments.Exports.Reading;

/// <summary>What a filled workbook says, line by line.</summary>
/// <param name="Answers">In the order of the lines.</param>
/// <param name="Faults">Each thing for which a line is refused, in the order of the lines, and at the end how many are not listed. A line with one fault gives no answer.</param>
/// <param name="Empty">Questions left without anything: neither taken nor refused.</param>
public sealed record GridWorkbookReading(IReadOnlyList<WorkbookAnswer> Answers, IReadOnlyList<WorkbookFault> Faults, int Empty);

/// <summary>An answer to decide on.</summary>
/// <param name="Row">As the spreadsheet shows it.</param>
/// <param name="Cell">Of the answer, « I7 ».</param>
/// <param name="Sent">What the line says.</param>
public sealed record WorkbookAnswer(int Row, string Cell, SentAnswer Sent);

/// <summary>Why a line is refused.</summary>
/// <param name="Row">As the spreadsheet shows it.</param>
/// <param name="Cell">« I7 ».</param>
/// <param name="Column">The title of the column.</param>
/// <param name="Code">Stable, for programs: <c>unreadable-answer</c>, <c>unknown-question</c>…</param>
/// <param name="Found">What stands in the cell, shortened; empty when it is empty.</param>
/// <param name="Message">In French: why it is refused, and what would be right.</param>
public sealed record WorkbookFault(int Row, string Cell, string Column, string Code, string Found, string Message);
