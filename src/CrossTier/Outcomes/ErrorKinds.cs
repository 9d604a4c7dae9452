namespace CrossTier.Outcomes;

/// <summary>How many kinds of error there are.</summary>
static class ErrorKinds
{
    public const int Count = (int)ErrorKind.Other + 1;
}
