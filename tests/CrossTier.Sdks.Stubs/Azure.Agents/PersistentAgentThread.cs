namespace Azure.AI.Agents.Persistent;

public class PersistentAgentThread;
