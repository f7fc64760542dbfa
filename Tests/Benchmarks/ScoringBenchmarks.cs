using BenchmarkDotNet.Attributes;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Tests.Benchmarks;

/// <summary>Targets: a full sheet of the current grid read and scored in under 20 µs, its path to the next level found in under 1 ms.</summary>
[InProcess]
[MemoryDiagnoser]
[MinColumn, MedianColumn]
public class ScoringBenchmarks
{
    private readonly Grid _grid = new GridLibrary(ContentFiles.Embedded()).Current;
    private Answer[] _answers = [];
    private AnswerSheet _sheet = null!;
    private LevelDecision _decision = null!;

    /// <summary>Everything at 0 is the longest way up: every gate to open; the mixed sheet holds each kind of answer.</summary>
    [Params("mixed", "all 0")]
    public string Answers { get; set; } = "mixed";

    [GlobalSetup]
    public void Setup()
    {
        _answers = [.. _grid.Questions.Select((question, index) => Answers == "all 0" ? new Chosen(question.Id, 0) : Mixed(question, index))];
        _sheet = AnswerSheet.Read(_grid, _answers).Sheet!;
        _decision = LevelDecision.Of(_sheet, Assumption.None);
    }

    [Benchmark]
    public Score FullSheet() => Scoring.Run(AnswerSheet.Read(_grid, _answers).Sheet!);

    [Benchmark]
    public NextLevel? PathToNextLevel() => NextLevelAdvice.Of(_sheet, _decision, StepGains.Of(_sheet, _decision));

    private static Answer Mixed(Question question, int index) => (index % 6, question.AllowsNotApplicable) switch
    {
        (4, _) => new DontKnow(question.Id),
        (5, true) => new NotApplicable(question.Id, "Sans activité."),
        var (kind, _) => new Chosen(question.Id, kind % 4),
    };
}
