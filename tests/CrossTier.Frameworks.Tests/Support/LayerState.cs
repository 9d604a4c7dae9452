using System.Reflection;
using CrossTier.CompilerServices;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>For as long as it lives the process seems to hold no layers but those that are made meanwhile.</summary>
sealed class LayerState : IDisposable
{
    static readonly FieldInfo[] Fields = typeof(Layering).Assembly.GetType("CrossTier.Nesting.LayerRegistry", throwOnError: true)!
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic);

    readonly object?[] _before = [.. Fields.Select(field => field.GetValue(null))];

    public LayerState()
    {
        Assert.Equal(3, Fields.Length); // which layers, whether to look, whether to open
        foreach (var field in Fields)
        {
            field.SetValue(null, field.FieldType == typeof(int) ? 0 : false);
        }
    }

    public void Dispose()
    {
        for (var i = 0; i < Fields.Length; i++)
        {
            Fields[i].SetValue(null, _before[i]);
        }
    }
}
