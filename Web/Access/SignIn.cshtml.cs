using CrisisKits.Infrastructure.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrisisKits.Web.Access;

/// <summary>Who acts. In Development, the demo people; elsewhere nobody is known here.</summary>
[AllowAnonymous]
public sealed class SignInModel(IWebHostEnvironment environment, IServiceProvider services) : PageModel
{
    public const string Path = "/connexion";
    public const string ReturnParameter = "retour";

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<DemoPerson> People { get; } = environment.IsDevelopment() ? services.GetRequiredService<DemoContent>().People : [];

    /// <summary>Where to go afterwards; only an address of this site.</summary>
    [BindProperty(SupportsGet = true, Name = ReturnParameter)]
    public string? Return { get; set; }

    public async Task<IActionResult> OnPostAsync(string personId)
    {
        if (People.FirstOrDefault(each => each.Person.Id == personId) is not { } chosen)
            return NotFound();
        await HttpContext.SignInAsync(SessionCookie.Scheme, Visitor.Of(chosen.Person));
        return LocalRedirect(Url.IsLocalUrl(Return) ? Return : "/etablissements");
    }
}
