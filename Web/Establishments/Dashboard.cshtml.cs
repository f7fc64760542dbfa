using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Drafts;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Web.Access;
using CrisisKits.Web.Assessments;
using CrisisKits.Web.Assessments.Plans;
using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Establishments;

/// <summary>Where an establishment is: what to do next, its open draft, the kit of its last result, the years before.</summary>
public sealed class DashboardModel(ReadDashboard read, ListMyEstablishments list, ListColleagues colleagues, StartAssessment start, GridLibrary grids, TimeProvider clock) : PageModel
{
    private const int MostOthers = 8;

    /// <summary>One exercise a year: after ten months the next one is to be prepared.</summary>
    private const int MonthsBeforeNext = 10;

    public SeenDashboard Seen { get; private set; } = null!;

    /// <summary>The questions of the draft; empty without one.</summary>
    public IReadOnlyList<NumberedQuestion> Questions { get; private set; } = [];

    /// <summary>Where else this person has a role, a few of them.</summary>
    public IReadOnlyList<Establishment> Others { get; private set; } = [];

    /// <summary>Who may start and submit, by name, where the reader may not.</summary>
    public IReadOnlyList<string> InCharge { get; private set; } = [];

    /// <summary>Why nothing was started.</summary>
    public string? Error { get; private set; }

    public Establishment Establishment => Seen.Acting.Establishment;

    public FinessNumber Finess => Establishment.Finess;

    public Grid Grid => grids.Current;

    public Grid GridOf(Assessment assessment) => grids.Of(assessment);

    public KeptSheet? Draft => Seen.Draft?.Sheet;

    public bool MayStart => Draft is null && Seen.Acting.May(Act.StartDraft).IsAllowed;

    public bool MayAnswer => Seen.Acting.May(Act.Answer).IsAllowed;

    public bool MaySubmit => Seen.Acting.May(Act.Submit).IsAllowed;

    /// <summary>The last result is old enough for the next one to be prepared.</summary>
    public bool IsDue => Seen.Last is { } last && last.Assessment.Submitted!.At.AddMonths(MonthsBeforeNext) < clock.GetUtcNow();

    public int Answered => Questions.Count(question => !question.IsOpen);

    public NumberedQuestion? Next => Questions.FirstOrDefault(question => question.IsOpen);

    /// <summary>The themes of the draft that were handed to the reader of the page.</summary>
    public IReadOnlyList<Theme> Mine => Seen.Draft is null
        ? []
        : [.. GridOf(Draft!.Assessment).Themes.Where(theme => Seen.Draft.Assignments.Any(each => each.ThemeId == theme.Id && each.PersonId == User.PersonId()))];

    public Place Place => new(Establishment, "Tableau de bord");

    /// <summary>« 3 sur 5 » of a theme of the draft.</summary>
    public string FarAlong(Theme theme)
    {
        var ofTheme = Questions.Where(question => question.Theme == theme).ToList();
        return $"{ofTheme.Count(question => !question.IsOpen)} sur {ofTheme.Count}";
    }

    public async Task<IActionResult> OnGetAsync(string finess, CancellationToken cancellation) => await LoadAsync(finess, cancellation) ?? Page();

    /// <param name="finess">Of the establishment.</param>
    /// <param name="from">The assessment to start from; empty to start from nothing.</param>
    /// <param name="cancellation">Stops it before it starts only.</param>
    public async Task<IActionResult> OnPostStartAsync(string finess, string? from, CancellationToken cancellation)
    {
        var acted = await start.RunAsync(this.Visit(finess), grids.Current, string.IsNullOrEmpty(from) ? null : from, null, cancellation);
        if (acted.Denied is { } denied)
            return this.Deny(denied);
        if (acted.Value is not { } outcome)
        {
            Error = FrenchTypography.Apply(acted.Refusals[0].Message);
            return await LoadAsync(finess, cancellation) ?? Page();
        }

        if (outcome.Started is { Sheet: var sheet })
            this.SayDone(sheet.Answers.Count == 0
                ? "L’autoévaluation est ouverte. Répondez dans l’ordre qui vous convient."
                : $"{FrenchUnits.Counted(sheet.Answers.Count, "réponse est reprise", "réponses sont reprises")}, à confirmer une à une.");
        else
            TempData[PlanModel.AlreadyOpen] = true;
        return Redirect(PageAddresses.Assessment(FinessNumber.Parse(finess)!, outcome.Started?.Sheet.Assessment.Id ?? outcome.Open!.Assessment.Id));
    }

    /// <summary>Null when the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(string finess, CancellationToken cancellation)
    {
        var acted = await read.RunAsync(this.Visit(finess), cancellation);
        if (acted.Denied is { } denied)
            return this.Deny(denied);
        Seen = acted.Value!;
        Questions = Draft is null ? [] : NumberedQuestion.Of(Draft, GridOf(Draft.Assessment));
        if (!Seen.ReadsAssessments)
            return null;
        Others = [.. (await list.RunAsync(User.PersonId(), cancellation)).Select(mine => mine.Establishment).Where(each => each.Finess != Finess).Take(MostOthers)];
        if (!MaySubmit)
            InCharge = [.. ((await colleagues.RunAsync(this.Visit(finess), cancellation)).Value ?? []).Where(each => each.May(Act.Submit)).Select(each => each.Person.Name)];
        return null;
    }
}
