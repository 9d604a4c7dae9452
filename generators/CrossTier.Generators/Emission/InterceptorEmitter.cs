using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>Writes interceptors: each starts a request, makes the call that it took the place of, and hands the outcome to the runtime.</summary>
internal static class InterceptorEmitter
{
    public static void Write(SourceWriter writer, IReadOnlyList<CallModel> calls, SiteTable sites, ReaderTable readers)
    {
        writer.Line();
        writer.Open("file static class Interceptors");
        var groups = calls.GroupBy(call => (call.Site, Interception: call.Interception! with { Data = "", Version = 0 })).ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var call in groups[i])
            {
                writer.Line($"[global::System.Runtime.CompilerServices.InterceptsLocation({call.Interception!.Version}, {Literal.Of(call.Interception.Data)})] // {call.Place.File}({call.Place.Line},{call.Place.Column})");
            }

            WriteOne(writer, $"Call{i}", groups[i].Key.Interception, sites.Field(groups[i].Key.Site), readers);
        }

        writer.Close();
    }

    static void WriteOne(SourceWriter writer, string name, InterceptionModel call, string site, ReaderTable readers)
    {
        var signature = call.Signature;
        var parameters = signature.Parameters.Select(parameter => parameter.Declaration).ToList();
        if (call.ReceiverType is { } receiver)
        {
            parameters.Insert(0, $"this {receiver} __client");
        }
        else if (call.IsExtension)
        {
            parameters[0] = "this " + parameters[0];
        }

        var target = call.ReceiverType is not null ? "__client" : call.Target;
        var invocation = $"{target}.{signature.Name}{signature.OwnTypeArguments}({string.Join(", ", signature.Parameters.Select(parameter => parameter.Argument))})";
        var clauses = string.Concat(signature.Constraints.Select(clause => " " + clause));
        writer.Line("[global::System.Diagnostics.StackTraceHidden]");
        writer.Open($"internal static {signature.ReturnType} {name}{signature.TypeParameterList}({string.Join(", ", parameters)}){clauses}");
        MeasuredBody.Write(writer, Begin(call, site, readers), call.Reply, invocation, call.Reply.Type.Length == 0 ? "" : readers.Reply(call.Reply, signature), signature.ReturnsByRef);
        writer.Close();
    }

    static string Begin(InterceptionModel call, string site, ReaderTable readers)
    {
        var verb = MeasuredBody.IsStream(call.Reply.Form) ? "Stream" : "Start";
        return call.Client is { } client
            ? $"{site}.{verb}<{client.Type}, {readers.Client(client, call.Signature)}>({call.ClientArgument}, {call.ModelArgument}, {call.TokenArgument})"
            : $"{site}.{verb}({call.ModelArgument}, {call.TokenArgument})";
    }
}
