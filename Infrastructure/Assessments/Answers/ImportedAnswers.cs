using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Assessments.Exports.Reading;

namespace CrisisKits.Infrastructure.Assessments.Answers;

/// <summary>A line of the workbook that can be kept.</summary>
/// <param name="Row">As the spreadsheet shows it.</param>
/// <param name="QuestionId">Its question.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Replaced">The answer it takes the place of, and by what; null when it changes none.</param>
public sealed record ImportedLine(int Row, string QuestionId, ImportEffect Effect, BothAnswers? Replaced);

/// <summary>A line of the workbook that cannot.</summary>
/// <param name="Fault">Where and why.</param>
/// <param name="Between">The two answers to choose from, when the line is right in itself; null otherwise.</param>
public sealed record RefusedLine(WorkbookFault Fault, BothAnswers? Between);

/// <param name="Current">The one that is kept; null once cleared.</param>
/// <param name="By">The name of who gave or cleared it.</param>
/// <param name="Mine">The one of the workbook.</param>
public sealed record BothAnswers(KeptAnswer? Current, string By, GivenAnswer Mine);

/// <summary>What an import did, or would do. With a refused line, nothing was changed.</summary>
public sealed record ImportedAnswers(IReadOnlyList<ImportedLine> Lines, IReadOnlyList<RefusedLine> Refused, int Empty);
