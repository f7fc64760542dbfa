using System.Globalization;
using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Establishments.Fictitious;

/// <summary>A submitted assessment with all its answers and its result.</summary>
internal sealed record FictitiousAssessment(Assessment Assessment, IReadOnlyList<KeptAnswer> Answers, SubmittedResult Result);

/// <summary>Answers drawn around a maturity, scored by the rules that real ones go through.</summary>
internal sealed class FictitiousAssessments(Grid grid, string kitVersion, string personId)
{
    private static readonly string[] Comments =
    [
        "Vu en réunion de direction.", "À reprendre avec le prestataire.", "La procédure existe, peu de cadres la connaissent.", "Testé de nuit une seule fois.",
        "Le classeur papier est au standard.", "En attente de l'arbitrage budgétaire.", "Fait pour les urgences, pas encore pour les autres services.",
        "Les astreintes ont changé depuis le printemps.", "Le RETEX l'avait signalé.", "Mutualisé avec le groupement.", "Document daté de plus de deux ans.",
        "À vérifier auprès de la pharmacie.",
    ];

    private static readonly string[] Evidence = ["Compte rendu du comité de pilotage", "Intranet qualité, dossier Crise", "Classeur de la cellule de crise", "Main courante de l'exercice"];

    private readonly Question[] _questions = [.. grid.Questions];

    /// <param name="establishment">Whose it is.</param>
    /// <param name="maturity">From 0 to 1.</param>
    /// <param name="submitted">When.</param>
    /// <param name="random">Decides everything else.</param>
    public FictitiousAssessment Make(Establishment establishment, double maturity, DateTimeOffset submitted, Random random)
    {
        var by = new Stamp(personId, submitted);
        var answers = _questions.Select(question => new KeptAnswer(question.Id, Answer(question, maturity, random), 1, false, by)).ToArray();
        var draft = new Assessment
        {
            Id = IdAt(submitted, random),
            Finess = establishment.Finess,
            GridVersion = grid.Version,
            Variant = establishment.Variant,
            Created = new(personId, submitted.AddDays(-random.Next(1, 20))),
            Submitted = null,
            ShareDetail = random.Next(100) < 35,
            CopiedFrom = null,
        };
        var level = random.Next(100) switch { < 90 => (KitLevel?)null, < 97 => KitLevel.Beginner, _ => KitLevel.Intermediate };
        var choice = new KitChoice(level, level is null ? null : "Choisi avec la direction.");
        var closed = Submission.Run(new(draft, answers), grid, kitVersion, choice, by);
        return closed.Accepted
            ? new(closed.Value.Assessment, answers, closed.Value.Result)
            : throw new InvalidOperationException(closed.Refusals[0].Message);
    }

    private static GivenAnswer Answer(Question question, double maturity, Random random)
    {
        // the sum of three draws is bell-shaped enough
        var drawn = 3 * maturity + 1.3 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        Answer answer = random.Next(100) switch
        {
            < 4 => new DontKnow(question.Id),
            < 8 when question.AllowsNotApplicable => new NotApplicable(question.Id, "Activité confiée au siège."),
            _ => new Chosen(question.Id, Math.Clamp((int)Math.Round(drawn), 0, 3)),
        };
        return new(answer, Some(random, 12, Comments), Some(random, 8, Evidence));
    }

    private static string? Some(Random random, int percent, string[] texts) => random.Next(100) < percent ? texts[random.Next(texts.Length)] : null;

    /// <summary>A UUIDv7 whose random part is drawn, so that the same seed gives the same ids.</summary>
    private static string IdAt(DateTimeOffset instant, Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $"{instant.ToUnixTimeMilliseconds():x12}7{random.Next(0x1000):x3}{0x8000 | random.Next(0x4000):x4}{random.NextInt64(1L << 48):x12}");
}
