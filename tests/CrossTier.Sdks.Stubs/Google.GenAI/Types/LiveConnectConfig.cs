namespace Google.GenAI.Types;

public record LiveConnectConfig;
