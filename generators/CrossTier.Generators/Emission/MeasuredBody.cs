using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the statements that measure one invocation, whatever form its reply has.</summary>
internal static class MeasuredBody
{
    public static bool IsStream(ReplyForm form) => form is ReplyForm.AsyncStream or ReplyForm.AsyncCollection or ReplyForm.Collection;

    public static void Write(SourceWriter writer, string begin, ReplyModel reply, string invocation, string reader, bool returnsByRef)
    {
        writer.Line($"var __request = {begin};");
        if (IsStream(reply.Form))
        {
            writer.Line(Stream(reply, invocation, reader));
            return;
        }

        writer.Open("try");
        switch (reply.Form)
        {
            case ReplyForm.None:
                writer.Line($"{invocation};");
                writer.Line("__request.Succeeded();");
                break;
            case ReplyForm.Opaque:
                writer.Line(returnsByRef ? $"ref var __reply = ref {invocation};" : $"var __reply = {invocation};");
                writer.Line("__request.Succeeded();");
                writer.Line(returnsByRef ? "return ref __reply;" : "return __reply;");
                break;
            case ReplyForm.Task or ReplyForm.ValueTask:
                writer.Line($"return __request.Track({invocation});");
                break;
            default:
                writer.Line($"return __request.Track<{reply.Type}, {reader}>({invocation});");
                break;
        }

        writer.Close();
        writer.Line("catch (global::System.Exception __exception) when (__request.Failed(__exception)) { throw; }");
    }

    static string Stream(ReplyModel reply, string invocation, string reader) => reply.Form switch
    {
        ReplyForm.AsyncStream => $"return __request.Track<{reply.Type}, {reader}>({invocation});",
        ReplyForm.AsyncCollection => $"return __request.IsOff ? {invocation} : new MeasuredAsyncCollection<{reply.Type}, {reader}>(__request, {invocation});",
        _ => $"return __request.IsOff ? {invocation} : new MeasuredCollection<{reply.Type}, {reader}>(__request, {invocation});",
    };
}
