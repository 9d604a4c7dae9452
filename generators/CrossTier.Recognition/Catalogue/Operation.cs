namespace CrossTier.Recognition.Catalogue;

/// <summary>What an API asks of a model. A model that serves two of these is rare: one literal label over both is a mistake.</summary>
enum Operation
{
    Chat,
    TextCompletion,
    GenerateContent,
    Embeddings,
    Images,
    Audio,
    Moderation,
    Other,
}
