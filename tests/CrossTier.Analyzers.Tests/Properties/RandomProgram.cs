using CsCheck;

namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>A program of random places.</summary>
sealed record RandomProgram(Scope Assembly, Place[] Places)
{
    const string Mocks = "namespace Moq { public class Mock<T> { public object Setup<R>(System.Linq.Expressions.Expression<Func<T, R>> call) => this; } }";

    const string Apis =
        "[assembly: AiApi(typeof(IOwnSdk), \"SolveAsync\")] [assembly: AiApi(typeof(IOwnSdk), \"SolveEach\")] [assembly: "
        + "AiApi(typeof(OwnSdkExtensions), \"SolveTwice\")]";

    // Mostly no scope, so that outer ones reach the call.
    static readonly Gen<Scope> Scopes = Gen.Int[0, 5].Select(chance => chance < 3 ? Scope.None : chance < 5 ? Scope.Measured : Scope.Excused);

    static readonly Gen<Place> AnyPlace =
        from call in Index(CallShape.All.Count)
        from inner in Index(MemberShape.Wrappers.Count)
        from wrapper in Index(MemberShape.Wrappers.Count)
        from member in Index(MemberShape.All.Count)
        from type in Index(MemberShape.Types.Count)
        from outer in Index(MemberShape.Outers.Count)
        from scopes in Scopes.Array[5]
        select new Place(call, inner, wrapper, member, type, outer, scopes);

    public static Gen<RandomProgram> Any { get; } =
        from assembly in Scopes
        from places in AnyPlace.Array[1, 12]
        select new RandomProgram(assembly, places);

    /// <summary>The source, whose labels and messages name the program so that no other shares them.</summary>
    public string Source(int program) => $$"""
        using CrossTier.Analyzers.Tests.Properties;
        {{Place.Attribute(Assembly, Place.AssemblyModel(program), "assembly: ")}}
        {{Apis}}
        {{Mocks}}
        {{string.Join('\n', Places.Select((place, number) => place.Declare(program, number)))}}
        public static class Entry
        {
            public static async Task RunAsync()
            {
                {{string.Join("\n        ", Places.Select((place, number) => $"await {place.Entry(number)};"))}}
            }
        }
        """;

    static Gen<int> Index(int count) => Gen.Int[0, count - 1];
}
