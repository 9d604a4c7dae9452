using CrossTier.EndToEnd.Tests.Support;
using CrossTier.Samples.HybridGateway;
using CrossTier.Samples.HybridGateway.Configuration;
using Microsoft.Extensions.Configuration;

namespace CrossTier.HybridGateway.Tests;

/// <summary>A wrong setting or argument is one line that says which, and exit code 2.</summary>
public sealed class SettingsTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "Listen", "ftp://here", "Gateway:Listen is 'ftp://here'" },
        { "Listen", "http://example.org", "Gateway:Listen is 'http://example.org'" },
        { "Listen", "http://127.0.0.1/path", "Gateway:Listen" },
        { "Listen", "https://127.0.0.1", "reverse proxy" },
        { "Token", " ", "Gateway:Token is blank" },
        { "MaxBodyBytes", "0", "Gateway:MaxBodyBytes" },
        { "MaxBodyBytes", "many", "Gateway:MaxBodyBytes" },
        { "Local:BaseUrl", "localhost:11434", "Gateway:Local:BaseUrl" },
        { "Cloud:BaseUrl", "/v1", "Gateway:Cloud:BaseUrl" },
        { "Cloud:BaseUrl", "https://api.example.org/v1?key=1", "Gateway:Cloud:BaseUrl" },
        { "Cloud:Provider", "", "Gateway:Cloud:Provider is missing" },
        { "Cloud:Provider", "Ollama", "a provider has one tier" },
        { "Local:Timeout", "soon", "Gateway:Local:Timeout" },
        { "Local:Timeout", "00:00:00", "Gateway:Local:Timeout" },
        { "Local:Concurrency", "-1", "Gateway:Local:Concurrency" },
        { "Local:QueueLimit", "-1", "QueueLimit" },
        { "Local:Simulation:ErrorRate", "1.5", "Gateway:Local:Simulation" },
        { "Cloud:Simulation:Latency", "-00:00:01", "Gateway:Cloud:Simulation" },
        { "Loacl:BaseUrl", "http://127.0.0.1/v1", "Loacl" },
        { "Local:Url", "http://127.0.0.1/v1", "Url" },
        { "Models:empty:Local", "", "Gateway:Models:empty names no model" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_one_line(string key, string value, string says)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection([new("Gateway:" + key, value)])
            .Build();
        var wrong = Assert.Throws<SetupException>(() => SettingsReader.Read(configuration));
        Assert.Contains(says, wrong.Message);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Fact]
    public void Without_models_there_is_nothing_to_ask_for()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Gateway:Local:Provider", "a"), new("Gateway:Cloud:Provider", "b")]).Build();
        Assert.Contains("Gateway:Models names no model", Assert.Throws<SetupException>(() => SettingsReader.Read(configuration)).Message);
    }

    [Fact]
    public void The_settings_that_come_with_it_are_right() =>
        SettingsReader.Read(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build());

    [Theory]
    [InlineData("--lisen", "'--lisen'")]
    [InlineData("--listen http://0.0.0.0:0", "set Gateway:Token")]
    [InlineData("--soak 3", "'3' is no length of time")]
    [InlineData("--load --phase 0s", "'0s' is no length of time")]
    [InlineData("--load --soak 3s", "say one of them")]
    public async Task A_wrong_argument_is_one_line_and_exit_code_2(string arguments, string says)
    {
        await using var program = ChildProcess.Start("dotnet", [typeof(Gateway).Assembly.Location, .. arguments.Split(' ')]);
        Assert.Equal(2, await program.EndAsync());
        var line = Assert.Single(program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(says, line);
        Assert.Empty(program.Output);
    }
}
