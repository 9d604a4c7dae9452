namespace LangChain.Providers;

public readonly record struct Usage(int InputTokens, int OutputTokens, int Messages, TimeSpan Time, double? PriceInUsd)
{
    public int TotalTokens => InputTokens + OutputTokens;
}
