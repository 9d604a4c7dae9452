namespace CrossTier.Generators.Model;

/// <summary>The adapters: types that stand in for sealed ones of an SDK. Each is a file of <c>generators/CrossTier.Adapters</c>.</summary>
static class AdapterNames
{
    public const string Embedded = "EmbeddedAttribute";
    public const string AsyncCollection = "MeasuredAsyncCollection";
    public const string Collection = "MeasuredCollection";
    public const string StreamingResult = "MeasuredStreamingResult";
    public const string StreamingResponse = "MeasuredStreamingResponse";
    public const string Events = "MeasuredEvents";
    public const string KernelServices = "KernelServices";
    public const string RunnerThreads = "RunnerThreads";
    public const string RunnerTracing = "RunnerTracing";

    /// <summary>The name by which other generated code uses an adapter.</summary>
    public static string Full(string adapter) => $"global::CrossTier.Generated.Adapters.{adapter}";

    /// <summary>The adapter of a form of reply; null for a form that the runtime handles alone.</summary>
    public static string? Of(ReplyForm form) => form switch
    {
        ReplyForm.AsyncCollection => AsyncCollection,
        ReplyForm.Collection => Collection,
        ReplyForm.StreamingResult => StreamingResult,
        ReplyForm.StreamingResponse => StreamingResponse,
        ReplyForm.Events => Events,
        _ => null,
    };
}
