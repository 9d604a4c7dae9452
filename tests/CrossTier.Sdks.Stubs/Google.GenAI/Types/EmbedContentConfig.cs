namespace Google.GenAI.Types;

public record EmbedContentConfig;
