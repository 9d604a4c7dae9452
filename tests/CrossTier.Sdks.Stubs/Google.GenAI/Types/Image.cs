namespace Google.GenAI.Types;

public record Image;
