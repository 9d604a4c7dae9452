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

    /// <summary>Scores of documents for a question.</summary>
    Rerank,

    /// <summary>A job that makes a video; its reply comes before the video.</summary>
    Videos,

    /// <summary>A job of many requests; its reply comes before theirs.</summary>
    Batches,
    Other,
}
