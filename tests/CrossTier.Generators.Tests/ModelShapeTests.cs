using System.Reflection;
using CrossTier.Generators.Model;

namespace CrossTier.Generators.Tests;

/// <summary>What is cached between keystrokes must not keep a compilation alive, and must compare by value.</summary>
public sealed class ModelShapeTests
{
    static readonly Type[] Models = [.. typeof(FileModel).Assembly.GetTypes().Where(type => type.Namespace == typeof(FileModel).Namespace && !type.IsEnum && !IsStatic(type) && !type.IsNested)];

    [Fact]
    public void No_model_holds_a_Roslyn_type()
    {
        Assert.Contains(typeof(CallModel), Models);
        var held = Models.SelectMany(model => model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            .SelectMany(field => Parts(field.FieldType).Select(part => (field.DeclaringType, field.Name, part)))
            .Where(field => field.part.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true);
        Assert.Empty(held);
    }

    [Fact]
    public void Every_model_compares_by_value()
    {
        var fields = Models.Where(model => model.Name != "EquatableArray`1").SelectMany(model => model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic));
        Assert.All(fields, field => Assert.True(
            field.FieldType == typeof(string) || field.FieldType.IsPrimitive || field.FieldType.IsEnum || field.FieldType.Name == "EquatableArray`1" || Models.Contains(field.FieldType),
            $"{field.DeclaringType!.Name}.{field.Name}"));
        Assert.All(Models, model => Assert.True(model.GetInterfaces().Any(face => face.Name == "IEquatable`1"), model.Name));
    }

    static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type.GetElementType() ?? type);

    static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };
}
