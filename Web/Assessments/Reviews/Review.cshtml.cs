using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Web.Access;
using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Assessments.Reviews;

/// <summary>Before submitting: what is missing, what holds the level, what would come out, and the kit to choose.</summary>
public sealed class ReviewModel(OpenAssessment open, ListColleagues list, SubmitAssessment submit, KitLibrary kits) : PageModel
{
    public OpenedAssessment Opened { get; private set; } = null!;

    public IReadOnlyList<NumberedQuestion> Questions { get; private set; } = [];

    /// <summary>Of the answers given so far; null when there is nothing to calculate on.</summary>
    public Score? Score { get; private set; }

    /// <summary>Who may submit, by name.</summary>
    public IReadOnlyList<string> Submitters { get; private set; } = [];

    [BindProperty]
    public SubmitForm Form { get; set; } = new();

    public IReadOnlyList<Mistake> Mistakes { get; private set; } = [];

    public Assessment Assessment => Opened.Sheet.Sheet.Assessment;

    public FinessNumber Finess => Opened.Acting.Finess;

    public IEnumerable<NumberedQuestion> Missing => Questions.Where(question => question.IsMissing);

    public IEnumerable<NumberedQuestion> ToConfirm => Questions.Where(question => question.IsToConfirm);

    public IEnumerable<NumberedQuestion> Unknown => Questions.Where(question => question.IsUnknown);

    public bool IsComplete => Score is not null && !Questions.Any(question => question.IsOpen);

    public bool MaySubmit => Opened.Acting.May(Act.Submit).IsAllowed;

    public bool MayAnswer => Opened.Acting.May(Act.Answer).IsAllowed;

    public IReadOnlyList<Kit> Kits => kits.Current.Kits;

    public KitFormat FormatOf(Kit kit) => kit.Format(Assessment.Variant);

    public Place Place => new(Opened.Acting.Establishment, "Relecture", new Crumb("Autoévaluation", PageAddresses.Assessment(Finess, Assessment.Id)));

    public string AddressOf(NumberedQuestion question) => PageAddresses.Question(Finess, Assessment.Id, question.Theme.Id, question.Question.Id);

    /// <summary>The questions whose answers make a gate hold.</summary>
    public IEnumerable<NumberedQuestion> Behind(Gate gate) => Questions.Where(question => gate.When.Any(condition => condition.QuestionId == question.Question.Id));

    public string? MistakeAt(string field) => Mistakes.FirstOrDefault(mistake => mistake.Address == "#" + field)?.Message;

    public async Task<IActionResult> OnGetAsync(string finess, string id, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, id, cancellation) is { } elsewhere)
            return elsewhere;
        Form = new() { Seen = Opened.Sheet.Sheet.Revision, Kit = Score?.Level.Id(), Share = Assessment.ShareDetail };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string finess, string id, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, id, cancellation) is { } elsewhere)
            return elsewhere;
        if (Opened.Acting.May(Act.Submit) is { IsAllowed: false } refused)
            return this.Deny(refused);
        if (IsComplete && Forgotten() is { Count: > 0 } forgotten)
            return Again(forgotten);
        var choice = new KitChoice(Form.Level, Form.Level > Score?.Level ? Form.Reason : null);
        var acted = await submit.RunAsync(this.Visit(finess), id, choice, new(Form.Seen, Form.Share), cancellation);
        if (acted.Denied is { } denied)
            return this.Deny(denied);
        if (acted.Value is not null)
        {
            this.SayDone("L’autoévaluation est validée. Voici son résultat.");
            return Redirect(PageAddresses.Result(Finess, id));
        }

        // what was refused is told as it stands now; each question by itself, without the sentence that sums them up
        return await LoadAsync(finess, id, cancellation) ?? Again([.. acted.Refusals.Where(refusal => refusal.Field is not null || acted.Refusals.Count == 1).Select(Placed)]);
    }

    /// <summary>What the form lacks, all at once.</summary>
    private List<Mistake> Forgotten()
    {
        var mistakes = new List<Mistake>();
        if (Form.Level is not { } level)
            mistakes.Add(new("#kit-" + Score!.Level.Id(), "Choisissez le kit que vous jouerez."));
        else if (Submission.RefuseChoice(Score!.Level, level, Form.Reason) is { } refusal && level > Score.Level)
            mistakes.Add(Placed(refusal));
        if (!Form.Sure)
            mistakes.Add(new("#sure", "Cochez la case qui dit que vous avez relu."));
        return mistakes;
    }

    private PageResult Again(IReadOnlyList<Mistake> mistakes)
    {
        Mistakes = mistakes;
        // a hidden field shows what was posted unless told otherwise
        ModelState.Clear();
        Form = Form with { Seen = Opened.Sheet.Sheet.Revision, Sure = false, Kit = Form.Level?.Id() ?? Score?.Level.Id() };
        return Page();
    }

    private Mistake Placed(Refusal refusal)
    {
        if (refusal == Submission.ReviewOutdated)
            return SayWhatChanged();
        var address = refusal.Field == "reason" ? "#reason"
            : Questions.FirstOrDefault(each => each.Question.Id == refusal.Field) is { } question ? AddressOf(question)
            : "#manque";
        return new(address, FrenchTypography.Apply(refusal.Message));
    }

    private Mistake SayWhatChanged()
    {
        var last = Questions.Where(each => each.Kept is not null).MaxBy(each => each.Kept!.Answered.At)!;
        return new(
            AddressOf(last),
            $"Des réponses ont changé pendant que vous relisiez, la dernière à la question {last.Number} ({Opened.Sheet.Names[last.Kept!.Answered.By]}, {FrenchTime.Hour(last.Kept.Answered.At)}). "
            + "Le résultat ci-dessous est à jour : relisez-le, puis validez.");
    }

    /// <summary>Null when the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(string finess, string id, CancellationToken cancellation)
    {
        var (opened, colleagues) = (await open.RunAsync(this.Visit(finess), id, cancellation), await list.RunAsync(this.Visit(finess), cancellation));
        if ((opened.Denied ?? colleagues.Denied) is { } denied)
            return this.Deny(denied);
        Opened = opened.Value!;
        if (Assessment.Submitted is { } submitted)
        {
            this.SayNoted($"{Opened.Sheet.Names[submitted.By]} a validé cette autoévaluation le {FrenchTime.DayAndHour(submitted.At)}.");
            return Redirect(PageAddresses.Result(Finess, id));
        }

        Questions = NumberedQuestion.Of(Opened.Sheet.Sheet, Opened.Grid);
        Score = AnswerSheet.Read(Opened.Grid, Opened.Sheet.Sheet.Given) is { Accepted: true, Sheet: var sheet } ? Scoring.Run(sheet) : null;
        Submitters = [.. colleagues.Value!.Where(each => each.May(Act.Submit)).Select(each => each.Person.Name)];
        return null;
    }
}
