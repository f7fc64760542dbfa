using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Drafts;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Web.Access;
using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Assessments.Plans;

/// <summary>Throws a draft away, once its reader has seen what would be lost and said so.</summary>
public sealed class DiscardModel(OpenAssessment open, DiscardAssessment discard) : PageModel
{
    public OpenedAssessment Opened { get; private set; } = null!;

    /// <summary>Why nothing was thrown away; null at first.</summary>
    public string? Error { get; private set; }

    public Assessment Assessment => Opened.Sheet.Sheet.Assessment;

    /// <summary>What was typed or chosen by people.</summary>
    public IReadOnlyList<KeptAnswer> Lost => [.. Opened.Sheet.Sheet.Answers.Where(kept => kept.Given is not null)];

    public IReadOnlyList<string> Authors => [.. Lost.Select(kept => Opened.Sheet.Names[kept.Answered.By]).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)];

    public Place Place => new(Opened.Acting.Establishment, "Abandonner", new Crumb("Autoévaluation", PageAddresses.Assessment(Opened.Acting.Finess, Assessment.Id)));

    public async Task<IActionResult> OnGetAsync(string finess, string id, CancellationToken cancellation) => await LoadAsync(finess, id, cancellation) ?? Page();

    /// <param name="finess">Of the establishment.</param>
    /// <param name="id">Of the draft.</param>
    /// <param name="seen">The revision whose losses were shown.</param>
    /// <param name="sure">Ticked.</param>
    /// <param name="cancellation">Stops it before it starts only.</param>
    public async Task<IActionResult> OnPostAsync(string finess, string id, long seen, bool sure, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, id, cancellation) is { } elsewhere)
            return elsewhere;
        if (!sure)
        {
            Error = "Cochez la case pour confirmer : rien n’a été effacé.";
            return Page();
        }

        var acted = await discard.RunAsync(this.Visit(finess), id, seen, cancellation);
        if (acted.Denied is { } denied)
            return this.Deny(denied);
        if (acted.Refusals.Contains(DiscardAssessment.AnswersChanged))
        {
            Error = FrenchTypography.Apply(DiscardAssessment.AnswersChanged.Message);
            return await LoadAsync(finess, id, cancellation) ?? Page();
        }

        if (acted.Value is null)
            return Redirect(PageAddresses.Assessment(Opened.Acting.Finess, id));
        this.SayDone("Le brouillon est abandonné, ses réponses sont effacées.");
        return Redirect(PageAddresses.Dashboard(Opened.Acting.Finess));
    }

    /// <summary>Null when the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(string finess, string id, CancellationToken cancellation)
    {
        var acted = await open.RunAsync(this.Visit(finess), id, cancellation);
        if ((acted.Denied ?? Refused(acted.Value!)) is { } denied)
            return this.Deny(denied);
        Opened = acted.Value!;
        // what is submitted stays: there is nothing to ask
        return Assessment.State == AssessmentState.Submitted ? Redirect(PageAddresses.Assessment(Opened.Acting.Finess, id)) : null;
    }

    private static AccessDecision? Refused(OpenedAssessment opened) => opened.Acting.May(Act.DiscardDraft) is { IsAllowed: false } refused ? refused : null;
}
