using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CrisisKits.Tests.Support;

/// <summary>Somebody at the pages without a script: cookies of their own, forms filled and sent as a browser would.</summary>
internal sealed class WebVisitor : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = true };
    private readonly HttpClient _client;

    private WebVisitor(Uri address) => _client = new(_handler) { BaseAddress = address };

    /// <summary>Of the last page.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer stands, after redirections.</summary>
    public string Path { get; private set; } = "/";

    public static async Task<WebVisitor> SignInAsync(KeptApp app, string token)
    {
        var visitor = new WebVisitor(app.Address);
        var page = await visitor.OpenAsync("/connexion");
        var button = page.QuerySelectorAll("li").Single(item => item.TextContent.TrimEnd().EndsWith($"Bearer {token}", StringComparison.Ordinal)).QuerySelector("button")!;
        await visitor.SendAsync(page.QuerySelector("main form")!, (button.GetAttribute("name")!, button.GetAttribute("value")!));
        return visitor;
    }

    public async Task<IDocument> OpenAsync(string path) => await ReadAsync(await _client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Presses a button of a form as it was filled.</summary>
    public Task<IDocument> PressAsync(IElement button) =>
        SendAsync(button.Closest("form")!, button.GetAttribute("name") is { } name ? [(name, button.GetAttribute("value") ?? string.Empty)] : []);

    /// <summary>Sends a form with what is filled in, and more.</summary>
    public async Task<IDocument> SendAsync(IElement form, params IEnumerable<(string Name, string Value)> more)
    {
        using var content = new FormUrlEncodedContent(Filled(form).Concat(more).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var action = form.GetAttribute("action");
        return await ReadAsync(await _client.PostAsync(new Uri(string.IsNullOrEmpty(action) ? Path : action, UriKind.Relative), content));
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<IDocument> SendFileAsync(IElement form, string name, string fileName, HttpContent file)
    {
        using var content = new MultipartFormDataContent { { file, name, fileName } };
        foreach (var field in Filled(form).Where(field => field.Name != name))
            content.Add(new StringContent(field.Value), field.Name);
        return await ReadAsync(await _client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content));
    }

    /// <summary>As our own scripts do: the answer is not a page.</summary>
    public async Task<HttpResponseMessage> SendAsScriptAsync(string path, string formToken, params IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Headers.Add("X-Script", "1");
        request.Headers.Add("X-Form-Token", formToken);
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _client.SendAsync(request);
    }

    /// <summary>Sends a body of any kind, with the header of our own scripts.</summary>
    public async Task<HttpStatusCode> SendRawAsync(string path, string formToken, HttpContent content, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Form-Token", formToken);
        using var response = await _client.SendAsync(request);
        return response.StatusCode;
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private static IEnumerable<(string Name, string Value)> Filled(IElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name]"))
            if (field is IHtmlTextAreaElement text)
                yield return (text.Name!, text.Value.ReplaceLineEndings("\r\n"));
            else if (field is IHtmlInputElement input && (input.Type is not ("radio" or "checkbox") || input.IsChecked))
                yield return (input.Name!, input.Value);
    }

    private async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Status = response.StatusCode;
            Path = response.RequestMessage!.RequestUri!.PathAndQuery;
            var html = await response.Content.ReadAsStringAsync();
            return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        }
    }
}
