using System.Globalization;
using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Web.Access;
using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Assessments.Themes;

/// <summary>
/// One theme of an assessment, where answers are given: read by whoever may read, answered by whoever may answer while it is a draft. Scripts save
/// each answer as it is given (<c>handler=Answer</c>); without them one form keeps all that was changed.
/// </summary>
public sealed class ThemeModel(OpenAssessment open, SaveTyped save) : PageModel
{
    private const string SavedParameter = "enregistrees";
    private const string ConfirmParameter = "confirmer";

    public OpenedAssessment Opened { get; private set; } = null!;

    public Theme Theme { get; private set; } = null!;

    /// <summary>Of the theme in the grid, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>All the questions of the theme; after a save, only those that must be asked again.</summary>
    public IReadOnlyList<QuestionBlock> Blocks { get; private set; } = [];

    /// <summary>Of every theme, in grid order.</summary>
    public IReadOnlyList<ThemeProgress> Progress { get; private set; } = [];

    /// <summary>How many answers were just kept; null when none were sent.</summary>
    public int? Saved { get; private set; }

    /// <summary>Asked once before all carried over answers are confirmed.</summary>
    public bool AsksToConfirm { get; private set; }

    /// <summary>Some of what was sent is not kept.</summary>
    public bool HasTrouble { get; private set; }

    public bool IsOpen => Opened.Acting.May(Act.Answer).IsAllowed && Assessment.Submitted is null;

    public Assessment Assessment => Opened.Sheet.Sheet.Assessment;

    public Grid Grid => Opened.Grid;

    public FinessNumber Finess => Opened.Acting.Establishment.Finess;

    public ThemeProgress Here => Progress[Number - 1];

    public int Questions => Grid.Themes.Sum(theme => theme.Questions.Count);

    public int Answered => Progress.Sum(theme => theme.Answered);

    public Theme? Previous => Number > 1 ? Grid.Themes[Number - 2] : null;

    public Theme? Next => Number < Grid.Themes.Count ? Grid.Themes[Number] : null;

    public string Address => PageAddresses.Theme(Finess, Assessment.Id, Theme.Id);

    public string AddressToConfirm => $"{Address}?{ConfirmParameter}=1#confirmer";

    public string NextAddress => Next is null ? PageAddresses.Review(Finess, Assessment.Id) : PageAddresses.Theme(Finess, Assessment.Id, Next.Id);

    public Place Place => new(Opened.Acting.Establishment, $"{Number}. {Theme.Title}", new Crumb("Autoévaluation", PageAddresses.Assessment(Finess, Assessment.Id)));

