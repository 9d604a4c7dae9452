namespace CrossTier.Tool;

/// <summary>Input that the tool cannot work with. The message says in one line what is wrong and what to do.</summary>
sealed class InputException(string message) : Exception(message);
