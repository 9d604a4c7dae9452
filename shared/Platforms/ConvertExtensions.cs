namespace System;

/// <summary>What .NET 9 added to <see cref="Convert"/>.</summary>
static class ConvertExtensions
{
    extension(Convert)
    {
        public static string ToHexStringLower(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
    }
}
