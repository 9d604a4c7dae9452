namespace CrossTier.Recognition.Catalogue;

/// <summary>How the bytes of a reply are reached.</summary>
enum RawBodyForm
{
    /// <summary>Through <c>GetRawResponse()</c>, if it was buffered.</summary>
    RawResponse,

    /// <summary>They are the content of the reply itself, if it was buffered.</summary>
    Response,

    /// <summary>A member that is <c>BinaryData</c>.</summary>
    Data,

    /// <summary>A member that is a stream in memory.</summary>
    MemoryStream,
}
