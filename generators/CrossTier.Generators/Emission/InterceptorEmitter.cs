using CrossTier.Generators.Model;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Writes interceptors: each starts a request, makes the call that it took the place of, and hands the outcome to the runtime.</summary>
static class InterceptorEmitter
{
    const string Attribute = "global::System.Runtime.CompilerServices.InterceptsLocation";

    public static void Write(SourceWriter writer, InterceptorTable interceptors, SiteTable sites, ReaderTable readers, MeasuredClientTable clients)
    {
        writer.Line();
        writer.OpenType("file static class Interceptors");
        foreach (var (name, calls) in interceptors.All)
        {
            foreach (var call in calls)
            {
                var location = $"{call.Location.File}({call.Location.Line},{call.Location.Column})";
                writer.Line($"[{Attribute}({call.Interception!.Version}, {Literal.Of(call.Interception.Data)})] // {location}");
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
            parameters.Insert(0, $"this {receiver} {call.Client}");
        }
        else if (call.IsExtension)
        {
            parameters[0] = "this " + parameters[0];
        }

        writer.Line("[global::System.Diagnostics.StackTraceHidden]");
        var modifiers = call.Reply.Form == ReplyForm.UnwrappedTask ? "internal static async" : "internal static";
        writer.Open($"{modifiers} {signature.ReturnType} {name}{signature.TypeParameterList}({string.Join(", ", parameters)}){signature.Clauses}");
        if (call.Plan is ThroughClientPlan through)
        {
            WriteThrough(writer, call, through.Loop, clients.InPlaceOf(call.Client, through.Measured, signature, site));
        }
        else
        {
            var reader = call.Reply.Type.Length == 0 ? "" : readers.Reply(call.Reply, signature);
            MeasuredBody.Write(writer, signature, Begin(call, site, readers), call.Reply, Invocation(call), reader);
        }

        writer.Close();
    }

    static void WriteThrough(SourceWriter writer, InterceptionModel call, LoopModel? loop, string client)
    {
        if (loop is { IsRefusedFirst: true })
        {
            writer.Line($"_ = {Invocation(call)};");
        }

        var result = Invocation(call, client, loop);
        writer.Line(loop is { OptionsAdapter: { Length: > 0 } adapter }
            ? $"return {AdapterSources.Full(adapter)}.Of({result}, {call.Client}, {loop.Request});" : $"return {result};");
    }

    static string Invocation(InterceptionModel call, string? client = null, LoopModel? loop = null)
    {
        var arguments = call.Signature.Parameters.Select(parameter => parameter.Argument).ToList();
        if (client is not null)
        {
            arguments = [client, .. loop is { CapabilityAdapter.Length: > 0 } ? Told(call, loop) : arguments.Skip(1)];
        }

        var target = call.ReceiverType is not null ? call.Client : call.Target;
        if (call.Import.Length > 0)
        {
            target = client is null ? arguments[0] : $"({client})";
            arguments.RemoveAt(0);
        }

        var typeArguments = call.Reply.Form == ReplyForm.UnwrappedTask ? "" : call.Signature.OwnTypeArguments;
        return $"{target}.{call.Signature.Name}{typeArguments}({string.Join(", ", arguments)})";
    }

    static IEnumerable<string> Told(InterceptionModel call, LoopModel loop)
    {
        var capability = $"{(loop.IsCapabilityPassed ? loop.Capability + " && " : "")}{AdapterSources.Full(loop.CapabilityAdapter)}.Has({call.Client})";
        return loop.Arguments.Select(argument => $"{argument}: {argument}").Append($"{loop.Capability}: {capability}");
    }

    static string Begin(InterceptionModel call, string site, ReaderTable readers)
    {
        string Begin(ClientModel? client, string argument) =>
            RequestEmitter.Begin(site, call.Reply.Form, readers.Client(client, call.Signature), argument, Model(client, argument), call.Token);

        string Model(ClientModel? client, string argument) =>
            RequestEmitter.Model(call.Model, client?.Model is null ? null : readers.ClientReader(client, call.Signature), argument);

        return call.Plan switch
        {
            KernelPlan plan => RequestEmitter.Chosen(plan, call.Client, service => Begin(plan.Service, service)),
            DirectPlan plan => Begin(plan.Client, call.Client),
            _ => throw new ArgumentOutOfRangeException(nameof(call)),
        };
    }
}
