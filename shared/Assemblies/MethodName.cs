namespace CrossTier.Assemblies;

/// <summary>A method by the metadata name of its declaring type, such as <c>Acme.Outer`1+Inner</c>, and its own.</summary>
readonly record struct MethodName(string Type, string Method)
{
    /// <summary>The declaring type's name without namespace, containing types and type parameters.</summary>
    public string ShortType
    {
        get
        {
            var start = Type.LastIndexOfAny(['.', '+']) + 1;
            return Type.IndexOf('`', start) is > 0 and var tick ? Type[start..tick] : Type[start..];
        }
    }
}
