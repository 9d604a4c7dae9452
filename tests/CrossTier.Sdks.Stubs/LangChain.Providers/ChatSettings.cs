namespace LangChain.Providers;

public class ChatSettings;
