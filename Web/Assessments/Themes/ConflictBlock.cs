using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Web.Shared;

namespace CrisisKits.Web.Assessments.Themes;

/// <summary>Two answers to one question, side by side, for a person to choose.</summary>
/// <param name="Question">As shown on the page, with its number.</param>
/// <param name="Mine">What was to be kept.</param>
/// <param name="Theirs">What is there.</param>
/// <param name="MineSide">In words.</param>
/// <param name="TheirSide">In words.</param>
/// <param name="Who">The line under the question once theirs is chosen; empty when it was cleared.</param>
/// <param name="IsLive">Shown by a script, which acts at once; otherwise chosen with the rest of a form.</param>
public sealed record ConflictBlock(
    QuestionBlock Question, TypedAnswer Mine, TypedAnswer Theirs, ConflictSide MineSide, ConflictSide TheirSide, string Who, bool IsLive = false)
{
    /// <summary>« Garder celle de Colette Brigade ».</summary>
    public required string KeepTheirs { get; init; }

    public string Name(string field) => $"{Question.Id}.{field}";

    public static ConflictBlock Of(QuestionBlock question, TypedAnswer mine, Met met)
    {
        var theirs = TypedAnswer.Of(question.Id, met.Current);
        var title = met.IsOwn
            ? $"Celle que vous avez donnée ailleurs{At(met)}"
            : met.By.Length > 0 ? $"Celle de {met.By}{At(met)}" : "Ce qui est enregistré";
        var who = met.Current is { Given: not null } ? QuestionBlock.SayWho(met.Current, met.By) : string.Empty;
        return new(question, mine, theirs, ConflictSide.Of("La vôtre", mine, theirs, question.Wording), ConflictSide.Of(title, theirs, mine, question.Wording), who)
        {
            KeepTheirs = met.IsOwn || met.By.Length == 0 ? "Garder l’autre" : $"Garder celle de {met.By}",
        };
    }

    private static string At(Met met) => met.Current is null ? string.Empty : $", {FrenchTime.DayAndHour(met.Current.Answered.At)}";
}

/// <summary>One of the two answers, in words.</summary>
/// <param name="Title">Whose.</param>
/// <param name="Said">The answer itself.</param>
/// <param name="Texts">By name, those that either answer has; what the other lacks is told apart.</param>
public sealed record ConflictSide(string Title, string Said, IReadOnlyList<(string Name, IReadOnlyList<Piece> Pieces)> Texts)
{
    public static ConflictSide Of(string title, TypedAnswer answer, TypedAnswer other, EsmsWording wording)
    {
        var texts = new List<(string, IReadOnlyList<Piece>)>();
        void Add(string name, string text, string beside)
        {
            if (text.Length + beside.Length > 0)
                texts.Add((name, TextDifference.Run(text, beside)));
        }

        Add("Motif", ReasonOf(answer), ReasonOf(other));
        Add("Commentaire", answer.Comment, other.Comment);
        Add("Preuve", answer.Evidence, other.Evidence);
        return new(title, Words(answer.Said, wording), texts);
    }

    private static string ReasonOf(TypedAnswer answer) => answer.Said == TypedAnswer.Without ? answer.Reason : string.Empty;

    private static string Words(string said, EsmsWording wording) => said switch
    {
        "" => "Réponse effacée",
        TypedAnswer.Unknown => "Je ne sais pas",
        TypedAnswer.Without => "Sans objet",
        _ => wording.Options.FirstOrDefault(option => $"{option.Value}" == said) is { } chosen ? $"{chosen.Value}. {chosen.Label}" : said,
    };
}
