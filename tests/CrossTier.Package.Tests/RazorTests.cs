using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>A chat page in the manner of the official AI web template: its calls stand in <c>@code</c>, which no generator sees.</summary>
public sealed class RazorTests(Feed feed)
{
    const string Imports = """
        @using Microsoft.AspNetCore.Components
        @using Microsoft.AspNetCore.Components.Web
        @using Microsoft.Extensions.AI
        @using App
        """;

    const string Chat = """
        @page "/"
        @inject IChatClient ChatClient
        @implements IDisposable

        <PageTitle>Chat</PageTitle>
        @foreach (var message in _messages)
        {
            <p>@message.Role: @message.Text</p>
        }
        <Suggestions @ref="_suggestions" />

        @code {
            readonly ChatOptions _options = new();
            readonly List<ChatMessage> _messages = [];
            CancellationTokenSource? _cancellation;
            Suggestions? _suggestions;

            public async Task SendAsync(string text)
            {
                _messages.Add(new ChatMessage(ChatRole.User, text));
                _cancellation = new CancellationTokenSource();
                var reply = new TextContent("");
                await foreach (var update in ChatClient.GetStreamingResponseAsync(_messages, _options, _cancellation.Token))
                {
                    reply.Text += update.Text;
                    StateHasChanged();
                }

                _messages.Add(new ChatMessage(ChatRole.Assistant, [reply]));
                await _suggestions!.UpdateAsync(_messages);
                StateHasChanged();
            }

            public void Dispose() => _cancellation?.Cancel();
        }
        """;

    const string Suggestions = """
        @inject IChatClient ChatClient

        <p>@_text</p>

        @code {
            string? _text;

            public async Task UpdateAsync(IReadOnlyList<ChatMessage> messages)
            {
                _text = (await ChatClient.GetResponseAsync([.. messages, new ChatMessage(ChatRole.User, "suggest")])).Text;
                StateHasChanged();
            }
        }
        """;

    const string Program = """
        // program
        using App;
        using CrossTier;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Components.Web;
        using Microsoft.Extensions.AI;
        [assembly: AiCall]

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddSingleton<Pages>().AddSingleton<IComponentActivator>(services => services.GetRequiredService<Pages>());
        builder.Services.AddChatClient(new Fakes.FakeClient());
        using var app = builder.Build();
        await using var renderer = new HtmlRenderer(app.Services, app.Services.GetRequiredService<ILoggerFactory>());
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<Chat>();
            await app.Services.GetRequiredService<Pages>().Chat!.SendAsync("hi");
            Console.WriteLine(page.ToHtmlString().Replace("\n", ""));
        });

        """ + Code.Print + """

        /// <summary>Keeps the page, which a circuit would.</summary>
        sealed class Pages : IComponentActivator
        {
            public Chat? Chat { get; private set; }

            public IComponent CreateInstance(Type type)
            {
                var component = (IComponent)Activator.CreateInstance(type)!;
                Chat = component as Chat ?? Chat;
                return component;
            }
        }
        """;

    [Fact]
    public async Task A_chat_page_asks_for_the_middleware_in_one_line_and_is_measured_by_it()
    {
        var workspace = feed.Workspace();
        workspace.Bare(
            "App",
            Program,
            items: workspace.Package("CrossTier") + workspace.Package("CrossTier.Extensions.AI")
                + $"""<PackageReference Include="Microsoft.Extensions.AI" Version="{Repository.VersionOf("Microsoft.Extensions.AI")}" />""",
            sdk: "Microsoft.NET.Sdk.Web")
            .File("App/Client.cs", Code.Client)
            .File("App/_Imports.razor", Imports)
            .File("App/Chat.razor", Chat)
            .File("App/Suggestions.razor", Suggestions);
        var build = (await workspace.Build("App")).Succeeded();
        build.Says("warning AIC002 Program.cs(12)");
        Assert.Contains("'AddChatClient' registers a client that 'GetStreamingResponseAsync' asks", build.Output);
        Assert.Contains("append .UseCrossTier() of CrossTier.Extensions.AI", build.Output);

        workspace.File("App/Program.cs", Program.Replace("FakeClient());", "FakeClient()).UseCrossTier();", StringComparison.Ordinal));
        (await workspace.Build("App", "-p:CrossTierEnforcement=error")).Succeeded().Says();
        var output = await workspace.Run("App");
        Assert.Contains("<p>assistant: hi</p>", output);
        Assert.Contains("made 2", output);
        Assert.Contains("success 2", output);
    }
}
