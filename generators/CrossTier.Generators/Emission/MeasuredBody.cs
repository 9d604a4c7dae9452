using CrossTier.Generators.Model;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the statements that measure one invocation, whatever form its reply has.</summary>
static class MeasuredBody
{
    public static bool IsStream(ReplyForm form) => form is ReplyForm.AsyncStream or ReplyForm.Stream or ReplyForm.AdaptedStream;

    public static void Write(SourceWriter writer, SignatureModel signature, string begin, ReplyModel reply, string invocation, string reader)
    {
        var request = signature.Free("__request");
        writer.Line($"var {request} = {begin};");
        if (IsStream(reply.Form))
        {
            writer.Line(Stream(request, reply, invocation, reader));
            return;
        }

        var result = signature.Free("__result");
        if (reply.Form == ReplyForm.UnwrappedTask)
        {
            writer.Line($"global::System.Threading.Tasks.Task<{reply.Type}> {result};");
        }

        writer.Open("try");
        switch (reply.Form)
        {
            case ReplyForm.UnwrappedTask:
                writer.Line($"{result} = {request}.Measure<{reply.Type}, {reader}>({invocation});");
                break;
            case ReplyForm.None:
                writer.Line($"{invocation};");
                writer.Line($"{request}.{(reply.HasNoTokens ? "SucceededWithoutTokens" : "Succeeded")}();");
                break;
            case ReplyForm.Opaque:
                var (name, byRef) = (signature.Free("__reply"), signature.ReturnsByRef);
                var isReadOnly = signature.ReturnType.StartsWith("ref readonly ", StringComparison.Ordinal);
                writer.Line(byRef ? $"ref {(isReadOnly ? "readonly " : "")}var {name} = ref {invocation};" : $"var {name} = {invocation};");
                writer.Line($"{request}.Succeeded();");
                writer.Line(byRef ? $"return ref {name};" : $"return {name};");
                break;
            case ReplyForm.Task or ReplyForm.ValueTask:
                writer.Line($"return {request}.Measure({invocation});");
                break;
            case ReplyForm.SentStream:
                var over = $"static (inner, stream) => {AdapterSources.Full(reply.Adapter)}.Of<{reply.Type}, {reader}>(inner, stream)";
                writer.Line($"return {RuntimeNames.ReplyStream}.Measure({request}, {invocation}, {over});");
                break;
            case ReplyForm.Events:
                var events = reply.Events!;
                var make = $"{AdapterSources.Full(reply.Adapter)}.Of<{events.Type}, {reply.Type}, {events.Failure}, {reader}>";
                var made = $"{make}(inner.{events.Property}, stream, static (bytes, decoder) => new {events.Type}(bytes, decoder))";
                var put = $"static (inner, stream) => {{ inner.{events.Property} = {made}; return inner; }}";
                writer.Line($"return {RuntimeNames.ReplyStream}.Measure({request}, {invocation}, {put});");
                break;
            default:
                writer.Line($"return {request}.Measure<{reply.Type}, {reader}>({invocation});");
                break;
        }

        writer.Close();
        var exception = signature.Free("__exception");
        writer.Line($"catch (global::System.Exception {exception}) when ({request}.RecordFailure({exception})) {{ throw; }}");
        if (reply.Form == ReplyForm.UnwrappedTask)
        {
            writer.Line($"return (await {result}.ConfigureAwait(false)).GetValue{signature.OwnTypeArguments}();");
        }
    }

    static string Stream(string request, ReplyModel reply, string invocation, string reader) => reply.Form switch
    {
        ReplyForm.AdaptedStream =>
            $"return {request}.IsOff ? {invocation} : new {AdapterSources.Full(reply.Adapter)}<{reply.Type}, {reader}>({request}, {invocation});",
        _ => $"return {request}.Measure<{reply.Type}, {reader}>({invocation});",
    };
}
