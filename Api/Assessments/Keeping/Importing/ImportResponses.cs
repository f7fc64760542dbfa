using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Assessments.Answers;

namespace CrisisKits.Api.Assessments.Keeping.Importing;

/// <summary>Ce qu'a fait un import, ou ce qu'il ferait.</summary>
/// <param name="DryRun">Vrai : rien n'a été changé.</param>
/// <param name="Added">Les questions qui n'avaient pas de réponse.</param>
/// <param name="Changed">Celles dont la réponse change.</param>
/// <param name="Confirmed">Celles dont la réponse de l'autoévaluation précédente est confirmée telle quelle.</param>
/// <param name="Unchanged">Celles qui avaient déjà cette réponse.</param>
/// <param name="ToConfirm">Celles que le classeur laisse à confirmer : rien n'y est fait.</param>
/// <param name="Empty">Les lignes laissées vides.</param>
/// <param name="Lines">Les lignes lues sans erreur.</param>
/// <param name="Faults">Les lignes refusées ; tant qu'il y en a une, rien n'est repris.</param>
public sealed record ImportResponse(
    bool DryRun, int Added, int Changed, int Confirmed, int Unchanged, int ToConfirm, int Empty,
    IReadOnlyList<ImportLineResponse> Lines, IReadOnlyList<ImportFaultResponse> Faults)
{
    public static ImportResponse Of(ImportedAnswers imported, bool dryRun)
    {
        return new(
            dryRun, Count(ImportEffect.Added), Count(ImportEffect.Changed), Count(ImportEffect.Confirmed), Count(ImportEffect.Unchanged),
            Count(ImportEffect.ToConfirm), imported.Empty,
            [.. imported.Lines.Select(line => new ImportLineResponse(line.Row, line.QuestionId, line.Effect, BothAnswersResponse.Of(line.Replaced)))],
            [.. imported.Refused.Select(ImportFaultResponse.Of)]);

        int Count(ImportEffect effect) => imported.Lines.Count(line => line.Effect == effect);
    }
}

/// <summary>Une ligne lue sans erreur.</summary>
/// <param name="Row">Dans la feuille, à partir de 1.</param>
/// <param name="QuestionId">La question.</param>
/// <param name="Effect">added, changed, confirmed, unchanged ou toConfirm.</param>
/// <param name="Replaced">La réponse remplacée et celle qui la remplace ; null quand rien n'est remplacé.</param>
public sealed record ImportLineResponse(int Row, string QuestionId, ImportEffect Effect, BothAnswersResponse? Replaced);

/// <summary>Une ligne refusée : où, ce qui a été lu, pourquoi et ce qui conviendrait.</summary>
/// <param name="Row">Dans la feuille, à partir de 1.</param>
/// <param name="Cell">La cellule, par exemple H12.</param>
/// <param name="Column">Le titre de la colonne.</param>
/// <param name="Code">Stable.</param>
/// <param name="Found">Ce qui a été lu.</param>
/// <param name="Message">En français.</param>
/// <param name="Between">Les deux réponses entre lesquelles choisir ; null quand l'erreur est dans la ligne elle-même.</param>
public sealed record ImportFaultResponse(int Row, string Cell, string Column, string Code, string Found, string Message, BothAnswersResponse? Between)
{
    public static ImportFaultResponse Of(RefusedLine line)
    {
        var fault = line.Fault;
        return new(fault.Row, fault.Cell, fault.Column, fault.Code, fault.Found, fault.Message, BothAnswersResponse.Of(line.Between));
    }
}

/// <summary>Deux réponses à la même question.</summary>
/// <param name="Current">Celle qui est enregistrée ; null si elle a été effacée.</param>
/// <param name="Mine">Celle du classeur.</param>
public sealed record BothAnswersResponse(AnswerResponse? Current, SaidAnswer Mine)
{
    public static BothAnswersResponse? Of(BothAnswers? both) => both is null ? null : new(AnswerResponse.Of(both.Current, both.By), new(both.Mine));
}
