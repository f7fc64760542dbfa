using Microsoft.AspNetCore.Http;

namespace CrisisKits.Web.Shared;

/// <summary>How our own scripts speak to our pages.</summary>
public static class Wire
{
    /// <summary>Sent by our scripts with each request: the answer is then JSON, never a page or a redirection.</summary>
    public const string ScriptHeader = "X-Script";

    /// <summary>Where a script puts the token that a form sends in a hidden field.</summary>
    public const string TokenHeader = "X-Form-Token";

    public static bool IsScript(HttpRequest request) => request.Headers.ContainsKey(ScriptHeader);
}
