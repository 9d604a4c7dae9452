using System.Globalization;

namespace CrossTier.Pages.Tests.Support;

/// <summary>The page's table of models beside a scrape.</summary>
static class ModelTable
{
    /// <summary>Fails unless the rows say what the scrape says.</summary>
    public static void AssertSays(Scrape scrape, IReadOnlyList<string[]> rows)
    {
        Assert.True(rows.Count >= 4);
        foreach (var row in rows)
        {
            string[] labels = Labels(row);
            double Total(string name, string label) => scrape.Sum(name, [.. labels, label]);
            var price = (string direction) => scrape.One("ai_gateway_token_price_usd", [.. labels, $"direction=\"{direction}\""]);

            Assert.Contains(row[1], scrape.Providers(row[0].ToLowerInvariant()));
            Assert.Equal(Total("ai_gateway_requests_total", "status=\"success\""), Number(row[3]));
            Assert.Equal(Total("ai_gateway_requests_total", "status=\"failure\""), Number(row[4]));
            Assert.Equal(Total("ai_gateway_requests_total", "status=\"cancelled\""), Number(row[5]));
            Assert.Equal(scrape.Sum("ai_gateway_requests_in_flight", labels), Number(row[6]));
            AssertSeconds(scrape.Quantile(0.5, "ai_gateway_request_duration_seconds", labels), row[7]);
            AssertSeconds(scrape.Quantile(0.95, "ai_gateway_request_duration_seconds", labels), row[8]);
            AssertSeconds(scrape.Quantile(0.99, "ai_gateway_request_duration_seconds", labels), row[9]);
            AssertSeconds(scrape.Quantile(0.95, "ai_gateway_time_to_first_token_seconds", labels), row[10]);
            Assert.Equal(Total("ai_gateway_tokens_total", "direction=\"input\""), Number(row[11]));
            Assert.Equal(Total("ai_gateway_tokens_total", "direction=\"output\""), Number(row[12]));
            if (Number(row[11]) + Number(row[12]) == 0)
            {
                Assert.Equal("–", row[13]);
            }
            else if (price("input") is { } input)
            {
                var cached = Total("ai_gateway_token_details_total", "detail=\"cached_input\"");
                var cost = (Number(row[11]) * input) + (Number(row[12]) * price("output")!.Value) - (cached * (input - (price("cached_input") ?? input)));
                AssertUsd(cost, row[13]);
            }
            else
            {
                Assert.Equal("no price", row[13]);
            }
        }
    }

    /// <summary>The labels of a row, as a scrape writes them.</summary>
    public static string[] Labels(string[] row)
    {
        return [$"provider=\"{Escaped(row[1])}\"", $"model=\"{Escaped(row[2])}\""];

        static string Escaped(string value) => value.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\"", "\\\"");
    }

    /// <summary>A number of the table.</summary>
    public static double Number(string text) => double.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    static void AssertUsd(double expected, string shown)
    {
        if (shown == "<$0.0001")
        {
            Assert.InRange(expected, double.Epsilon, 0.0001);
            return;
        }

        Assert.Equal(expected, double.Parse(shown.TrimStart('$'), CultureInfo.InvariantCulture), expected < 0.01 ? 0.00005 : 0.0005);
    }

    static void AssertSeconds(double? expected, string shown)
    {
        if (expected is not { } seconds)
        {
            Assert.Equal("–", shown);
            return;
        }

        var (number, unit) = (double.Parse(shown.Split(' ')[0], CultureInfo.InvariantCulture), shown.Split(' ')[1]);
        Assert.Equal(seconds, number * (unit == "ms" ? 0.001 : 1), seconds * 0.006); // Three digits are shown.
    }
}
