namespace CrossTier.Recognition.Catalogue;

/// <summary>When a member of a chunk is content.</summary>
enum ContentForm
{
    /// <summary>A text that is not empty.</summary>
    Text,

    /// <summary>An object that is there.</summary>
    Object,

    /// <summary>A list that is not empty.</summary>
    List,

    /// <summary>A list whose first part is no empty text.</summary>
    ListOfParts,

    /// <summary>A list of choices whose first one has a text, or a tool call.</summary>
    Choices,
}