    public async Task<IActionResult> OnGetAsync(string finess, string id, string themeId, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, id, themeId, cancellation) is { } stop)
            return stop;
        Saved = int.TryParse(Request.Query[SavedParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var saved) ? saved : null;
        AsksToConfirm = IsOpen && Here.ToConfirm > 0 && Request.Query.ContainsKey(ConfirmParameter);
        return Page();
    }

    /// <summary>The whole form, without a script: keeps what was changed, asks again only what could not be kept.</summary>
    public async Task<IActionResult> OnPostAsync(string finess, string id, string themeId, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, id, themeId, cancellation) is { } stop)
            return stop;
        if (Opened.Acting.May(Act.Answer) is { IsAllowed: false } refused)
            return this.Deny(refused);
        var sent = new SentForm(Request.Form, Theme);
        foreach (var each in sent.ToSave)
        {
            var saved = await save.RunAsync(this.Visit(finess), id, each, cancellation);
            if (saved.Denied is { } denied)
                return this.Deny(denied);
            sent.Note(each, saved);
        }

        if (sent.Unkept.Count == 0 && sent.Cleared is null)
            return Redirect(sent.Goes ? NextAddress : $"{Address}?{SavedParameter}={sent.Saved}");
        if (await LoadAsync(finess, id, themeId, cancellation) is { } gone)
            return gone;
        ShowAgain(sent);
        return Page();
    }

    /// <summary>One question, from a script: JSON once kept, the two answers side by side when another is there.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(string finess, string id, string themeId, string question, CancellationToken cancellation)
    {
        if (TypedAnswer.Read(Request.Form, question ?? string.Empty) is not { } typed)
            return BadRequest();
        var saved = await save.RunAsync(this.Visit(finess), id, typed, cancellation);
        if (saved.Denied is { } denied)
            return Refuse(denied.Verdict == Verdict.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound, denied.Message);
        if (saved.Unkept is { Trouble: { } trouble })
            return Refuse(trouble.Field == SaveTyped.StorageField ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity, trouble.Message);
        if (saved.Unkept is { } unkept)
            return await ShowConflictAsync(unkept, finess, id, themeId, cancellation);
        return new JsonResult(new
        {
            version = saved.Kept?.Version ?? 0,
            at = saved.Kept is null ? string.Empty : FrenchTime.Hour(saved.Kept.Answered.At),
            who = saved.Kept is { Given: not null } ? QuestionBlock.SayWho(saved.Kept, saved.By) : string.Empty,
        });
    }

    /// <summary>All the answers carried over, as they were shown: what changed since is left to be looked at.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string finess, string id, string themeId, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, id, themeId, cancellation) is { } stop)
            return stop;
        var confirmed = 0;
        foreach (var block in Blocks.Where(block => block.IsToConfirm && Request.Form[block.Id] == $"{block.Kept!.Version}"))
        {
            var saved = await save.RunAsync(this.Visit(finess), id, block.Typed, cancellation);
            if (saved.Denied is { } denied)
                return this.Deny(denied);
            confirmed += saved.Unkept is null ? 1 : 0;
        }

        return Redirect($"{Address}?{SavedParameter}={confirmed}");
    }

    private async Task<IActionResult?> LoadAsync(string finess, string id, string themeId, CancellationToken cancellation)
    {
        var acted = await open.RunAsync(this.Visit(finess), id, cancellation);
        if (acted.Denied is { } denied)
            return this.Deny(denied);
        Opened = acted.Value!;
        for (Number = 1; Number <= Grid.Themes.Count && Grid.Themes[Number - 1].Id != themeId;)
            Number++;
        if (Number > Grid.Themes.Count)
            return NotFound();
        Theme = Grid.Themes[Number - 1];
        Progress = ThemeProgress.Of(Opened.Sheet.Sheet, Grid);
        Blocks = [.. Theme.Questions.Select((question, index) => QuestionBlock.Of(Opened.Sheet, IsOpen, question, $"{Number}.{index + 1}"))];
        return null;
    }

    private void ShowAgain(SentForm sent)
    {
        Saved = sent.Saved;
        HasTrouble = sent.Unkept.Count > 0;
        if (HasTrouble)
        {
            Blocks = [.. Blocks.Where(block => sent.Unkept.ContainsKey(block.Id)).Select(block => block.With(sent.Unkept[block.Id]))];
            Response.StatusCode = sent.IsUnavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity;
        }
        else
        {
            Blocks = [.. Blocks.Select(block => block.Id == sent.Cleared ? block with { Cleared = sent.Before } : block)];
        }
    }

    private async Task<IActionResult> ShowConflictAsync(Unkept unkept, string finess, string id, string themeId, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, id, themeId, cancellation) is { } stop)
            return stop;
        if (Blocks.FirstOrDefault(block => block.Id == unkept.Typed.QuestionId) is not { } block)
            return NotFound();
        Response.StatusCode = StatusCodes.Status412PreconditionFailed;
        return Partial("/Assessments/Themes/Parts/_Conflict.cshtml", ConflictBlock.Of(block, unkept.Typed, unkept.Met!) with { IsLive = true });
    }

    private static JsonResult Refuse(int status, string message) => new(new { message }) { StatusCode = status };
}
