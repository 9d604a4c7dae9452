using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CrossTier.Labels;

/// <summary>The model of a client that was made for one and keeps it in a private field, as OpenAI's clients did before they said it. Read once for each client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HiddenModel
{
    /// <summary>The model, or null.</summary>
    /// <param name="client">The client.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A field that was trimmed away leaves the model to the reply.")]
    public static string? Of(object client)
    {
        for (var type = client?.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField("_model", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is { } field && field.FieldType == typeof(string))
            {
                return (string?)field.GetValue(client);
            }
        }

        return null;
    }
}
