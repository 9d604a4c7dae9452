using CrossTier.Generators.Model;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the readers of replies and clients from their steps.</summary>
static class ReaderEmitter
{
    /// <summary>
    /// The body of a reply's reader. Members are read in a method of its own: where the assembly of one is missing that method cannot be compiled, which
    /// is thrown where it is called.
    /// </summary>
    public static string[] Body(ReplyReaderModel reader) =>
    [
        "public static bool IsGuarded => true;",
        $"public static void Read({reader.Type} reply, ref {RuntimeNames.ReplyReading} reading)",
        "{",
        "    try { ReadMembers(reply, ref reading); }",
        $"    catch (global::System.Exception __exception) {{ reading.Unreadable(typeof({reader.Type}), __exception); }}",
        "}",
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]",
        $"static void ReadMembers({reader.Type} reply, ref {RuntimeNames.ReplyReading} reading)",
        "{",
        .. reader.Steps.SelectMany(step => ReplyStepEmitter.Statements(step, "reply")).Select(line => "    " + line),
        "}",
    ];

    /// <summary>The body of a client's reader.</summary>
    public static string[] Body(ClientModel client) =>
    [
        $"public static {RuntimeNames.ClientLabels} Read({client.Type} client)",
        "{",
        .. LabelStepEmitter.Statements(client.Labels).Select(line => "    " + line),
        "}",
        .. client.Model is { } model ? Followed(client.Type, model) : [],
    ];

    // Members of the application may throw; the call goes on.
    static IEnumerable<string> Followed(string type, FollowedModel model) =>
    [
        $"public static string? Model({type}? client)",
        "{",
        $"    try {{ return {Access.Of(model.Type.Length == 0 ? "client" : $"(client as {model.Type})", model.Path)}; }}",
        $"    catch (global::System.Exception __exception) {{ return {RuntimeNames.RequestedModel}.Unreadable(typeof({type}), __exception); }}",
        "}",
    ];
}
