using System.Reflection;
using CrossTier.Generators.Model;
using CrossTier.Generators.Tests.Harness;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Tests;

/// <summary>What is cached between keystrokes must not keep a compilation alive, and must compare by value.</summary>
public sealed class ModelShapeTests
{
    static readonly Type[] Models =
    [
        .. typeof(FileModel).Assembly.GetTypes().Where(type =>
            (type.Namespace == typeof(FileModel).Namespace && type is { IsEnum: false, IsNested: false } && !IsStatic(type))
            || (type.Namespace == typeof(ReadStep).Namespace
                && (type.GetMethod("<Clone>$") is not null || type is { IsValueType: true, IsEnum: false, IsNested: false }))),
    ];

    [Fact]
    public void No_model_holds_a_Roslyn_type()
    {
        Assert.Contains(typeof(CallModel), Models);
        Assert.Contains(typeof(TokensStep), Models);
        var held = Models.SelectMany(model => model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            .SelectMany(field => Parts(field.FieldType).Select(part => (field.DeclaringType, field.Name, part)))
            .Where(field => field.part.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true);
        Assert.Empty(held);
    }

    [Fact]
    public void Every_model_compares_by_value()
    {
        var fields = Models.Where(model => model.Name != "EquatableArray`1")
            .SelectMany(model => model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic));
        Assert.All(fields, field => Assert.True(
            field.FieldType == typeof(string)
                || field.FieldType.IsPrimitive
                || field.FieldType.IsEnum
                || field.FieldType.Name == "EquatableArray`1"
                || Models.Contains(field.FieldType),
            $"{field.DeclaringType!.Name}.{field.Name}"));
        Assert.All(Models, model => Assert.True(model.GetInterfaces().Any(face => face.Name == "IEquatable`1"), model.Name));
    }

    [Fact]
    public void No_model_holds_a_statement_or_names_the_runtime()
    {
        var steps = Generation.Of(ModelSamples.Code).Result.TrackedSteps;
        var found = new List<(object Owner, string Text)>();
        foreach (var model in new[] { TrackingNames.Files, TrackingNames.Startup }.SelectMany(name => steps[name])
            .SelectMany(step => step.Outputs)
            .Select(output => output.Value))
        {
            Collect(model, found);
        }

        Assert.All(ModelSamples.Steps, step => Assert.Contains(found, text => text.Owner.GetType() == step));
        Assert.Empty(found.Where(text => IsCode(text.Text)).Select(text => $"{text.Owner.GetType().Name}: {text.Text}"));
    }

    // The documentation id of a member has braces too.
    static bool IsCode(string text) =>
        !text.StartsWith("M:", StringComparison.Ordinal)
            && (text.Contains(';') || text.Contains('{') || text.Contains("global::CrossTier.", StringComparison.Ordinal));

    static void Collect(object model, List<(object Owner, string Text)> found)
    {
        foreach (var field in Fields(model.GetType()))
        {
            switch (field.GetValue(model))
            {
                case string text:
                    found.Add((model, text));
                    break;
                case System.Collections.IEnumerable items:
                    foreach (var item in items)
                    {
                        if (item is string text)
                        {
                            found.Add((model, text));
                        }
                        else
                        {
                            Collect(item, found);
                        }
                    }

                    break;
                case { } inner when Models.Contains(inner.GetType()):
                    Collect(inner, found);
                    break;
            }
        }
    }

    static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }

    static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type.GetElementType() ?? type);

    static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };
}
