using System.Text.Json;
using CrossTier.Alerts.Tests.Support;

namespace CrossTier.Tool.Tests;

public class PriceImportTests
{
    public const string LiteLlm = """
        {
          "sample_spec": { "litellm_provider": "one of https://docs.litellm.ai/docs/providers", "input_cost_per_token": 0.0, "output_cost_per_token": 0.0 },
          "gpt-4o": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 1.25e-06, "input_cost_per_token_batches": 1.25e-06, "input_cost_per_token_priority": 4.25e-06, "search_context_cost_per_query": { "search_context_size_low": 0.02, "search_context_size_medium": 0.025 }, "file_search_cost_per_1k_calls": 2.5 },
          "azure/gpt-4o": { "litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05 },
          "claude-sonnet-4-5": { "litellm_provider": "anthropic", "mode": "chat", "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05, "cache_creation_input_token_cost": 3.75e-06, "cache_creation_input_token_cost_above_1hr": 6e-06, "cache_read_input_token_cost": 3e-07, "input_cost_per_token_above_200k_tokens": 6e-06, "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 1.2e-05 },
          "gpt-audio": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05, "input_cost_per_audio_token": 4e-05, "output_cost_per_audio_token": 8e-05, "output_cost_per_reasoning_token": 2e-05 },
          "gemini-2.5-pro": { "litellm_provider": "vertex_ai-language-models", "mode": "chat", "input_cost_per_token": 1.25e-06, "output_cost_per_token": 1e-05 },
          "ollama/llama3": { "litellm_provider": "ollama", "mode": "chat", "input_cost_per_token": 0.0, "output_cost_per_token": 0.0 },
          "text-embedding-3-small": { "litellm_provider": "openai", "mode": "embedding", "input_cost_per_token": "2e-08", "output_cost_per_token": 0.0 },
          "free/by-mistake": { "litellm_provider": "free", "mode": "chat", "input_cost_per_token": 0.0, "output_cost_per_token": 0.0 },
          "1024-x-1024/dall-e-2": { "litellm_provider": "openai", "mode": "image_generation", "input_cost_per_pixel": 1.9e-08 }
        }
        """;

    const string GenAi = """
        [
          {"id": "anthropic", "models": [
            {"id": "claude-opus-4-6", "match": {"or": [{"starts_with": "claude-opus-4-6"}, {"contains": "opus-4.6"}]},
             "prices": [
               {"prices": {"input_mtok": {"base": 5, "tiers": [{"start": 200000, "price": 10}]}, "cache_write_1h_mtok": 8, "output_mtok": 25, "web_searches_kcount": 10, "requests_kcount": 3}},
               {"constraint": {"start_date": "2026-03-13"}, "prices": {"input_mtok": 4, "cache_read_mtok": 0.5, "output_mtok": 20}}]}]},
          {"id": "aws", "models": [{"id": "amazon.nova-lite-v1:0", "match": {"contains": "amazon.nova-lite"}, "prices": {"input_mtok": 0.06, "output_mtok": 0.24}}]},
          {"id": "openrouter", "models": [{"id": "x:free", "match": {"equals": "x:free"}, "prices": {}}]}
        ]
        """;

    static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public async Task Litellm_becomes_a_book_that_the_runtime_reads()
    {
        var book = await BookOf(LiteLlm);
        var gpt = book.Find("openai", "gpt-4o", Day)!;
        Assert.Equal((2.5m, 10m, 1.25m, null), (gpt.Input, gpt.Output, gpt.CachedInput, gpt.CacheWriteInput));
        Assert.Equal(["batches"], gpt.NotCovered);
        Assert.Equal(3.75m, book.Find("anthropic", "claude-sonnet-4-5", Day)!.CacheWriteInput);
        Assert.Equal(2.5m, book.Find("azure", "gpt-4o", Day)!.Input);
        Assert.Equal(1.25m, book.Find("google", "gemini-2.5-pro", Day)!.Input);
        Assert.Equal(0.02m, book.Find("openai", "text-embedding-3-small", Day)!.Input);
        Assert.Equal(0m, book.Find("ollama", "llama3", Day)!.Output);
    }

    [Fact]
    public async Task Parts_tiers_and_tools_of_litellm_keep_their_prices()
    {
        var book = await BookOf(LiteLlm);
        var gpt = book.Find("openai", "gpt-4o", Day)!;
        Assert.Equal([new TierPrice("priority") { Input = 4.25m }], gpt.Tiers);
        Assert.Equal([("file_search", 0.0025m), ("web_search", 0.025m)], gpt.Tools.Select(tool => (tool.Key, tool.Value)).Order());
        var claude = book.Find("anthropic", "claude-sonnet-4-5", Day)!;
        Assert.Equal(6m, claude.CacheWriteHourInput);
        Assert.Equal([new TierPrice(TierPrice.LongContext) { Above = 200_000, Input = 6, CacheWriteHourInput = 12 }], claude.Tiers);
        var audio = book.Find("openai", "gpt-audio", Day)!;
        Assert.Equal((40m, 80m, 20m), (audio.AudioInput, audio.AudioOutput, audio.ReasoningOutput));
    }

