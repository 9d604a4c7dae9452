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
            parameters.Insert(0, $"this {receiver} {call.ClientArgument}");
        }
        else if (call.IsExtension)
        {
            parameters[0] = "this " + parameters[0];
        }

        var clauses = string.Concat(signature.Constraints.Select(clause => " " + clause));
        var reader = call.Reply.Type.Length == 0 ? "" : readers.Reply(call.Reply, signature);
        writer.Line("[global::System.Diagnostics.StackTraceHidden]");
        writer.Open($"internal static {(call.Reply.Form == ReplyForm.UnwrappedTask ? "async " : "")}{signature.ReturnType} {name}{signature.TypeParameterList}({string.Join(", ", parameters)}){clauses}");
        if (call.Reply.Form == ReplyForm.InnerGeneration)
        {
            var generator = $"new MeasuredGenerator<{call.Client!.TypeArguments}, {readers.Client(call.Client, signature)}, {reader}>({site}, {call.ClientArgument})";
            writer.Line($"return {Invocation(call, $"{call.ClientArgument} is null ? {call.ClientArgument}! : {generator}")};");
        }
        else
        {
            MeasuredBody.Write(writer, signature, Begin(call, site, readers), call.Reply, Invocation(call), reader);
        }

        writer.Close();
    }

    static string Invocation(InterceptionModel call, string? client = null)
    {
        var arguments = call.Signature.Parameters.Select(parameter => parameter.Argument).ToList();
        if (client is not null)
        {
            arguments[0] = client;
        }

        var target = call.ReceiverType is not null ? call.ClientArgument : call.Target;
        if (call.Import.Length > 0)
        {
            target = client is null ? arguments[0] : $"({client})";
            arguments.RemoveAt(0);
        }

        var typeArguments = call.Reply.Form == ReplyForm.UnwrappedTask ? "" : call.Signature.OwnTypeArguments;
        return $"{target}.{call.Signature.Name}{typeArguments}({string.Join(", ", arguments)})";
    }

    static string Begin(InterceptionModel call, string site, ReaderTable readers)
    {
        var verb = MeasuredBody.IsStream(call.Reply.Form) ? "Stream" : "Start";
        var begin = call.Client is { } client
            ? $"{site}.{verb}<{client.Type}, {readers.Client(client, call.Signature)}>({call.Kernel?.Service ?? call.ClientArgument}, {call.ModelArgument}, {call.TokenArgument})"
            : $"{site}.{verb}({call.ModelArgument}, {call.TokenArgument})";
        return call.Kernel is { Condition: { Length: > 0 } condition } ? $"{condition} ? {begin} : default" : begin;
    }
}
