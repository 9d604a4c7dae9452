using System.Runtime.CompilerServices;

namespace CrossTier.Outcomes;

/// <summary>The message of an exception. An exception may have its own code for it, which is run only where it comes back.</summary>
static class ExceptionMessage
{
    static readonly ExceptionProperty Message = new(property => property.Name == nameof(Exception.Message) && property.PropertyType == typeof(string));

    public static string Of(Exception exception) =>
        Message.Of(exception) as string ?? (exception.GetType().Assembly == typeof(Exception).Assembly ? exception.Message : Given(exception) ?? "");

    /// <summary>What the exception was made with.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_message")]
    static extern ref string? Given(Exception exception);
}
