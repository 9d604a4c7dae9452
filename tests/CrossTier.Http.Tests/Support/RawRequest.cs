namespace CrossTier.Http.Tests.Support;

/// <summary>A request as its bytes came.</summary>
/// <param name="Head">The request line and the headers.</param>
/// <param name="Body">The body, chunk sizes included.</param>
sealed record RawRequest(string Head, string Body)
{
    public string Header(string name) =>
        Head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";
}
