using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Assessments;

/// <summary>
/// The fewest steps that reach the level just above or higher. A step raises one answer by one descriptor; <em>je ne sais pas</em>
/// starts at 0; <em>sans objet</em> is never a step. Gates are opened first, trying each condition that could open them, then the
/// steps of greatest gain fill what the score still lacks. Ties: greatest gain in all, then question weight, then grid order.
/// </summary>
public static class NextLevelAdvice
{
    public static NextLevel? Of(AnswerSheet sheet, LevelDecision decision, StepGains gains)
    {
        if (sheet.Provisional || decision.Level == KitLevel.Advanced)
            return null;
        var target = decision.Level + 1;
        var climb = new Climb(sheet, decision, gains, target);
        return new(target, climb.Shown(climb.Best()));
    }

    /// <summary>One search: which answers may still rise, what a step of each brings, what the score lacks.</summary>
    private sealed class Climb
    {
        private readonly AnswerSheet _sheet;
        private readonly IReadOnlyList<long> _gains;
        private readonly int[] _byGain;
        private readonly long _lacking;
        private readonly Gate[] _shut;
        private Raises? _best;

        public Climb(AnswerSheet sheet, LevelDecision decision, StepGains gains, KitLevel target)
        {
            _sheet = sheet;
            _gains = gains.Each;
            _byGain =
            [
                .. Enumerable.Range(0, sheet.Marks.Count).Where(position => sheet.Marks[position].Points < Mark.MostPoints)
                    .OrderByDescending(position => _gains[position])
                    .ThenByDescending(position => sheet.Marks[position].Question.Weight),
            ];
            _lacking = gains.Lacking(decision.Overall, sheet.Grid.Bands.First(band => band.Level >= target).From);
            _shut = [.. decision.Gates.Where(gate => gate.Cap < target)];
        }

        public int[] Best()
        {
            Open(0, new int[_sheet.Marks.Count]);
            return _best!.Steps;
        }

        /// <summary>À vérifier first, then by gain, question weight and grid order; all steps of a question as one.</summary>
        public Step[] Shown(int[] raises) =>
        [
            .. _byGain.Where(position => raises[position] > 0)
                .OrderBy(position => _sheet.Marks[position].Answer is not DontKnow)
                .Select(position => (_sheet.Marks[position], Raise: raises[position]))
                .Select(raised => raised.Item1 is { Answer: DontKnow } unknown
                    ? new Step(unknown.Question, null, raised.Raise)
                    : new Step(raised.Item1.Question, raised.Item1.Points, raised.Item1.Points!.Value + raised.Raise)),
        ];

        private void Open(int index, int[] raises)
        {
            if (index == _shut.Length)
            {
                Keep(Fill(raises));
                return;
            }

            var gate = _shut[index];
            if (gate.When.Any(condition => Missing(condition, raises) <= 0))
            {
                Open(index + 1, raises);
                return;
            }

            foreach (var condition in gate.When)
            {
                var position = _sheet.PositionOf(condition.QuestionId);
                var opened = (int[])raises.Clone();
                opened[position] += Missing(condition, raises);
                Open(index + 1, opened);
            }
        }

        /// <summary>Steps still needed on a question for the condition no longer to hold.</summary>
        private int Missing(GateCondition condition, int[] raises)
        {
            var position = _sheet.PositionOf(condition.QuestionId);
            return condition.AtMost + 1 - raises[position] - _sheet.Marks[position].Points!.Value;
        }

        private Raises Fill(int[] raises)
        {
            var filled = (int[])raises.Clone();
            var lacking = _lacking;
            for (var position = 0; position < filled.Length; position++)
                if (filled[position] > 0)
                    lacking -= _gains[position] * filled[position];

            foreach (var position in _byGain)
            {
                if (lacking <= 0)
                    break;
                var room = Mark.MostPoints - _sheet.Marks[position].Points!.Value - filled[position];
                var steps = (int)Math.Min(room, 1 + ((lacking - 1) / _gains[position]));
                filled[position] += steps;
                lacking -= _gains[position] * steps;
            }

            var weight = filled.Select((steps, position) => steps * _sheet.Marks[position].Question.Weight).Sum();
            return new(filled, filled.Sum(), lacking, weight);
        }

        private void Keep(Raises candidate)
        {
            if (_best is null || candidate.IsBetterThan(_best))
                _best = candidate;
        }
    }

    /// <summary>Steps per question, with what ranks one set of steps before another.</summary>
    /// <param name="Steps">By position in the grid.</param>
    /// <param name="Count">Steps in all.</param>
    /// <param name="Lacking">What the score lacks afterwards; the further below zero, the greater the gain.</param>
    /// <param name="Weight">Question weights of the steps, added up.</param>
    private sealed record Raises(int[] Steps, int Count, long Lacking, int Weight)
    {
        public bool IsBetterThan(Raises other)
        {
            if (Count != other.Count)
                return Count < other.Count;
            if (Lacking != other.Lacking)
                return Lacking < other.Lacking;
            return Weight != other.Weight ? Weight > other.Weight : Steps.AsSpan().SequenceCompareTo(other.Steps) > 0;
        }
    }
}