    [Fact]
    public async Task Parts_long_contexts_and_tools_of_genai_prices_keep_their_prices()
    {
        var opus = (await BookOf(GenAi)).Find("anthropic", "claude-opus-4-6", new DateOnly(2026, 3, 12))!;
        Assert.Equal((5m, 8m), (opus.Input, opus.CacheWriteHourInput));
        Assert.Equal([new TierPrice(TierPrice.LongContext) { Above = 200_000, Input = 10 }], opus.Tiers);
        Assert.Equal(0.01m, opus.Tools["web_search"]);
        Assert.Equal(["a fee for each request"], opus.NotCovered);
    }

    [Fact]
    public async Task What_costs_nothing_by_mistake_or_by_the_image_has_no_price()
    {
        var book = await BookOf(LiteLlm);
        Assert.Null(book.Find("free", "by-mistake", Day));
        Assert.Null(book.Find("openai", "1024-x-1024/dall-e-2", Day));
        Assert.Contains("2 models without a price by token are left out", (await Tool.ImportAsync(LiteLlm)).Output);
    }

    [Fact]
    public async Task Genai_prices_keep_their_dates_and_names()
    {
        var book = await BookOf(GenAi);
        Assert.Equal(5m, book.Find("anthropic", "claude-opus-4-6-20260205", new DateOnly(2026, 3, 12))!.Input);
        Assert.Equal(
            (4m, 0.5m),
            (book.Find("anthropic", "claude-opus-4-6", new DateOnly(2026, 3, 13))!.Input, book.Find("anthropic", "claude-opus-4-6", Day)!.CachedInput));
        Assert.Equal(4m, book.Find("anthropic", "my-opus-4.6-copy", Day)!.Input);
        Assert.Equal(0.06m, book.Find("bedrock", "eu.amazon.nova-lite-v1:0", Day)!.Input);
        Assert.Null(book.Find("openrouter", "x:free", Day));
    }

    [Fact]
    public async Task Aliases_and_gpu_hours_join_the_book()
    {
        var book = await BookOf(LiteLlm, "--alias", "azure/assistant-prod=openai/gpt-4o", "--gpu-hour", "ollama/qwen*=0.81@45");
        Assert.Equal(2.5m, book.Find("azure", "assistant-prod", Day)!.Input);
        Assert.Equal((0m, 5m), (book.Find("ollama", "qwen3:8b", Day)!.Input, book.Find("ollama", "qwen3:8b", Day)!.Output));
        Assert.Null(book.Find("azure", "assistant-test", Day));
    }

    [Fact]
    public async Task A_merge_keeps_what_held_before()
    {
        using var scratch = new Scratch();
        var old = scratch.Write("old.json", (await Tool.ImportAsync(LiteLlm, "--date", "2026-01-01")).Written);
        var written = (await Tool.ImportAsync(
            LiteLlm.Replace(
                "\"input_cost_per_token\": 2.5e-06, \"output_cost_per_token\": 1e-05, \"cache",
                "\"input_cost_per_token\": 2e-06, \"output_cost_per_token\": 1e-05, \"cache"),
            "--date",
            "2026-06-01",
            "--merge",
            old)).Written;
        var book = PriceBook.Load(scratch.Write("new.json", written));
        Assert.Equal(2.5m, book.Find("openai", "gpt-4o", new DateOnly(2026, 5, 31))!.Input);
        Assert.Equal(2m, book.Find("openai", "gpt-4o", new DateOnly(2026, 6, 1))!.Input);
        Assert.Equal(1, book.Prices.Count(price => price is { Provider: "anthropic" }));
        Assert.Equal(2, book.Prices.Count(price => price is { Provider: "openai", Model: "gpt-4o" }));
    }

    [Fact]
    public async Task Check_names_the_models_without_a_price()
    {
        var (exitCode, output, _) = await Tool.RunAsync("prices", "check", Tool.Host);
        Assert.Equal(1, exitCode);
        Assert.Contains("openai house-model has NO PRICE: its tokens are not in the cost.", output);
        Assert.Contains("openai gpt-4o costs 2.5 US dollars for a million input tokens and 10 for a million output tokens.", output);
        Assert.Contains("ollama llama3.2 is local and costs nothing.", output);
    }

    static async Task<PriceBook> BookOf(string json, params string[] options)
    {
        using var scratch = new Scratch();
        var import = await Tool.ImportAsync(json, options);
        Assert.True(import.ExitCode == 0, import.Error);
        using var written = JsonDocument.Parse(import.Written);
        Assert.Equal(1, written.RootElement.GetProperty("version").GetInt32());
        return PriceBook.Load(scratch.Write("book.json", import.Written));
    }
}
