namespace Google.GenAI.Types;

public record EmbedContentResponse;
