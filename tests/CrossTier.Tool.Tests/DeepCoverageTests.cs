using System.Reflection;
using CrossTier.Alerts.Tests.Support;

namespace CrossTier.Tool.Tests;

/// <summary>The deployment: an application with calls that no build of ours looked at, beside the packages that it uses.</summary>
public class DeepCoverageTests
{
    static readonly string s_app = Path.Combine(Folder("BlindExamples"), "CrossTier.BlindExamples.dll");

    [Fact]
    public async Task A_call_without_the_package_is_blind_with_what_would_measure_it()
    {
        var (exitCode, output, _) = await Tool.RunAsync("coverage", "--deep", s_app);
        Assert.Equal(1, exitCode);
        Assert.Contains("0 % measured: 0 of 6 calls", output);
        Assert.Matches(@"Summariser\.cs:9: Summariser\.AwaitedAsync calls ChatClientExtensions\.GetResponseAsync, blind: UseCrossTier\(\)", output);
        Assert.Matches(@"Summariser\.cs:13: Summariser\.FromALambda calls ChatClientExtensions\.GetStreamingResponseAsync", output);
        Assert.Matches(@"Summariser\.OfAnSdk calls ChatClient\.CompleteChat, blind: AddCrossTier\(\) on its HttpClient .*CrossTier\.Http", output);
        Assert.Matches(@"Summariser\.OfAConcreteClient calls ", output);
        Assert.DoesNotContain("Summariser.OfAMock", output);
        Assert.DoesNotContain("Cache.", output);
    }

    [Fact]
    public async Task A_workflow_is_blind_in_its_own_package_and_what_the_application_cannot_reach_is_not_listed()
    {
        var (_, output, _) = await Tool.RunAsync("coverage", "--deep", s_app);
        Assert.Contains("Microsoft.Agents.AI.Workflows: AIAgentHostExecutor.InvokeAgentAsync calls AIAgent.RunStreamingAsync, blind:", output);
        Assert.DoesNotContain("Microsoft.Agents.AI: ", output);
        Assert.DoesNotContain("Microsoft.Extensions.AI: ", output);
        Assert.DoesNotContain("VectorData", output);
    }

    [Fact]
    public async Task Where_the_middleware_is_registered_its_calls_are_a_note()
    {
        using var deployment = new Scratch();
        foreach (var file in Directory.EnumerateFiles(Folder("BlindExamples")).Concat(Directory.EnumerateFiles(Folder("ChatClientPipeline"), "*.dll")))
        {
            File.Copy(file, deployment[Path.GetFileName(file)], overwrite: true);
        }

        var (_, output, error) = await Tool.RunAsync("coverage", "--deep", deployment["CrossTier.BlindExamples.dll"]);
        Assert.DoesNotContain("UseCrossTier()", output);
        Assert.Contains("Summariser.OfAnSdk", output);
        Assert.Contains("3 calls in CrossTier.BlindExamples no build looked at; they are measured where UseCrossTier() on its client stands", error);
    }

    [Fact]
    public async Task Coverage_of_what_was_built_says_that_more_lies_beside_it()
    {
        using var deployment = new Scratch();
        foreach (var file in Directory.EnumerateFiles(Folder("BlindExamples")).Append(Tool.Host))
        {
            File.Copy(file, deployment[Path.GetFileName(file)], overwrite: true);
        }

        var (_, output, error) = await Tool.RunAsync("coverage", deployment["CrossTier.CallExamples.dll"]);
        Assert.Contains("5 of 9 calls", output);
        Assert.Contains("6 more inference calls beside it that no build looked at; --deep lists them.", error);
        (_, output, _) = await Tool.RunAsync("coverage", "--deep", deployment["CrossTier.CallExamples.dll"]);
        Assert.Contains("5 of 15 calls", output);
    }

    [Fact]
    public async Task One_build_counts_once_wherever_it_lies()
    {
        using var copy = new Scratch();
        File.Copy(Tool.Host, copy["Copy.dll"]);
        var (_, output, _) = await Tool.RunAsync("coverage", Tool.Host, copy["Copy.dll"], Tool.Host);
        Assert.Contains("5 of 9 calls", output);
    }

    [Fact]
    public async Task A_baseline_lets_blind_calls_stay()
    {
        using var scratch = new Scratch();
        var baseline = scratch.Write("AiCalls.Baseline.txt", "M:CrossTier.BlindExamples.Summariser.OfAnSdk OpenAI.Chat.ChatClient.CompleteChat 1\n");
        var (_, output, _) = await Tool.RunAsync("coverage", "--deep", s_app, "--baseline", baseline);
        Assert.Contains("0 of 5 calls; 0 excused, 1 in the baseline", output);
        Assert.DoesNotContain("Summariser.OfAnSdk", output);
    }

    [Theory]
    [InlineData("--deep", "5 of 13 calls")]
    [InlineData("--min=0", "5 of 9 calls")]
    public async Task A_damaged_assembly_beside_it_is_a_note(string option, string summary)
    {
        using var deployment = new Scratch();
        foreach (var file in Directory.EnumerateFiles(Folder("BlindExamples")).Append(Tool.Host))
        {
            File.Copy(file, deployment[Path.GetFileName(file)], overwrite: true);
        }

        const string Damaged = "Microsoft.Agents.AI.Workflows";
        var bytes = File.ReadAllBytes(deployment[Damaged + ".dll"]);
        bytes.AsSpan(0x400, 0x3c00).Fill(0xa7); // Instructions that are none.
        File.WriteAllBytes(deployment[Damaged + ".dll"], bytes);
        var (_, output, error) = await Tool.RunAsync("coverage", option, deployment[Path.GetFileName(Tool.Host)]);
        Assert.Contains(summary, output);
        Assert.Equal(option == "--deep", error.Contains($"{Damaged} is damaged; the calls in it are not known.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_without_assemblies_of_sdks_is_no_crash()
    {
        using var scratch = new Scratch();
        File.WriteAllBytes(scratch["native.dll"], [0x4d, 0x5a, 1, 2, 3]);
        File.Copy(typeof(object).Assembly.Location, scratch["Runtime.dll"]);
        var (exitCode, _, error) = await Tool.RunAsync("coverage", "--deep", scratch["Runtime.dll"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("holds no inference call", error);
    }

    static string Folder(string key) =>
        typeof(DeepCoverageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
