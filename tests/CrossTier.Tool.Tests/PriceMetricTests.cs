using CrossTier.Alerts.Tests.Support;

namespace CrossTier.Tool.Tests;

/// <summary>What the runtime publishes of prices. The settings hold for the process, so these tests use names of their own.</summary>
public class PriceMetricTests
{
    static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public void The_embedded_book_has_the_models_most_used_with_date_and_source()
    {
        var book = PriceBook.Embedded;
        Assert.InRange(book.Date, new DateOnly(2026, 1, 1), Today);
        Assert.NotEmpty(book.Source);
        foreach (var (provider, model) in new[]
        {
            ("openai", "gpt-4o"),
            ("openai", "gpt-4o-2024-08-06"),
            ("openai", "gpt-4o-mini"),
            ("openai", "gpt-5"),
            ("openai", "text-embedding-3-small"),
            ("anthropic", "claude-sonnet-4-5-20250929"),
            ("anthropic", "claude-opus-4-1"),
            ("google", "gemini-2.5-pro"),
            ("google", "gemini-2.5-flash"),
            ("mistral", "mistral-small-latest"),
            ("deepseek", "deepseek-chat"),
            ("bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0"),
        })
        {
            Assert.True(book.Find(provider, model, Today) is { Input: > 0 }, $"{provider} {model}");
        }

        Assert.NotEqual(book.Find("openai", "gpt-4o", Today)!.Input, book.Find("openai", "gpt-4o-mini", Today)!.Input);
        Assert.Null(book.Find("openai", "house-model", Today));
    }

    [Fact]
    public void Prices_of_declared_models_are_published_for_one_token()
    {
        AiMetrics.Configure(options =>
        {
            options.Prices = new PriceBook(Today, "test",
            [
                new TokenPrice("pay", "now") { Input = 2.5m, Output = 10m, CachedInput = 1.25m },
                new TokenPrice("pay", "later") { Input = 1m, From = Today.AddDays(1) },
            ]);
            options.Expect("pay", "now");
            options.Expect("pay", "now-2026-01-01");
            options.Expect("pay", "later");
            options.Expect("pay", "deployment");
            options.Expect("pay", "unpriced");
            options.Expect("ollama", "at-home");
            options.PriceAs("pay", "deployment", "pay", "now");
        });

        Assert.Equal([("cached_input", 1.25e-6), ("input", 2.5e-6), ("output", 1e-5)], PricesOf("pay", "now"));
        Assert.Equal(3, PricesOf("pay", "now-2026-01-01").Count);
        Assert.Equal(3, PricesOf("pay", "deployment").Count);
        Assert.Empty(PricesOf("pay", "later"));
        Assert.Empty(PricesOf("pay", "unpriced"));
        Assert.Equal([("input", 0), ("output", 0)], PricesOf("ollama", "at-home"));

        AiMetrics.Configure(options => options.Prices = null);
        Assert.Empty(PricesOf("pay", "now"));
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("{\"version\": 2, \"date\": \"2026-01-01\", \"prices\": []}", "of version 1")]
    [InlineData("{\"version\": 1, \"date\": \"2026-01-01\", \"prices\": [{\"provider\": \"a\"}]}", "price 1 (a/) has no model")]
    [InlineData("{\"version\": 1, \"date\": \"2026-01-01\", \"prices\": [{\"provider\": \"a\", \"model\": \"m\"}]}", "neither an input nor an output price")]
    [InlineData("{\"version\": 1, \"date\": \"2026-01-01\", \"prices\": [{\"provider\": \"a\", \"model\": \"m\", \"input\": -1}]}", "below 0")]
    public void A_book_that_is_none_says_where(string json, string says)
    {
        using var scratch = new Scratch();
        var thrown = Assert.Throws<InvalidDataException>(() => PriceBook.Load(scratch.Write("book.json", json)));
        Assert.Contains(says, thrown.Message);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Fact]
    public void A_gpu_hour_becomes_a_price_of_a_token()
    {
        using var scratch = new Scratch();
        var book = PriceBook.Load(scratch.Write(
            "book.json",
            "{\"version\": 1, \"date\": \"2026-01-01\", \"prices\": [{\"provider\": \"ollama\", \"model\": \"*\", \"gpu_hour\": 0.9, "
            + "\"tokens_per_second\": 50}]}"));
        Assert.Equal((0m, 5m), (book.Find("ollama", "any", Today)!.Input, book.Find("ollama", "any", Today)!.Output));
    }

    static List<(string, double)> PricesOf(string provider, string model) =>
    [
        .. AiMetrics.Snapshot().Single(metric => metric.Definition.Name == "ai_gateway_token_price_usd").Points
            .Where(point => point.Labels[0] == provider && point.Labels[1] == model)
            .Select(point => (point.Labels[2], point.Value)).OrderBy(price => price.Item1, StringComparer.Ordinal),
    ];
}
