namespace LangChain.Providers;

public interface IModel
{
    string Id { get; }
}
