namespace Google.GenAI.Types;

public record GenerateImagesResponse;
