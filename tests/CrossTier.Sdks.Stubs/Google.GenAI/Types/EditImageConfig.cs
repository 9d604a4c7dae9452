namespace Google.GenAI.Types;

public record EditImageConfig;
