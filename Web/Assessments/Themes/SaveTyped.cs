using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Web.Assessments.Themes;

/// <summary>What became of the fields of one question: kept, not kept for a reason, or not allowed.</summary>
/// <param name="Kept">What is there now; null when it was cleared already.</param>
/// <param name="By">The name of who gave it.</param>
public sealed record SavedTyped(KeptAnswer? Kept, string By, Unkept? Unkept, AccessDecision? Denied);

/// <summary>Keeps what the fields of one question say. Two people who say the same do not collide.</summary>
public sealed class SaveTyped(AnswerQuestion answer, ClearQuestion clear)
{
    /// <param name="visit">Who, and where.</param>
    /// <param name="id">Of the assessment.</param>
    /// <param name="typed">Without a choice, what is kept is cleared.</param>
    /// <param name="cancellationToken">Stops it before it starts only.</param>
    public async Task<SavedTyped> RunAsync(Visit visit, string id, TypedAnswer typed, CancellationToken cancellationToken)
    {
        try
        {
            var acted = typed.ToGiven() is { } given
                ? await answer.RunAsync(visit, id, given, typed.Expected, cancellationToken)
                : await clear.RunAsync(visit, id, typed.QuestionId, typed.Expected, cancellationToken);
            return acted switch
            {
                { Denied: { } denied } => new(null, string.Empty, null, denied),
                { Value: { } reply } => Settle(reply, typed, visit),
                { Refusals: [{ Code: "not-answered" }] } => new(null, string.Empty, null, null),
                _ => Unkept(typed, Say(acted.Refusals[0])),
            };
        }
        catch (StorageUnavailableException)
        {
            return Unkept(typed, new(StorageField, "Le service n’a pas pu enregistrer cette réponse (base de données indisponible). Elle reste affichée ici : réessayez dans un moment."));
        }
    }

    /// <summary>The <see cref="Trouble.Field"/> when nothing typed is at fault.</summary>
    public const string StorageField = "storage";

    private static SavedTyped Settle(AnswerReply reply, TypedAnswer typed, Visit visit) => reply.Outcome switch
    {
        AnswerOutcome.Kept kept => new(kept.Answer, reply.AnsweredBy, null, null),
        AnswerOutcome.Conflict met when met.Current is { ToConfirm: false } && met.Current.Given == met.Mine => new(met.Current, reply.AnsweredBy, null, null),
        AnswerOutcome.Conflict met => new(null, string.Empty, new(typed, null, new(met.Current, reply.AnsweredBy, met.Current?.Answered.By == visit.PersonId)), null),
        _ => throw new InvalidOperationException($"{reply.Outcome} of an answer that says what it expects."),
    };

    private static SavedTyped Unkept(TypedAnswer typed, Trouble trouble) => new(null, string.Empty, new(typed, trouble, null), null);

    /// <summary>The refusals of the API name its fields; those people can meet here name what they see.</summary>
    private static Trouble Say(Refusal refusal) => new(
        refusal.Field switch
        {
            "notApplicable" => "reason",
            "comment" or "evidence" => refusal.Field,
            _ => "said",
        },
        refusal.Code switch
        {
            "option-out-of-range" => "Choisissez l’une des réponses proposées.",
            "not-applicable-refused" => "Cette question concerne tous les établissements : choisissez un descripteur, ou « Je ne sais pas ».",
            _ => FrenchTypography.Apply(refusal.Message),
        });
}
