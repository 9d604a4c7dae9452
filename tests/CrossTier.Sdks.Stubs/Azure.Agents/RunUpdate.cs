namespace Azure.AI.Agents.Persistent;

public class RunUpdate(ThreadRun run) : StreamingUpdate<ThreadRun>(run);
