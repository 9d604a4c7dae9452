namespace Google.GenAI.Types;

public record UpscaleImageConfig;
