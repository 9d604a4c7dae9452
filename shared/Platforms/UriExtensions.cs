namespace System;

/// <summary>What .NET 9 added to <see cref="Uri"/>.</summary>
static class UriExtensions
{
    extension(Uri)
    {
        public static string UnescapeDataString(ReadOnlySpan<char> text) => Uri.UnescapeDataString(text.ToString());
    }
}
