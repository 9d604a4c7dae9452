using CrossTier.Alerts.Tests.Support;

namespace CrossTier.Tool.Tests;

/// <summary>One line saying what and what to do, exit code 2, nothing written.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("is neither a .NET assembly nor a metrics page", "calls", "{text}")]
    [InlineData("is neither a .NET assembly nor a metrics page", "calls", "{empty}")]
    [InlineData("is not a .NET assembly", "calls", "{half}")]
    [InlineData("does not exist", "calls", "{folder}/none.dll")]
    [InlineData("cannot be read", "calls", "{folder}")]
    [InlineData("holds no inference call", "calls", "{core}")]
    [InlineData("holds no inference call", "coverage", "{core}")]
    [InlineData("holds no inference call", "rules", "{core}", "-o", "{out}")]
    [InlineData("does not answer", "calls", "http://127.0.0.1:1/metrics")]
    [InlineData("does not answer as a Prometheus", "verify", "--prometheus", "http://127.0.0.1:1")]
    [InlineData("say an address", "verify", "--prometheus", "localhost")]
    [InlineData("is a running application", "baseline", "http://127.0.0.1:1/metrics", "-o", "{out}")]
    [InlineData("line 2 is wrong", "coverage", "{host}", "--baseline", "{badbaseline}")]
    [InlineData("the baseline", "coverage", "{host}", "--baseline", "{folder}/none.txt")]
    [InlineData("--min is 101", "coverage", "{host}", "--min", "101")]
    [InlineData("--slo is 200", "rules", "--slo", "200", "-o", "{out}")]
    [InlineData("--slo is NaN", "rules", "--slo", "NaN", "-o", "{out}")]
    [InlineData("--slo is 100", "rules", "--slo", "100", "-o", "{out}")]
    [InlineData("'much'", "rules", "--error-rate", "much", "-o", "{out}")]
    [InlineData("--error-rate is 0", "rules", "--error-rate", "0", "-o", "{out}")]
    [InlineData("--gpu is 101", "rules", "--gpu", "101", "-o", "{out}")]
    [InlineData("--latency-target is 1000", "rules", "--latency-target", "1000", "-o", "{out}")]
    [InlineData("--tokens-per-day is -5", "rules", "--tokens-per-day", "-5", "-o", "{out}")]
    [InlineData("--max-label-sets is 0", "dashboard", "--max-label-sets", "0", "-o", "{out}")]
    [InlineData("say a provider", "rules", "--expect", "/gpt-4o", "-o", "{out}")]
    [InlineData("cannot be written (the folder does not exist)", "rules", "-o", "{folder}/none/rules.yml")]
    [InlineData("cannot be written", "rules", "-o", "{folder}")]
    [InlineData("cannot be written", "dashboard", "-o", "{folder}/none/d.json")]
    [InlineData("cannot be written", "baseline", "{host}", "-o", "{folder}/none/b.txt")]
    [InlineData("cannot be written", "calls", "{host}", "-o", "{folder}/none/c.json", "-f", "json")]
    [InlineData("cannot be written", "scrape", "--app", "a=b:1", "-o", "{folder}/none/s.yml")]
    [InlineData("cannot be written", "prices", "import", "{prices}", "-o", "{folder}/none/p.json")]
    [InlineData("is not whole JSON (line", "prices", "import", "{halfprices}", "-o", "{out}")]
    [InlineData("holds no prices by token", "prices", "import", "{otherjson}", "-o", "{out}")]
    [InlineData("price that is not of the format's form", "prices", "import", "{wrongprice}", "-o", "{out}")]
    [InlineData("cannot be read", "prices", "import", "{folder}/none.json", "-o", "{out}")]
    [InlineData("no price of acme", "prices", "import", "{prices}", "--provider", "acme", "-o", "{out}")]
    [InlineData("--alias x", "prices", "import", "{prices}", "--alias", "x", "-o", "{out}")]
    [InlineData("--gpu-hour ollama", "prices", "import", "{prices}", "--gpu-hour", "ollama/m=1@0", "-o", "{out}")]
    [InlineData("is no price book", "prices", "check", "{host}", "--book", "{halfprices}")]
    [InlineData("is no price book", "prices", "import", "{prices}", "--merge", "{prices}", "-o", "{out}")]
    [InlineData("nothing to scrape", "scrape", "-o", "{out}")]
    [InlineData("say job=host:port", "scrape", "--app", "shop", "-o", "{out}")]
    [InlineData("with a port from 1 to 65535", "scrape", "--app", "shop=host:99999", "-o", "{out}")]
    [InlineData("exposes no metrics", "scrape", "--server", "ollama=gpu-1", "-o", "{out}")]
    [InlineData("'abacus' is not known", "scrape", "--server", "abacus=x", "-o", "{out}")]
    [InlineData("--interval 5m", "scrape", "--app", "shop=a:1", "--interval", "5m", "-o", "{out}")]
    [InlineData("has several paths", "scrape", "--app", "shop=a:1", "--app", "shop=b:1/stats", "-o", "{out}")]
    [InlineData("crosstier --help", "calls")]
    [InlineData("'nonsense' is none of its commands: calls, coverage, baseline, rules, dashboard, scrape, verify, prices.", "nonsense")]
    [InlineData("say a command: calls, ")]
    [InlineData("say a command: import, check.", "prices")]
    [InlineData("'chek' is none of its commands: import, check.", "prices", "chek")]
    [InlineData("--gpu: for the rules of servers", "rules", "--gpu", "80", "-o", "{out}")]
    [InlineData("--slo: not for the rules of servers", "rules", "--only", "servers", "--slo", "99", "-o", "{out}")]
    [InlineData("--name is empty", "rules", "--name", "servers", "-o", "{out}")]
    [InlineData("crosstier --help", "calls", "{host}", "--format", "xml")]
    public async Task Says_one_line_and_writes_nothing(string says, params string[] arguments)
    {
        using var scratch = new Scratch();
        var host = await File.ReadAllBytesAsync(Tool.Host);
        await File.WriteAllBytesAsync(scratch["half.dll"], host[..(host.Length / 3)]);
        scratch.Write("text.txt", "hello");
        scratch.Write("empty.txt", "");
        scratch.Write("bad.txt", "# fine\nM:A.B one two three\n");
        scratch.Write("prices.json", PriceImportTests.LiteLlm);
        scratch.Write("half.json", PriceImportTests.LiteLlm[..(PriceImportTests.LiteLlm.Length / 2)]);
        scratch.Write("other.json", "{\"a\": {\"b\": 1}}");
        scratch.Write("wrong.json", "{\"gpt\": {\"litellm_provider\": \"openai\", \"mode\": \"chat\", \"input_cost_per_token\": true}}");
        var before = Directory.GetFiles(scratch.Folder).Order().ToList();

        var (exitCode, output, error) = await Tool.RunAsync([.. arguments.Select(argument => argument
            .Replace("{half}", scratch["half.dll"])
            .Replace("{text}", scratch["text.txt"])
            .Replace("{empty}", scratch["empty.txt"])
            .Replace("{badbaseline}", scratch["bad.txt"])
            .Replace("{prices}", scratch["prices.json"])
            .Replace("{halfprices}", scratch["half.json"])
            .Replace("{otherjson}", scratch["other.json"])
            .Replace("{wrongprice}", scratch["wrong.json"])
            .Replace("{core}", typeof(object).Assembly.Location)
            .Replace("{host}", Tool.Host)
            .Replace("{out}", scratch["out"])
            .Replace("{folder}", scratch.Folder))]);

        Assert.Equal(2, exitCode);
        Assert.Contains(says, error);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.StartsWith("crosstier: ", error);
        Assert.Empty(output);
        Assert.Equal(before, Directory.GetFiles(scratch.Folder).Order());
    }

    [Fact]
    public async Task A_file_that_stands_stays_whole_when_the_new_one_cannot_be_made()
    {
        using var scratch = new Scratch();
        var rules = scratch.Write("rules.yml", "as it was");
        Assert.Equal(2, (await Tool.RunAsync("rules", "--slo", "0", "-o", rules)).ExitCode);
        Assert.Equal("as it was", await File.ReadAllTextAsync(rules));
        await Tool.DoAsync("rules", "-o", rules);
        Assert.StartsWith("# Written by crosstier rules.", await File.ReadAllTextAsync(rules));
        Assert.Equal([rules], Directory.GetFiles(scratch.Folder));
    }
}
