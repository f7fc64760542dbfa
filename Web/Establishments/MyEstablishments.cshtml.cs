using CrisisKits.Infrastructure.Access;
using CrisisKits.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Establishments;

/// <summary>For which establishment one acts.</summary>
public sealed class MyEstablishmentsModel(ListMyEstablishments act) : PageModel
{
    public IReadOnlyList<MyEstablishment> Establishments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Establishments = await act.RunAsync(User.PersonId(), cancellation);
}
