using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>Writes interceptors: each starts a request, makes the call that it took the place of, and hands the outcome to the runtime.</summary>
internal static class InterceptorEmitter
{
    public static void Write(SourceWriter writer, InterceptorTable interceptors, SiteTable sites, ReaderTable readers, MeasuredClientTable clients)
    {
        writer.Line();
        writer.OpenType("file static class Interceptors");
        foreach (var (name, calls) in interceptors.All)
        {
            foreach (var call in calls)
            {
                writer.Line($"[global::System.Runtime.CompilerServices.InterceptsLocation({call.Interception!.Version}, {Literal.Of(call.Interception.Data)})] // {call.Place.File}({call.Place.Line},{call.Place.Column})");
            }

            WriteOne(writer, name, calls[0].Interception!, sites.Field(calls[0].Site), readers, clients);
        }

        writer.Close();
    }

    static void WriteOne(SourceWriter writer, string name, InterceptionModel call, string site, ReaderTable readers, MeasuredClientTable clients)
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
        writer.Line("[global::System.Diagnostics.StackTraceHidden]");
        writer.Open($"internal static {(call.Reply.Form == ReplyForm.UnwrappedTask ? "async " : "")}{signature.ReturnType} {name}{signature.TypeParameterList}({string.Join(", ", parameters)}){clauses}");
        if (call.Measured is { } measured)
        {
            WriteThrough(writer, call, clients.InPlaceOf(call.ClientArgument, measured, signature, site));
        }
        else
        {
            var reader = call.Reply.Type.Length == 0 ? "" : readers.Reply(call.Reply, signature);
            MeasuredBody.Write(writer, signature, Begin(call, site, readers), call.Reply, Invocation(call), reader);
        }

        writer.Close();
    }

    static void WriteThrough(SourceWriter writer, InterceptionModel call, string client)
    {
        if (call.Loop is { IsRefusedFirst: true })
        {
            writer.Line($"_ = {Invocation(call)};");
        }

        var result = Invocation(call, client);
        writer.Line(call.Loop is { TracedBy: { Length: > 0 } request } ? $"return {AdapterNames.Full(AdapterNames.RunnerTracing)}.Of({result}, {call.ClientArgument}, {request});" : $"return {result};");
    }

    static string Invocation(InterceptionModel call, string? client = null)
    {
        var arguments = call.Signature.Parameters.Select(parameter => parameter.Argument).ToList();
        if (client is not null)
        {
            arguments = call.Loop is { Arguments: { Count: > 0 } told } ? [client, .. told] : [client, .. arguments.Skip(1)];
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
        var begin = MeasuredBody.Begin(site, call.Reply.Form, call.Client, readers, call.Signature, call.Kernel?.Service ?? call.ClientArgument, call.ModelArgument, call.TokenArgument);
        return call.Kernel is { Condition: { Length: > 0 } condition } ? $"{condition} ? {begin} : default" : begin;
    }
}
