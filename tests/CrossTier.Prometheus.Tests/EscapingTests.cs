using Prometheus;

namespace CrossTier.Scrapes;

public class EscapingTests
{
    public static TheoryData<string> Names { get; } =
    [
        "quote\"inside", "back\\slash", "line\nbreak", "carriage\r\nreturn", "emoji 😀 and 漢字", "braces{a=\"b\"} 1",
        "\\n is not a line break", "ends with \\", "tab\there", " blank ends ",
        "RTL \u202E and zero\u200Bwidth",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_label_value_comes_back_as_it_was(string value)
    {
        Traffic.Many(Traffic.Site("escape " + value, tier: AiTier.Local), 3);
        var scrape = await Scrape.Of(Metrics.NewCustomRegistry().AddCrossTier());

        var line = Assert.Single(
            scrape.Text.Split('\n'),
            line => line.StartsWith("ai_gateway_provider_info{", StringComparison.Ordinal) && Unescaped(line) == "escape " + value);

        Assert.EndsWith("\",tier=\"local\"} 1", line);
        await Promtool.Check(scrape.Text);
    }

    /// <summary>The first label value of a line, as a Prometheus server reads it.</summary>
    static string Unescaped(string line)
    {
        var value = new System.Text.StringBuilder();
        for (var i = line.IndexOf('"') + 1; line[i] != '"'; i++)
        {
            if (line[i] != '\\')
            {
                value.Append(line[i]);
                continue;
            }

            i++;
            value.Append(line[i] == 'n' ? '\n' : line[i]);
        }

        return value.ToString();
    }
}
