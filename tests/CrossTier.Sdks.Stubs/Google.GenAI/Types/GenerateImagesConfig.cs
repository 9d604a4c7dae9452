namespace Google.GenAI.Types;

public record GenerateImagesConfig;
