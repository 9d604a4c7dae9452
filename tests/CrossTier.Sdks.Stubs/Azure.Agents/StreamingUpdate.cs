namespace Azure.AI.Agents.Persistent;

public abstract class StreamingUpdate;
