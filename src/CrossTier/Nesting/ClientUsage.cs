namespace CrossTier.Nesting;

/// <summary>What the requests below a scope that went to one client have used together.</summary>
/// <param name="Client">The client; null for all that have none.</param>
/// <param name="Input">Input tokens.</param>
/// <param name="Output">Output tokens.</param>
readonly record struct ClientUsage(object? Client, long Input, long Output);
