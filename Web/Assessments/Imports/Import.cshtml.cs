using System.Globalization;
using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Web.Access;
using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Assessments.Imports;

/// <summary>
/// Takes in a workbook filled in a meeting: first what each line would do, then all of it. Between the two nothing is kept here: the page carries the
/// file back to its sender, who sends it again, and it is read again as if for the first time.
/// </summary>
[RequestFormLimits(MemoryBufferThreshold = MostRead, ValueLengthLimit = MostRead, MultipartBodyLengthLimit = MostRead)]
public sealed class ImportModel(OpenAssessment open, ImportAnswers import) : PageModel
{
    /// <summary>As the reading of workbooks bounds them.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>A sender is let finish, to be answered in words; the host hangs up beyond. Never on a disk.</summary>
    private const int MostRead = 16 << 20;

    public OpenedAssessment Opened { get; private set; } = null!;

    public IReadOnlyList<NumberedQuestion> Questions { get; private set; } = [];

    /// <summary>What the workbook would do; null before one was sent.</summary>
    public ImportedAnswers? Read { get; private set; }

    /// <summary>The workbook, on its way back; null when it cannot be taken in.</summary>
    public string? SentBack { get; private set; }

    /// <summary>Why the workbook as a whole was not read.</summary>
    public string? Error { get; private set; }

    public Assessment Assessment => Opened.Sheet.Sheet.Assessment;

    public int Kept => Read!.Lines.Count(line => line.Effect is not (ImportEffect.Unchanged or ImportEffect.ToConfirm));

    /// <summary>Nothing is wrong in the workbook: answers changed meanwhile, or were never seen by who filled it.</summary>
    public bool IsOnlyLate => Read!.Refused.Count > 0 && Read.Refused.All(line => line.Between is not null);

    public Place Place => new(Opened.Acting.Establishment, "Reprendre un classeur", new Crumb("Autoévaluation", PageAddresses.Assessment(Opened.Acting.Finess, Assessment.Id)));

    public NumberedQuestion? QuestionAt(string id) => Questions.FirstOrDefault(each => each.Question.Id == id);

    public async Task<IActionResult> OnGetAsync(string finess, string id, CancellationToken cancellation) => await LoadAsync(finess, id, cancellation) ?? Page();

    /// <summary>Tells, and keeps nothing.</summary>
    public async Task<IActionResult> OnPostAsync(string finess, string id, IFormFile? file, CancellationToken cancellation)
    {
        if (file is { Length: > MostBytes })
            return await FailAsync(finess, id, "Ce fichier dépasse 1 Mo, bien plus qu’une grille remplie : renvoyez le classeur de la grille, sans image ni feuille ajoutée.", cancellation);
        if (file is not { Length: > 0 })
            return await FailAsync(finess, id, "Choisissez le classeur rempli, puis envoyez-le.", cancellation);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return await ReadAsync(finess, id, bytes.ToArray(), new(DryRun: true, Overwrite: false), cancellation);
    }

    /// <summary>Keeps all of it, or tells why not.</summary>
    /// <param name="finess">Of the establishment.</param>
    /// <param name="id">Of the draft.</param>
    /// <param name="content">The workbook, as it was sent back.</param>
    /// <param name="seen">The revision of the answers that were shown and are to be replaced; null when none are.</param>
    /// <param name="cancellation">Stops it before it starts only.</param>
    public async Task<IActionResult> OnPostKeepAsync(string finess, string id, string? content, long? seen, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, id, cancellation) is { } elsewhere)
            return elsewhere;
        var bytes = new byte[Math.Min(content?.Length ?? 0, 2 * MostBytes)];
        return Convert.TryFromBase64String(content ?? string.Empty, bytes, out var length) && length > 0
            ? await ReadAsync(finess, id, bytes[..length], new(DryRun: false, Overwrite: seen is not null, seen), cancellation)
            : await FailAsync(finess, id, "Le classeur n’est pas revenu entier : choisissez-le de nouveau.", cancellation);
    }

    private async Task<IActionResult> ReadAsync(string finess, string id, byte[] file, ImportManner manner, CancellationToken cancellation)
    {
        var acted = await import.RunAsync(this.Visit(finess), id, file, manner, cancellation);
        if (acted.Denied is { } denied)
            return this.Deny(denied);
        if (acted.Value is not { } read)
            return await FailAsync(finess, id, FrenchTypography.Apply(acted.Refusals[0].Message), cancellation);
        Read = read;
        if (await LoadAsync(finess, id, cancellation) is { } elsewhere)
            return elsewhere;
        if (!manner.DryRun && read.Refused.Count == 0)
        {
            this.SayDone($"{FrenchUnits.Counted(Kept, "réponse reprise", "réponses reprises")} du classeur.");
            return Redirect(PageAddresses.Assessment(Opened.Acting.Finess, id));
        }

        SentBack = (read.Refused.Count == 0 && Kept > 0) || IsOnlyLate ? Convert.ToBase64String(file) : null;
        return Page();
    }

    /// <summary>What a line would do, in words.</summary>
    public static string Say(ImportedLine line) => line switch
    {
        { Effect: ImportEffect.Added } => "Nouvelle réponse",
        { Effect: ImportEffect.Confirmed } => "Confirme la réponse de l’an dernier",
        { Effect: ImportEffect.ToConfirm } => "Laissée à confirmer",
        { Effect: ImportEffect.Unchanged } => "Déjà enregistrée",
        { Replaced: { Current.Given: { } former, By: var by, Mine: var mine } } => former.Answer == mine.Answer
            ? $"Change le commentaire ou la preuve de {by}"
            : $"« {Short(mine.Answer)} » remplace « {Short(former.Answer)} », de {by}",
        _ => "Remplace la réponse donnée",
    };

    private static string Short(Answer answer) => answer switch
    {
        Chosen chosen => chosen.Option.ToString(CultureInfo.InvariantCulture),
        DontKnow => "je ne sais pas",
        _ => "sans objet",
    };

    private async Task<IActionResult> FailAsync(string finess, string id, string error, CancellationToken cancellation)
    {
        Error = error;
        return await LoadAsync(finess, id, cancellation) ?? Page();
    }

    /// <summary>Null when the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(string finess, string id, CancellationToken cancellation)
    {
        var acted = await open.RunAsync(this.Visit(finess), id, cancellation);
        if ((acted.Denied ?? Refused(acted.Value!)) is { } denied)
            return this.Deny(denied);
        Opened = acted.Value!;
        Questions = NumberedQuestion.Of(Opened.Sheet.Sheet, Opened.Grid);
        return Assessment.State == AssessmentState.Submitted ? Redirect(PageAddresses.Assessment(Opened.Acting.Finess, id)) : null;
    }

    private static AccessDecision? Refused(OpenedAssessment opened) => opened.Acting.May(Act.Answer) is { IsAllowed: false } refused ? refused : null;
}
