namespace Google.GenAI.Types;

public record UpscaleImageResponse;
