using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Themes;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Web.Access;
using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Assessments.Plans;

/// <summary>The themes of an assessment: how far each is, who is in charge, where to go on.</summary>
public sealed class PlanModel(OpenAssessment open, ListColleagues list, AssignTheme assign, GridLibrary grids) : PageModel
{
    public const string AlreadyOpen = "already-open";
    private const string Fresh = "fresh-theme";

    public OpenedAssessment Opened { get; private set; } = null!;

    public IReadOnlyList<NumberedQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<ThemeRow> Themes { get; private set; } = [];

    /// <summary>Why a theme could not be handed over.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>What another grid, published since, would change; null when there is none.</summary>
    public NewerGrid? Newer { get; private set; }

    /// <summary>Who may submit, by name, where the reader may not.</summary>
    public IReadOnlyList<string> Submitters { get; private set; } = [];

    public Assessment Assessment => Opened.Sheet.Sheet.Assessment;

    public FinessNumber Finess => Opened.Acting.Finess;

    public bool IsDraft => Assessment.State == AssessmentState.Draft;

    public bool MayAnswer => IsDraft && Opened.Acting.May(Act.Answer).IsAllowed;

    public bool MayDiscard => IsDraft && Opened.Acting.May(Act.DiscardDraft).IsAllowed;

    public bool MaySubmit => Opened.Acting.May(Act.Submit).IsAllowed;

    public int Answered => Themes.Sum(row => row.Progress.Answered);

    public int ToConfirm => Themes.Sum(row => row.Progress.ToConfirm);

    public int Unknown => Themes.Sum(row => row.Progress.DontKnow);

    /// <summary>Null when every question has its answer.</summary>
    public NumberedQuestion? Next => Questions.FirstOrDefault(question => question.IsOpen);

    public Place Place => new(Opened.Acting.Establishment, "Autoévaluation");

    public async Task<IActionResult> OnGetAsync(string finess, string id, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, id, cancellation) is { } denied)
            return denied;
        if (TempData[AlreadyOpen] is not null)
            TempData[Said.Noted] = SayAlreadyOpen();
        return Page();
    }

    /// <summary>Hands a theme over; nobody when no person is given.</summary>
    public async Task<IActionResult> OnPostAssignAsync(string finess, string id, string themeId, string? personId, CancellationToken cancellation)
    {
        var acted = await assign.RunAsync(this.Visit(finess), id, themeId ?? string.Empty, string.IsNullOrEmpty(personId) ? null : personId, cancellation);
        if (acted.Denied is { } refused)
            return this.Deny(refused);
        if (acted.Value is { } assigned)
        {
            this.SayDone(SayAssigned(assigned));
            TempData[Fresh] = themeId;
            return Redirect($"{PageAddresses.Assessment(FinessNumber.Parse(finess)!, id)}#{themeId}");
        }

        Refused = acted.Refusals[0] with { Message = FrenchTypography.Apply(acted.Refusals[0].Message) };
        return await LoadAsync(finess, id, cancellation) ?? Page();
    }

    private static string SayAssigned(AssignedTheme assigned) => assigned.To switch
    {
        null => "Plus personne n’est chargé de ce thème.",
        { } to when to.Id == assigned.By.Id => "Ce thème est à vous.",
        { } to => $"Thème confié à {to.Name}. Prévenez cette personne : le message à copier est sous le thème.",
    };

    private string SayAlreadyOpen()
    {
        var by = Assessment.Created.By == User.PersonId() ? "Vous avez" : $"{Opened.Sheet.Names.GetValueOrDefault(Assessment.Created.By, "Un collègue")} a";
        return $"{by} déjà ouvert cette autoévaluation le {FrenchTime.DayAndHour(Assessment.Created.At)} : continuez-la ensemble, rien n’a été créé en double.";
    }

    /// <summary>Null when the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(string finess, string id, CancellationToken cancellation)
    {
        var (opened, colleagues) = (await open.RunAsync(this.Visit(finess), id, cancellation), await list.RunAsync(this.Visit(finess), cancellation));
        if ((opened.Denied ?? colleagues.Denied) is { } denied)
            return this.Deny(denied);
        Opened = opened.Value!;
        Questions = NumberedQuestion.Of(Opened.Sheet.Sheet, Opened.Grid);
        Newer = IsDraft && Opened.Grid.Version != grids.Current.Version ? NewerGrid.Of(Opened, grids.Current) : null;
        Submitters = [.. colleagues.Value!.Where(each => each.May(Act.Submit)).Select(each => each.Person.Name)];
        var candidates = IsDraft && Opened.Acting.May(Act.AssignTheme).IsAllowed
            ? colleagues.Value!.Where(each => each.May(Act.Answer)).ToArray()
            : [];
        var progress = ThemeProgress.Of(Opened.Sheet.Sheet, Opened.Grid);
        var fresh = TempData[Fresh] as string;
        Themes = [.. progress.Select((each, index) => Row(index, each, candidates, fresh))];
        return null;
    }

    private ThemeRow Row(int index, ThemeProgress progress, Colleague[] candidates, string? fresh)
    {
        var theme = Opened.Grid.Themes[index];
        var assignment = Opened.Sheet.Assignments.FirstOrDefault(each => each.ThemeId == theme.Id);
        var person = assignment is null ? null : new Person(assignment.PersonId, Opened.Sheet.Names[assignment.PersonId], IsActive: true);
        var isMine = person?.Id == User.PersonId();
        var waiting = IsDraft ? Questions.FirstOrDefault(question => question.Theme == theme && question.IsOpen) : null;
        return new()
        {
            Number = index + 1,
            Theme = theme,
            Progress = progress,
            Address = waiting is null
                ? PageAddresses.Theme(Finess, Assessment.Id, theme.Id)
                : PageAddresses.Question(Finess, Assessment.Id, theme.Id, waiting.Question.Id),
            InCharge = person,
            IsMine = isMine,
            Candidates = candidates,
            Message = person is null || isMine || candidates.Length == 0 || progress is { Missing: 0, ToConfirm: 0 } ? null : SayTo(index + 1, theme.Title, theme.Questions.Count, theme.Id),
            IsFresh = fresh == theme.Id,
        };
    }

    private string SayTo(int number, string title, int questions, string themeId) =>
        $"""
        Bonjour,
        Pour l’autoévaluation de crise cyber de « {Opened.Acting.Establishment.Name} », pouvez-vous répondre au thème {number}, « {title} » ? {FrenchUnits.Counted(questions, "question", "questions")}, une dizaine de minutes. « Je ne sais pas » est une réponse honnête. Ne saisissez aucune donnée de patient.
        {Request.Scheme}://{Request.Host}{PageAddresses.Theme(Finess, Assessment.Id, themeId)}
        Merci, {Opened.Acting.Person.Name}
        """;
}
