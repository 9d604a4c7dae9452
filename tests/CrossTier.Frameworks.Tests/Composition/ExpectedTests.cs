using static CrossTier.Frameworks.Tests.Composition.Counted;
using static CrossTier.Frameworks.Tests.Composition.Tree;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>The expectation itself, by hand.</summary>
public sealed class ExpectedTests
{
    static readonly Tree Model = Server(1000);

    public static TheoryData<Tree, bool, bool, Counted[]> Examples => new()
    {
        { Of(Kind.Annotated, Of(Kind.SemanticCache, Model)), false, false, [Success(7, 0), Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.SemanticCache, Model.Measured())), true, false, [Success(7, 0), Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.Guard, Model, Server(4))), false, false, [Success(4, 2), Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.Guard, Model, Server(4))), true, true, [Success(4, 2), Cancelled] },
        { Of(Kind.Annotated, Of(Kind.Guard, Server(1000, Fault.Fails), Server(4))), false, false, [Success(4, 2), Failure] },
        { Of(Kind.Annotated, Of(Kind.Guard, Model, Server(4, Fault.Fails))), false, false, [Failure] },
        { Of(Kind.Annotated, Of(Kind.Check, Model, Server(4))), false, false, [Success(4, 2), Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.Router, Model, Server(4))), true, false, [Success(4, 2), Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.Summarise, Model)), false, false, [Success(1000, 500), Success(1001, 501)] },
        { Of(Kind.AgentWithMemory, Model, Server(4)), false, false, [Success(4, 2), Success(1000, 500)] },
        { Of(Kind.PromptWithFunction, Model, Server(4)).Measured(), false, false, [Success(4, 2), Success(1000, 500)] },
        { Of(Kind.HelpedPartial, Model, Server(4)), false, false, [Success(4, 2), Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.Forward, Of(Kind.Transform, Of(Kind.Rewrite, Model.Measured())))), true, false, [Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.Failover, Server(10, Fault.Fails), Model)), false, false, [Failure, Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.OrderedFailover, Server(10, Fault.Fails), Model)), false, false, [Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.OrderedFailover, Server(10, Fault.Fails).Measured(), Model.Measured())), true, false, [Failure, Success(1000, 500)] },
        { Of(Kind.Annotated, Of(Kind.OrderedFailover, Server(10, Fault.Cancelled).Measured(), Model.Measured())), false, false, [Cancelled] },
        { Of(Kind.Annotated, Of(Kind.Retry, Server(10, Fault.FailsOnce))), false, false, [Success(11, 6)] },
        { Of(Kind.Annotated, Of(Kind.Retry, Server(10, Fault.FailsOnce).Measured())), false, false, [Failure, Success(11, 6)] },
        { Of(Kind.Annotated, Of(Kind.FanOut, Model, Server(10))), false, false, [Success(1010, 505)] },
        { Of(Kind.Annotated, Of(Kind.FanOut, Model.Measured(), Server(10).Measured())), true, false, [Success(1000, 500), Success(10, 5)] },
        { Of(Kind.Annotated, Of(Kind.Hedge, Model.Measured(), Server(10, Fault.Waits).Measured())), false, false, [Success(1000, 500), Cancelled] },
        { Of(Kind.Annotated, Of(Kind.Loop, Model)), false, false, [Success(2001, 1001)] },
        { Of(Kind.Annotated, Of(Kind.Loop, Model.Measured())), true, false, [Success(1000, 500), Success(1001, 501)] },
        { Of(Kind.Annotated, Of(Kind.Loop, Model.Measured())), true, true, [Success(1000, 500), Cancelled] },
        { Of(Kind.Annotated, Of(Kind.AskingTool, Model, Server(4))), false, false, [Success(4, 2), Success(2001, 1001)] },
        { Of(Kind.Annotated, Of(Kind.Loop, Server(64, kind: Kind.HttpServer))), true, true, [new("cancelled", 64, 32)] },
        { Of(Kind.Annotated, Of(Kind.Loop, Of(Kind.Rewrite, Server(64, kind: Kind.HttpServer)))), true, true, [new("cancelled", 64, 32)] },
        { Of(Kind.Annotated, Of(Kind.OwnCache, Model) with { Input = 10 }), true, false, [] },
        { Of(Kind.Annotated, Of(Kind.Rewrite, Of(Kind.OwnCache, Model) with { Input = 10 })), false, false, [Success(10, 5)] },
        { Of(Kind.Annotated, Of(Kind.Summarise, Of(Kind.OwnCache, Model) with { Input = 10 })), false, false, [Success(1000, 500)] },
        { Of(Kind.Workflow, Model, Server(10)), false, false, [Success(1010, 505)] },
        { Of(Kind.Workflow, Model.Measured(), Server(10).Measured()), true, false, [Success(1000, 500), Success(10, 5)] },
        { Of(Kind.Annotated, Server(10, kind: Kind.SdkServer)), true, false, [Success(10, 5)] },
        { Of(Kind.Guard, Model, Server(4)), false, false, [Success(4, 2)] },
        { Of(Kind.BareGuard, Model.Measured(), Server(4, kind: Kind.HttpServer)).Measured(), true, false, [Success(1000, 500), Success(4, 2)] },
        { Model, false, false, [] },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_request_is_expected_once(Tree tree, bool streamed, bool abandoned, Counted[] expected) =>
        Assert.Equal(expected, Expected.Of(tree, streamed, abandoned));
}
