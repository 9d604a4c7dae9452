using CrossTier.Recognition;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Generators.Tests;

/// <summary>A row costs nothing where its SDK is not referenced: names such as <c>Create</c> are everywhere, and none is bound then.</summary>
public sealed class PresentApiTests
{
    [Theory]
    [InlineData("", "Create", false)]
    [InlineData("", "SendAsync", false)]
    [InlineData("namespace Anthropic.Services { interface IMessageService { } }", "Create", true)]
    [InlineData("namespace Anthropic.Services { interface IMessageService { } }", "SendAsync", false)]
    [InlineData("namespace Anthropic.Services { interface IMessageService { } }", "ToString", false)]
    [InlineData("namespace OllamaSharp { class Chat { } }", "SendAsync", true)]
    public void A_name_is_looked_at_only_if_a_type_that_declares_it_is_there(string source, string name, bool isPresent)
    {
        var compilation = CSharpCompilation.Create("Program", [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)]);
        Assert.Equal(isPresent, KnownApis.Of(compilation).IsPresent(name, compilation));
        Assert.Equal(isPresent, KnownApis.Of(compilation).IsPresent(name, compilation));
    }
}
