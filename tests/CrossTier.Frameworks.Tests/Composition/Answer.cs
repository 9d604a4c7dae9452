namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>What a block hands up.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Input">The input tokens that are visible above.</param>
/// <param name="Output">The output tokens that are visible above.</param>
/// <param name="IsCounted">Whether a layer below has counted the request that it is the answer of, or there was none.</param>
sealed record Answer(string Status, long Input, long Output, bool IsCounted)
{
    public bool IsSuccess => Status == "success";

    /// <summary>Whether it asks for the tool that was offered.</summary>
    public bool CallsTool { get; init; }

    /// <summary>Whether a call of a tool has gone up with it, answered below already.</summary>
    public bool HasCall { get; init; }

    /// <summary>Whether it has a response id.</summary>
    public bool HasId { get; init; }

    /// <summary>The request on the wire that has that id; null if none has.</summary>
    public Wire? NamedBy { get; init; }

    /// <summary>The cache that knew it; null if it was asked for.</summary>
    public Tree? Cache { get; init; }

    /// <summary>The requests on the wire that it is made of.</summary>
    public IReadOnlyList<Wire> Wire { get; init; } = [];

    /// <summary>Whether it is the very object, or the chunks, that came.</summary>
    public bool IsOriginal { get; init; }

    /// <summary>Whether what comes out, or its id, is that of a part that was counted below, though not all of it was.</summary>
    public bool HasCountedReply { get; init; }

    /// <summary>Whether a chunk of it is that of such a part.</summary>
    public bool HasCountedChunk { get; init; }

    /// <summary>Whether parts of it had gone up when it ended.</summary>
    public bool Came { get; init; }

    /// <summary>Whether it was ended by what a tool, or a check of the reply, threw.</summary>
    public bool EndedBeyond { get; init; }

    public static Answer Failure { get; } = new("failure", 0, 0, IsCounted: false);

    public static Answer Cancelled { get; } = new("cancelled", 0, 0, IsCounted: false);

    /// <summary>Another reply made of it: nothing but its usage tells what it was.</summary>
    public Answer Remade() => this with { HasId = false, NamedBy = null, IsOriginal = false, HasCountedReply = false, HasCountedChunk = false };

    /// <summary>What is seen of it above where its reader stops at the first text.</summary>
    public Answer Left() => IsSuccess ? this with { Status = "cancelled", Input = 0, Output = 0, CallsTool = false, Came = true } : this;

    /// <summary>What is seen of it where something that comes after it ends the whole.</summary>
    public Answer EndedBy(Answer other, bool streamed) => this with
    {
        Status = other.Status,
        Input = streamed ? Input : 0,
        Output = streamed ? Output : 0,
        HasId = streamed && HasId,
        NamedBy = streamed ? NamedBy : null,
        Came = streamed,
        Cache = streamed ? Cache : null,
        EndedBeyond = true,
    };
}
