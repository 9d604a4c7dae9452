using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class AnnotateAssemblyTests : FixTest<UnscopedCallAnalyzer, AnnotateAssemblyFix>
{
    const string Call = "class C(IChatClient c) { object A() => c.GetResponseAsync(\"1\"); }\n";

    [Theory]
    [InlineData("using System;\n\nnamespace N;\n\n" + Call, "using System;\nusing CrossTier;\n\n[assembly: AiCall]\n\nnamespace N;\n\n" + Call)]
    [InlineData("using CrossTier;\nusing System;\n\n" + Call, "using CrossTier;\nusing System;\n\n[assembly: AiCall]\n\n" + Call)]
    [InlineData("// header\n\n/// <summary>C.</summary>\n" + Call, "// header\n\nusing CrossTier;\n\n[assembly: AiCall]\n\n/// <summary>C.</summary>\n" + Call)]
    [InlineData("#define X\n" + Call, "#define X\nusing CrossTier;\n\n[assembly: AiCall]\n\n" + Call)]
    [InlineData("using static System.Math;\n" + Call, "using CrossTier;\nusing static System.Math;\n\n[assembly: AiCall]\n" + Call)]
    [InlineData(
        "IChatClient c = null!;\nawait c.GetResponseAsync(\"hi\");\n",
        "using CrossTier;\n\n[assembly: AiCall]\n\nIChatClient c = null!;\nawait c.GetResponseAsync(\"hi\");\n")]
    [InlineData(
        "using System;\r\n\r\nclass C(IChatClient c) { object A() => c.GetResponseAsync(\"1\"); }",
        "using System;\r\nusing CrossTier;\r\n\r\n[assembly: AiCall]\r\n\r\nclass C(IChatClient c) { object A() => c.GetResponseAsync(\"1\"); }")]
    public async Task The_attribute_goes_below_the_usings(string before, string after) => await Check(before, "assembly", after);

    [Fact]
    public async Task A_project_needs_it_once() => await CheckAll(
        [Call, Call.Replace("class C", "class D")], "assembly", ["using CrossTier;\n\n[assembly: AiCall]\n\n" + Call, Call.Replace("class C", "class D")]);
}
