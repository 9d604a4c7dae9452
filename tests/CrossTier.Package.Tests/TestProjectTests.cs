using System.Xml.Linq;
using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>A test project of the user's behaves as without the package: strict mocks see their calls alone, coverage the user's lines alone.</summary>
public sealed class TestProjectTests(Feed feed)
{
    static readonly (string Id, string Version)[] s_packages =
    [
        ("Moq", "4.20.72"), ("coverlet.collector", "8.0.1"),
        .. new[] { "xunit.v3.mtp-off", "xunit.runner.visualstudio", "Microsoft.NET.Test.Sdk" }.Select(id => (id, Repository.VersionOf(id))),
    ];

    const string Library = """
        using CrossTier;
        using Microsoft.Extensions.AI;

        public sealed partial class Chat(IChatClient client)
        {
            [AiCall("openai", "gpt-4o")]
            public async Task<string> Ask(string question)
            {
                var reply = await client.GetResponseAsync([new ChatMessage(ChatRole.User, question)]);
                return reply.Text.Length > 0
                    ? reply.Text
                    : "nothing";
            }

            [AiCall("acme")]
            public partial Task<int> Half(string question);

            Task<int> HalfCore(string question) => Task.FromResult(question.Length);

            public string NeverCalled() => "never";
        }
        """;

    const string Tests = """
        using Microsoft.Extensions.AI;
        using Moq;
        using Xunit;

        public class ChatTests
        {
            [Fact]
            public async Task A_strict_mock_sees_the_call_and_nothing_else()
            {
                var client = new Mock<IChatClient>(MockBehavior.Strict);
                client.Setup(c => c.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), null, default))
                    .ReturnsAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi")));
                Assert.Equal("hi", await new Chat(client.Object).Ask("hi"));
                Assert.Equal(2, await new Chat(client.Object).Half("hi"));
                client.Verify(c => c.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), null, default), Times.Once);
                client.VerifyNoOtherCalls();
            }
        }
        """;

    [Fact]
    public async Task Mocks_and_coverage_see_what_they_see_without_us()
    {
        var workspace = feed.Workspace();
        workspace.Project("Lib", Library).Bare(
            "Tests",
            Tests,
            "<IsTestProject>true</IsTestProject><OutputType>Exe</OutputType>",
            Workspace.Reference("Lib") + string.Concat(s_packages.Select(package =>
                $"""<PackageReference Include="{package.Id}" Version="{package.Version}" />""")));
        var measured = await Coverage(workspace, "measured");
        Assert.Equal(await Coverage(workspace, "plain", "-p:CrossTierEnabled=false"), measured);
        Assert.Equal(["Code.cs"], measured.Select(line => line.Split('(')[0]).Distinct());
        Assert.Contains("Code.cs(9): 1", measured);
        Assert.Contains("Code.cs(20): 0", measured);
    }

    // The covered lines of the library, as coverlet counts them.
    static async Task<IReadOnlyList<string>> Coverage(Workspace workspace, string name, params string[] properties)
    {
        var (exit, output) = await workspace.Test("Tests", ["--collect:XPlat Code Coverage", "--results-directory", name, .. properties]);
        Assert.True(exit == 0, output);
        var report = Directory.GetFiles(Path.Combine(workspace.Folder, name), "coverage.cobertura.xml", SearchOption.AllDirectories).Single();
        return
        [
            .. XDocument.Load(report).Descendants("class")
                .SelectMany(type => type.Elements("lines").Elements("line").Select(line =>
                    $"{Path.GetFileName((string)type.Attribute("filename")!)}({(string)line.Attribute("number")!}): {(string)line.Attribute("hits")!}"))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
