using System.Text.RegularExpressions;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.EndToEnd.Tests.Documents;

/// <summary>The README's program compiles, runs and prints what the README says.</summary>
public sealed partial class ReadmeTests
{
    const string Client = """new ChatClient("gpt-4o", Environment.GetEnvironmentVariable("OPENAI_API_KEY"))""";

    readonly MarkdownFile _readme = new("README.md");

    [Fact]
    public void It_is_short_and_starts_with_code()
    {
        Assert.InRange(_readme.Lines.Length, 1, 120);
        Assert.InRange(Array.IndexOf(_readme.Lines, "```csharp"), 1, 20);
        Assert.InRange(Program.Length, 1, 10);
    }

    [Fact]
    public void Its_program_compiles_without_a_word()
    {
        var (program, diagnostics) = ReadmeProgram.Compile(Text(Program));
        Assert.Empty(diagnostics);
        Assert.Contains(program.SyntaxTrees, tree => tree.ToString().Contains("InterceptsLocation(1,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_program_prints_what_it_says()
    {
        await using var server = await SimulatedProvider.StartAsync();
        var source = Text(Program);
        Assert.Contains(Client, source, StringComparison.Ordinal);
        var (program, _) = ReadmeProgram.Compile(source.Replace(Client, $$"""
            new ChatClient("gpt-4o", new System.ClientModel.ApiKeyCredential("none"),
                new OpenAI.OpenAIClientOptions { Endpoint = new Uri("{{server.OpenAIAddress}}") })
            """, StringComparison.Ordinal));

        var output = await ReadmeProgram.RunAsync(program);

        var printed = output.Split('\n')
            .Where(line => line.StartsWith("ai_gateway_", StringComparison.Ordinal)
                && !line.Contains("_bucket{", StringComparison.Ordinal)
                && !line.EndsWith(" 0", StringComparison.Ordinal));
        var said = _readme.Code("text").First().Where(line => line.StartsWith("ai_gateway_", StringComparison.Ordinal));
        Assert.Equal(said.Select(WithoutTime), printed.Select(WithoutTime));
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        var links = _readme.Lines.SelectMany(line => Link().Matches(line))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));
        Assert.All(links, link => Assert.True(Path.Exists(Support.BuiltFiles.InRepository(link)), link));
    }

    string[] Program => _readme.Code("csharp").First();

    static string Text(string[] lines) => string.Join('\n', lines) + "\n";

    // The application is the test's own here.
    static string WithoutTime(string line) => App().Replace(Time().Replace(line, "${name} t"), "app_info{} 1");

    [GeneratedRegex("""app_info\{app="[^"]+",version="[^"]+"\} 1$""")]
    private static partial Regex App();

    [GeneratedRegex("""^(?<name>\w+_seconds_sum\{.*\}|\w+_start_time_seconds) \S+$""")]
    private static partial Regex Time();

    [GeneratedRegex("""\]\((?<target>[^)#]+)""")]
    private static partial Regex Link();
}
