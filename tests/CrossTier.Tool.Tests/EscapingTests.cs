using System.Globalization;
using System.Text;
using System.Text.Json;
using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Files;
using CrossTier.Tool.Formats;
using CrossTier.Tool.Inventory;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Tests;

/// <summary>Names of every class of code points: each target gets them in its own form, and reads the same name back.</summary>
public class EscapingTests
{
    static readonly string[] s_signs =
    [
        "\"", "'", "\\", "`", "{{", "}}", "{{{", "{{\"", "|", "<", "&", "[x](y)", "#", ": ", "- ", "%", "$__range", "\ud83d\ude00",
    ];

    /// <summary>Both halves of a pair alone, and some of every class; controls, format and separators whole.</summary>
    public static TheoryData<string> Names => [.. s_signs.Concat(CodePoints()).Select(sign => $"a{sign}b{sign}").Append("\ud800").Append("x\udc00").Append("")];

    /// <summary>Those that promtool is asked about, a name for each class.</summary>
    public static TheoryData<UnicodeCategory> Classes => [.. Enum.GetValues<UnicodeCategory>().Where(category => category != UnicodeCategory.Surrogate)];

    [Fact]
    public void Json_holds_nothing_special_and_reads_back_the_same()
    {
        foreach (var name in Names)
        {
            var text = Write(JsonFormat.Write, name.Data);
            AssertPlain(text);
            Assert.Equal(Whole(name.Data), JsonDocument.Parse(text).RootElement.GetProperty("calls")[0].GetProperty("model").GetString());
        }
    }

    [Fact]
    public void Sarif_holds_nothing_special_and_no_link()
    {
        foreach (var name in Names)
        {
            var text = Write(SarifFormat.Write, name.Data);
            AssertPlain(text);
            var result = JsonDocument.Parse(text).RootElement.GetProperty("runs")[0].GetProperty("results")[0];
            var message = result.GetProperty("message").GetProperty("text").GetString()!;
            AssertPlain(message);
            Assert.DoesNotContain("b](y)", message.Replace("\\]", ""));
        }
    }

    [Fact]
    public void Markdown_and_the_terminal_hold_nothing_special()
    {
        foreach (var name in Names)
        {
            var markdown = Write(MarkdownFormat.Write, name.Data);
            AssertPlain(markdown);
            Assert.Equal(5, markdown.TrimEnd().Split('\n').Length);
            Assert.DoesNotContain("[x](y)", markdown);
            AssertPlain(Write(TableFormat.Write, name.Data));
        }
    }

    [Fact]
    public void Yaml_holds_nothing_special_and_reads_back_the_same()
    {
        var reader = new YamlDotNet.Serialization.DeserializerBuilder().Build();
        foreach (var name in Names)
        {
            var yaml = Yaml.Write(new Dictionary<string, string> { ["name"] = name.Data });
            AssertPlain(yaml);
            Assert.Equal(Whole(name.Data), reader.Deserialize<Dictionary<string, string>>(yaml)["name"]);
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task Promtool_accepts_names_of_every_class(UnicodeCategory category)
    {
        string[] names = [.. CodePoints().Where(sign => Category(sign) == category).Take(12).Concat(s_signs.Where(_ => category == UnicodeCategory.Control))];
        using var scratch = new Scratch();
        var options = new RuleOptions
        {
            Jobs = [.. names.Select(sign => $"job{sign}")],
            Expected = [.. names.Select(sign => new Expectation($"p{sign}x", $"m{sign}"))],
        };
        var yaml = RuleFile.Write(RuleBook.Create(options));
        AssertPlain(yaml);
        var (exitCode, output) = await Programs.RunAsync("promtool", "check", "rules", "--lint=all", "--lint-fatal", scratch.Write("rules.yml", yaml));
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Promtool_finds_the_series_of_a_name_of_every_sign_and_alerts_with_it()
    {
        foreach (var sign in s_signs.Append("\u2028").Append("\u0085").Append("\u001b").Append("\u202e").Append("\n"))
        {
            using var scratch = new Scratch();
            var name = $"a{sign}b";
            var q = new Promql(new RuleOptions { Name = name, Expected = [new(name, null)] });
            scratch.Write("rules.yml", RuleFile.Write(RuleBook.Create(q.Options)));
            var test = Yaml.Write(new
            {
                rule_files = new[] { "rules.yml" },
                evaluation_interval = "1m",
                tests = new[]
                {
                    Case(q, name, [], expected: true),
                    Case(q, name, [new { series = $"ai_gateway_provider_info{{provider={PromqlText.Quote(name)}}}", values = "1x30" }], expected: false),
                },
            });
            var (exitCode, output) = await Programs.RunAsync("promtool", "test", "rules", scratch.Write("test.yml", test));
            Assert.True(exitCode == 0, $"{sign}: {output}");
        }
    }

    [Fact]
    public void Ordinary_names_stay_as_they_are()
    {
        foreach (var name in new[] { "gpt-4o", "us.anthropic.claude-3:0", "größe", "模型", "a b", "x/y@z" })
        {
            Assert.Equal($"\"{name}\"", PromqlText.Quote(name));
            Assert.Equal(name, TemplateText.Shown(name));
            Assert.Equal(name, TerminalText.Of(name));
            Assert.Equal(name, MarkdownText.Of(name));
            Assert.Equal($"name: {name}\n", Yaml.Write(new Dictionary<string, string> { ["name"] = name }));
        }
    }

    static object Case(Promql q, string name, object[] series, bool expected)
    {
        var alert = RuleBook.Create(q.Options).Alerts.Single(rule => rule.Alert == "AiKnownProviderAbsent");
        var shown = TerminalText.Of(name);
        return new
        {
            interval = "1m",
            input_series = series,
            alert_rule_test = new[]
            {
                new
                {
                    eval_time = "15m",
                    alertname = alert.Alert,
                    exp_alerts = expected
                        ? new[]
                        {
                            new
                            {
                                exp_labels = new { severity = "warning", notify = "ticket", rules = name, expected = name, provider = name },
                                exp_annotations = new
                                {
                                    summary = $"No metrics of {shown}",
                                    description = $"The code calls {shown}, and no target exposes its series: the application is not scraped, not running, "
                                        + "or runs another build.",
                                    runbook_url = $"{q.Options.Runbooks}{alert.Alert}.md",
                                },
                            },
                        }
                        : [],
                },
            },
        };
    }

    static IEnumerable<string> CodePoints() => Enumerable.Range(0, 0x10FFFF).Where(Rune.IsValid).Select(value => new Rune(value))
        .Where(rune => rune.Value != 0)
        .GroupBy(Rune.GetUnicodeCategory)
        .SelectMany(group => group.Take(group.First() is var first && SpecialText.Is(first) ? 80 : 10))
        .Select(rune => rune.ToString());

    static UnicodeCategory Category(string sign) => Rune.GetUnicodeCategory(Rune.GetRuneAt(sign, 0));

    static string Whole(string name) => string.Concat(name.EnumerateRunes());

    static void AssertPlain(string text) => Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value != '\n' && SpecialText.Is(rune));

    static string Write(Action<CallInventory, TextWriter> format, string name)
    {
        var text = new StringWriter { NewLine = "\n" };
        format(
            CallInventory.Of([
                new InferenceCall(name, CallState.Ignored, "call", name, name, name, new(name, 1, 1), name, name, name, name, name, name, name, name),
            ]),
            text);
        return text.ToString();
    }
}
