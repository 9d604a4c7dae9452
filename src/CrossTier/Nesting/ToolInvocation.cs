using System.Reflection;

namespace CrossTier.Nesting;

/// <summary>
/// The tool invocation that the code runs in. What a tool does is no part of the request that asked for the tool, so a scope is visible
/// only in the invocation that it was opened in. Read by name, since the runtime depends on no AI library.
/// </summary>
static class ToolInvocation
{
    static readonly Func<object?> Read = Find();

    /// <summary>The innermost invocation by <c>FunctionInvokingChatClient</c>; null outside of one.</summary>
    public static object? Current => Read();

    static Func<object?> Find()
    {
        try
        {
            var type = Type.GetType("Microsoft.Extensions.AI.FunctionInvokingChatClient, Microsoft.Extensions.AI", throwOnError: false);
            var getter = type?.GetProperty("CurrentContext", BindingFlags.Public | BindingFlags.Static)?.GetMethod;
            return getter?.CreateDelegate<Func<object?>>() ?? (() => null);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or ArgumentException)
        {
            // The library is there and cannot be loaded, or another version of it has another member: it invokes no tools that we could see.
            return () => null;
        }
    }
}
