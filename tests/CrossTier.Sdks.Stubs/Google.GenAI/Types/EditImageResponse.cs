namespace Google.GenAI.Types;

public record EditImageResponse;
