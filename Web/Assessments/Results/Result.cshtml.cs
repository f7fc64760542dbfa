using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Web.Access;
using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Assessments.Results;

/// <summary>A submitted result: what to do next, then why, then the figures. A draft has none yet: its address leads to its review.</summary>
public sealed class ResultModel(OpenAssessment open, ExportAssessment read, ShareDetail share) : PageModel
{
    /// <summary>Actions shown whole; the others are unfolded on demand.</summary>
    public const int First = 3;

    public const string ShareField = "partage";
    public const string Shared = "detail";

    public ExportedResult Shown { get; private set; } = null!;

    /// <summary>After the kit itself, the only list of things to do.</summary>
    public IReadOnlyList<ActionLine> Actions { get; private set; } = [];

    /// <summary>Who may decide what the agency reads.</summary>
    public bool MayShare { get; private set; }

    public Establishment Establishment => Shown.Establishment;

    public Assessment Assessment => Shown.Sheet.Assessment;

    public Place Place => new(Establishment, "Résultat");

    /// <summary>An export, by the API: the session is enough to read it.</summary>
    public string Download(string extension) => $"/api/v1/establishments/{Establishment.Finess.Value}/assessments/{Assessment.Id}/report.{extension}";

    public async Task<IActionResult> OnGetAsync(string finess, string id, CancellationToken cancellation)
    {
        var opened = await open.RunAsync(this.Visit(finess), id, cancellation);
        if (opened.Denied is { } denied)
            return this.Deny(denied);
        var acting = opened.Value!.Acting;
        if (opened.Value.Sheet.Sheet.Assessment.State is AssessmentState.Draft)
            return LocalRedirect(PageAddresses.Review(acting.Finess, id));
        Shown = (await read.RunAsync(this.Visit(finess), id, cancellation)).Value!;
        Actions = [.. ActionWords.Of(Shown).Skip(1)];
        MayShare = acting.May(Act.Share).IsAllowed;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string finess, string id, CancellationToken cancellation)
    {
        var detail = (await Request.ReadFormAsync(cancellation))[ShareField] == Shared;
        var acted = await share.RunAsync(this.Visit(finess), id, detail, cancellation);
        if (acted.Denied is { } denied)
            return this.Deny(denied);
        TempData[Said.Done] = detail ? "C’est enregistré\u202F: l’ARS peut lire le score de chaque thème." : "C’est enregistré\u202F: l’ARS ne lit pas le détail par thème.";
        return LocalRedirect(PageAddresses.Result(acted.Value!.Finess, id));
    }
}
