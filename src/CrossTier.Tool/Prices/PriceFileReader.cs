using System.Text.Json;
using CrossTier.Tool.Files;

namespace CrossTier.Tool.Prices;

/// <summary>Reads a file of prices in one of the formats that others keep up to date.</summary>
static class PriceFileReader
{
    const string Known = "it is read from LiteLLM's model_prices_and_context_window.json or from pydantic genai-prices' data.json";

    /// <exception cref="InputException">The file cannot be read, is cut off, or is of another format.</exception>
    public static ImportedPrices Read(string path)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(
                InputFile.ReadText(path),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw new InputException($"'{path}' is not whole JSON (line {e.LineNumber + 1}); fetch it again: {Known}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"'{path}' cannot be read ({FileReason.Of(e)}).");
        }

        using (document)
        {
            var root = document.RootElement;
            ImportedPrices? prices;
            try
            {
                prices = GenAiPrices.Accepts(root) ? GenAiPrices.Read(root) : LiteLlmPrices.Accepts(root) ? LiteLlmPrices.Read(root) : null;
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException or OverflowException or ArgumentException)
            {
                throw new InputException($"'{path}' holds a price that is not of the format's form ({e.Message.TrimEnd('.')}); {Known}.");
            }

            return prices is { Prices.Count: > 0 } ? prices : throw new InputException($"'{path}' holds no prices by token; {Known}.");
        }
    }
}
