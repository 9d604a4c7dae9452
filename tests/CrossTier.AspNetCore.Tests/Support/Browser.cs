using Microsoft.Playwright;

namespace CrossTier.Pages.Tests.Support;

/// <summary>Debian's chromium, started once, when a test first needs it.</summary>
public sealed class Browser : IAsyncLifetime
{
    // Without them chromium asks its maker's servers for updates.
    static readonly string[] Arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ];

    readonly SemaphoreSlim _gate = new(1);
    IPlaywright? _playwright;
    IBrowser? _chromium;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens an address in a fresh profile.</summary>
    /// <param name="address">The address.</param>
    /// <param name="scheme">What the reader prefers.</param>
    /// <param name="width">Of the window.</param>
    /// <param name="height">Of the window.</param>
    /// <param name="scale">Pixels of the screen for one of the page.</param>
    /// <param name="prepare">What is done before the page is asked for.</param>
    internal async Task<Visit> OpenAsync(
        string address,
        ColorScheme scheme = ColorScheme.Light,
        int width = 1280,
        int height = 900,
        float scale = 1,
        Func<IPage, Task>? prepare = null)
    {
        Requirement.Browser();
        var chromium = await ChromiumAsync();
        var context = await chromium.NewContextAsync(new()
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            DeviceScaleFactor = scale,
            Locale = "en-GB",
            TimezoneId = "UTC",
        });
        return await Visit.StartAsync(context, address, prepare);
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.CloseAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }

    async Task<IBrowser> ChromiumAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _chromium ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Requirement.Chromium, Args = Arguments });
        }
        finally
        {
            _gate.Release();
        }
    }
}
