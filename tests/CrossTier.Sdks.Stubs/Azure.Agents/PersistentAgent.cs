namespace Azure.AI.Agents.Persistent;

public class PersistentAgent;
