using CrossTier.Assemblies;
using CrossTier.Build;

namespace CrossTier.Package.Tests.Report;

/// <summary>What the report takes from an error log.</summary>
public sealed class ErrorLogReaderTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"runs":[{"results":null}]}""")]
    [InlineData("""{"runs":[{"results":[{"ruleId":"AIC001"},{"ruleId":7,"locations":[{}]},{"ruleId":"CS0168","locations":[{}]}]}]}""")]
    public void A_log_without_calls_has_none(string json) => Assert.Empty(Read(json));

    [Fact]
    public void A_rule_that_speaks_and_one_that_is_suppressed()
    {
        var calls = Read("""
            {"runs":[{"results":[
              {"ruleId":"AIC001","message":{"text":"why"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"file:///home/me/App/My%20File.cs"},"region":{"startLine":3,"startColumn":7}}}]},
              {"ruleId":"AIC003","message":"why","suppressionStates":["suppressedInSource"],"locations":[{"resultFile":{"uri":"file:///home/other/X.cs","region":{"startLine":4,"startColumn":8}}}]}
            ]}]}
            """);
        Assert.Equal([new SourceLocation("My File.cs", 3, 7), new SourceLocation("/_/X.cs", 4, 8)], calls.Select(call => call.Location));
        Assert.Equal(["reason=why", "rule=AIC001"], calls[0].Facts.Select(fact => $"{fact.Key}={fact.Value}").Order());
        Assert.Equal(["reason=why", "rule=AIC003", "suppressed=true"], calls[1].Facts.Select(fact => $"{fact.Key}={fact.Value}").Order());
    }

    static List<FlaggedCall> Read(string json)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json);
            return new ErrorLogReader(new SourcePaths("/home/me/App/", "/home/=/other/,/home/other/=/_/")).Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
