namespace Google.GenAI.Types;

public record GenerateContentConfig;
