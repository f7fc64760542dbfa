using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Kits.Making;
using CrisisKits.Infrastructure.Work;
using CrisisKits.Web.Access;
using CrisisKits.Web.Kits.Making;
using CrisisKits.Web.Shared;
using CrisisKits.Web.Shared.Fields;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Kits;

/// <summary>
/// The kit of a level for an establishment: what it asks for, blank to download, or made for the establishment. Nothing typed here is kept, so that
/// what comes back is a page or a file and never a redirection.
/// </summary>
public sealed class KitModel(PrepareKit prepare, KitLibrary library, CheckTypedKit check, PrintKit prints, WorkLimit limit) : PageModel
{
    public const string WholeKit = "tout";
    public const string PreviewButton = "apercu";

    public KitGround Ground { get; private set; } = null!;

    /// <summary>The address names no kit: the page shows those that there are.</summary>
    public bool IsUnknown { get; private set; }

    public Kit Kit { get; private set; } = null!;

    /// <summary>Null until something was sent.</summary>
    public TypedKit Typed { get; private set; } = null!;

    public TypedMeans Means { get; private set; } = null!;

    public IReadOnlyList<KeyValuePair<string, string>> Faults { get; private set; } = [];

    public KitPreview? Preview { get; private set; }

    /// <summary>There was no room to make the kit: come back in two seconds.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>The assessment named in the address.</summary>
    [FromQuery(Name = "autoevaluation")]
    public string? AssessmentId { get; init; }

    public Establishment Establishment => Ground.Acting.Establishment;

    public KitVariant Variant => Establishment.Variant;

    public KitFormat Format => Kit.Format(Variant);

    public KitFiles Files => new(Kit, Variant);

    public KitEdition Edition => library.Current;

    public KitLevel? Recommended => Ground.Submitted?.Level;

    public KitLevel? Chosen => Ground.Submitted?.ChosenLevel;

    /// <summary>Those who answer for the establishment fill a kit in its name; an agency reads it.</summary>
    public bool Personalises => Ground.Acting.May(Act.ReadAssessment).IsAllowed;

    /// <summary>Those who lead the exercise print what tells the play.</summary>
    public bool PrintsAll => Ground.Acting.May(Act.PrintRestrictedKit).IsAllowed;

    public Feasibility? Feasibility => Means.Faults.Count > 0 ? null
        : Feasibility.Of(Means.ToMeans(), Kit.Level, Edition.Kits.ToDictionary(kit => kit.Level, kit => kit.Format(Variant)));

    public Place Place => new(Establishment, Kit.Title, Ground.Result is null ? [] : [new Crumb("Résultat", PageAddresses.Result(Establishment.Finess, Ground.Submitted!.Assessment.Id))]);

    public string AddressOf(KitLevel level) => PageAddresses.Kit(Establishment.Finess, level, AssessmentId);

    public LineField Line(string name, string label, string? hint = null, string? kind = null) => new(name, label, Typed[name], FaultOf(name), hint, kind);

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Key == field).Value;

    public async Task<IActionResult> OnGetAsync(string finess, string level, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, level, cancellation) is { } elsewhere)
            return elsewhere;
        Typed = new(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [TypedKit.NameField] = Establishment.Name,
            [TypedKit.TargetedField] = PrintsAll && Ground.Result is not null ? "oui" : string.Empty,
            [TypedKit.FileField] = PrintsAll ? WholeKit : Audience.Management.Id(),
        });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string finess, string level, CancellationToken cancellation)
    {
        if (await LoadAsync(finess, level, cancellation) is { } elsewhere)
            return elsewhere;
        if (Ground.Acting.May(Act.ReadAssessment) is { IsAllowed: false } stranger)
            return this.Deny(stranger);
        var form = await Request.ReadFormAsync(cancellation);
        Typed = TypedKit.Of(form);
        var audience = AudienceNames.Parse(Typed.File);
        if (audience?.IsRestrictedOnceMade() != false && Ground.Acting.May(Act.PrintRestrictedKit) is { IsAllowed: false } denied)
            return this.Deny(denied);

        var (context, faults) = check.Run(Typed, Kit, Variant);
        Faults = faults;
        if (context is null)
            return Page();
        if (Typed.Targeted && PrintsAll && Ground.Result is { } result)
            context = context with { Targeting = Targeting.Of(result.Score) };
        if (form["faire"] != PreviewButton)
            return await MakeAsync(context, audience);
        Preview = KitPreview.Of(context);
        return Page();
    }

    /// <summary>Null when there is such a page for this person.</summary>
    private async Task<IActionResult?> LoadAsync(string finess, string level, CancellationToken cancellation)
    {
        var acted = await prepare.RunAsync(this.Visit(finess), AssessmentId, cancellation);
        if (acted.Denied == Unknown.Result)
            return LocalRedirect(PageAddresses.Review(FinessNumber.Parse(finess)!, AssessmentId!));
        if (acted.Denied is { } denied)
            return this.Deny(denied);
        Ground = acted.Value!;
        Means = new(Request.Query);
        if (KitLevelNames.Parse(level) is not { } known || Edition.Find(known) is not { } kit)
        {
            IsUnknown = true;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        Kit = kit;
        return null;
    }

    private async Task<IActionResult> MakeAsync(PrintContext context, Audience? audience)
    {
        // whoever asks for a file that is not there gets the whole kit: the form offers only those that are
        using var own = limit.PerPerson.AttemptAcquire(User.PersonId());
        using var place = own.IsAcquired ? await limit.Limiter.AcquireAsync(1, HttpContext.RequestAborted) : own;
        if (!place.IsAcquired)
        {
            IsBusy = true;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = WorkLimit.RetryAfterSeconds;
            return Page();
        }

        Response.Headers.CacheControl = "no-store";
        return audience is { } one && prints.Audience(one, context) is { } printed
            ? File(new MemoryStream(printed.Bytes, writable: false), "application/pdf", KitFileNames.Audience(one, context))
            : new SendBundle(context);
    }
}
