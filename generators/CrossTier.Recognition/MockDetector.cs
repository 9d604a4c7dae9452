using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CrossTier.Recognition;

/// <summary>
/// Distinguishes a mock's set-up from a call: <c>mock.Setup(c =&gt; c.M())</c>, <c>A.CallTo(() =&gt; fake.M())</c>,
/// <c>substitute.M().Returns(...)</c>.
/// </summary>
static class MockDetector
{
    public static bool IsSetup(IOperation? operation)
    {
        if (operation is IInvocationOperation { Instance: IInvocationOperation receiver } && IsMockLibrary(receiver.TargetMethod))
        {
            return true;
        }

        for (var around = operation?.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IInvocationOperation invocation when IsMockLibrary(invocation.TargetMethod):
                    return true;
                case IBlockOperation { Parent: IMethodBodyBaseOperation }:
                    return false;
            }
        }

        return false;
    }

    public static bool IsMockLibrary(IMethodSymbol method) => ApiRecogniser.RootNamespace(method) is "Moq" or "NSubstitute" or "FakeItEasy";
}
