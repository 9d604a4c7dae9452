using System.ClientModel.Primitives;

namespace Azure.AI.Agents.Persistent;

sealed class ScriptedHeaders : PipelineResponseHeaders
{
    public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, string>>().GetEnumerator();

    public override bool TryGetValue(string name, out string? value)
    {
        value = null;
        return false;
    }

    public override bool TryGetValues(string name, out IEnumerable<string>? values)
    {
        values = null;
        return false;
    }
}
