using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Prices;

namespace CrossTier.Tests.Prices;

public class PriceTableTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void The_environment_names_a_book_or_none()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "{\"version\": 1, \"date\": \"2026-01-02\", \"prices\": [{\"provider\": \"a\", \"model\": \"m\", \"input\": 1}]}");
            Assert.Equal(new DateOnly(2026, 1, 2), PriceTable.Standard(path)!.Date);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Null(PriceTable.Standard("none"));
        Assert.Same(PriceBook.Embedded, PriceTable.Standard(null));
    }

    [Fact]
    public void A_book_that_cannot_be_read_costs_a_line_and_not_the_program() => Assert.Same(PriceBook.Embedded, PriceTable.Standard("/no/such/book.json"));

    [Fact]
    public void A_price_begins_on_its_day_even_in_a_process_that_runs_through_it()
    {
        var table = new PriceTable
        {
            Book = new PriceBook(Today, "test", [new TokenPrice("p", "m") { Input = 2 }, new TokenPrice("p", "m") { Input = 1, From = Today.AddDays(1) }]),
        };
        Assert.Equal(2, table.Of(new LabelSet("p", "m"), isLocal: false, null, Today).Price!.Input);
        Assert.Equal(1, table.Of(new LabelSet("p", "m"), isLocal: false, null, Today.AddDays(1)).Price!.Input);
    }

    [Fact]
    public void A_local_model_is_free_unless_the_book_knows_it()
    {
        var table = new PriceTable { Book = new PriceBook(Today, "test", [new TokenPrice("ollama", "big*") { Output = 5 }]) };
        Assert.Equal(0, table.Of(new LabelSet("ollama", "small"), isLocal: true, null, Today).Price!.Output);
        Assert.Equal(5, table.Of(new LabelSet("ollama", "big-one"), isLocal: true, null, Today).Price!.Output);
        Assert.Null(table.Of(new LabelSet("proxy", "small"), isLocal: false, null, Today).Price);
    }

    [Fact]
    public void A_label_without_a_price_takes_the_price_of_the_model_that_replies_name()
    {
        var table = new PriceTable
        {
            Book = new PriceBook(Today, "test", [new TokenPrice("openai", "gpt-4o") { Input = 2 }, new TokenPrice("acme", "known") { Input = 3 }]),
        };
        (decimal?, string?) Of(string provider, string model, string? replied, bool isLocal = false)
        {
            var (price, pricedAs) = table.Of(new LabelSet(provider, model), isLocal, replied, Today);
            return (price?.Input, pricedAs);
        }

        Assert.Equal((2m, "gpt-4o-2024-08-06"), Of("azure", "assistant", "gpt-4o-2024-08-06"));
        Assert.Equal((3m, "known"), Of("acme", "deployment", "known"));
        Assert.Equal((3m, null), Of("acme", "known", "gpt-4o"));
        Assert.Equal((0m, null), Of("acme", "deployment", "known", isLocal: true));
        Assert.Equal((null, null), Of("acme", "deployment", "gpt-4o"));
        Assert.Equal((null, null), Of("acme", "deployment", null));
    }

    [Fact]
    public void A_private_address_alone_does_not_make_a_provider_free()
    {
        var tiers = new ProviderTiers();
        tiers.GetTier("openai-compatible", AiTier.Auto, new Uri("http://10.0.0.7:4000/v1"));
        tiers.GetTier("ollama", AiTier.Auto, new Uri("http://10.0.0.8:11434"));
        tiers.GetTier("acme", AiTier.Local, endpoint: null);
        Assert.Equal(
            (false, true, true, false),
            (tiers.IsCertainlyLocal("openai-compatible"), tiers.IsCertainlyLocal("ollama"), tiers.IsCertainlyLocal("acme"), tiers.IsCertainlyLocal("nobody")));
    }

    [Theory]
    [InlineData("gpt-4o*", "gpt-4o-mini", true)]
    [InlineData("*claude*", "us.anthropic.claude-3", true)]
    [InlineData("*", "", true)]
    [InlineData("a*b*a", "aba", true)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("gpt-4o*", "gpt-4", false)]
    [InlineData("GPT*", "gpt-4", true)]
    public void A_star_stands_for_any_text(string pattern, string name, bool matches) => Assert.Equal(matches, new NamePattern(pattern).Matches(name));

    [Theory]
    [InlineData("gpt-4o-2024-08-06", "gpt-4o")]
    [InlineData("claude-sonnet-4-5-20250929", "claude-sonnet-4-5")]
    [InlineData("claude-sonnet-4-5@20250929", "claude-sonnet-4-5")]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", "anthropic.claude-3-haiku")]
    [InlineData("llama3.2:latest", "llama3.2")]
    [InlineData("gpt-4o-mini", "gpt-4o-mini")]
    public void A_date_is_taken_off_a_name(string name, string plain) => Assert.Equal(plain, DatedName.Strip(name));

    [Fact]
    public void The_nearest_of_two_patterns_wins_and_an_exact_name_beats_both()
    {
        var book = new PriceBook(
            Today,
            "test",
            [new TokenPrice("p", "g*") { Input = 1 }, new TokenPrice("p", "gpt-4o*") { Input = 2 }, new TokenPrice("p", "gpt-4o-mini") { Input = 3 }]);
        Assert.Equal(
            (1m, 2m, 3m),
            (book.Find("p", "gemma", Today)!.Input, book.Find("P", "gpt-4o-big", Today)!.Input, book.Find("p", "gpt-4o-mini", Today)!.Input));
    }
}
