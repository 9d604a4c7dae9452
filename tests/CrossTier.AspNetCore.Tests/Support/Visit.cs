using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CrossTier.Pages.Tests.Support;

/// <summary>The page in a browser, with all that it asked for and complained of.</summary>
sealed class Visit : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly ConcurrentQueue<string> _complaints = [];
    readonly ConcurrentQueue<Uri> _requests = [];
    readonly string _address;

    Visit(IBrowserContext context, IPage page, string address) => (_context, Page, _address) = (context, page, address);

    public IPage Page { get; }

    public IReadOnlyList<Uri> Requests => [.. _requests];

    public static async Task<Visit> StartAsync(IBrowserContext context, string address, Func<IPage, Task>? prepare)
    {
        var visit = new Visit(context, await context.NewPageAsync(), address);
        context.Request += (_, request) => visit._requests.Enqueue(new Uri(request.Url));
        visit.Page.WebSocket += (_, socket) => visit._requests.Enqueue(new Uri(socket.Url));
        visit.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                visit._complaints.Enqueue(message.Text);
            }
        };
        visit.Page.PageError += (_, error) => visit._complaints.Enqueue(error);
        visit.Page.Dialog += (_, dialog) =>
        {
            visit._complaints.Enqueue("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        await (prepare?.Invoke(visit.Page) ?? Task.CompletedTask);
        await visit.Page.GotoAsync(address);
        await visit.RefreshedAsync();
        return visit;
    }

    /// <summary>Waits until the page shows figures that were read after now.</summary>
    public async Task RefreshedAsync()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Page.WaitForFunctionAsync("now => document.documentElement.dataset.now >= now", now, new() { Timeout = 20_000 });
    }

    /// <summary>A drop-down list.</summary>
    public ILocator Choice(string name) => Page.GetByRole(AriaRole.Combobox, new() { Name = name, Exact = true });

    /// <summary>The text of what a selector finds first.</summary>
    public Task<string> TextAsync(string selector) => Page.Locator(selector).First.InnerTextAsync();

    /// <summary>The value and the small print of a figure.</summary>
    /// <param name="tier">The panel: <c>local</c> or <c>cloud</c>.</param>
    /// <param name="name">What stands over it.</param>
    public async Task<(string Value, string Note)> FigureAsync(string tier, string name)
    {
        var figure = Page.Locator($"#{tier} dl > div", new() { Has = Page.GetByText(name, new() { Exact = true }) });
        return (await figure.Locator(".value").InnerTextAsync(), string.Join(" ", await figure.Locator(".note").AllInnerTextsAsync()).Trim());
    }

    /// <summary>The rows of the table of models, cell by cell.</summary>
    public async Task<IReadOnlyList<string[]>> RowsAsync() =>
        await Page.EvaluateAsync<string[][]>(
            "() => [...document.querySelectorAll('#models tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))");

    /// <summary>Fails if the page complained, or asked for anything but its own files.</summary>
    public void WasClean()
    {
        Assert.Empty(_complaints);
        Assert.All(_requests, request => Assert.StartsWith(new Uri(_address).GetLeftPart(UriPartial.Path), request.AbsoluteUri));
    }

    /// <summary>The violations that axe finds, in words.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        // Evaluated and not added as an element, which the page's policy forbids.
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Requirement.Package("axe-core/axe.min.js")));
        return await Page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(rule => rule.nodes.map(node => "
            + "`${rule.id}: ${node.html} ${node.failureSummary}`))");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
