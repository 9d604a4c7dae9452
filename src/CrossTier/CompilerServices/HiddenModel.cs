using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CrossTier.CompilerServices;

/// <summary>The model of a client that was made for one and keeps it in a private field. Read once for each client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HiddenModel
{
    /// <summary>The model, or null.</summary>
    /// <param name="client">The client.</param>
    /// <param name="field">What its SDK calls the field.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A field that was trimmed away leaves the model to the reply.")]
    public static string? Of(object client, string field)
    {
        for (var type = client?.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField(field, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is { } found
                && found.FieldType == typeof(string))
            {
                return (string?)found.GetValue(client);
            }
        }

        return null;
    }
}
