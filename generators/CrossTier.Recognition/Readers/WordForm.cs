namespace CrossTier.Recognition.Readers;

/// <summary>How a word of a protocol comes.</summary>
enum WordForm
{
    /// <summary>As a text.</summary>
    Text,

    /// <summary>As an enumeration.</summary>
    Enum,

    /// <summary>As an object around a text.</summary>
    Value,

    /// <summary>As an object that keeps the text as it came.</summary>
    Raw,
}
