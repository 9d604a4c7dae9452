namespace CrossTier.Recognition;

/// <summary>What a reason means to the reader of a build, and what helps.</summary>
static class UnsupportedReasons
{
    public static string Explain(UnsupportedReason reason) => reason switch
    {
        UnsupportedReason.BaseCall =>
            "a base call cannot be intercepted; forward every argument unchanged, or put it into the Core of a partial [AiCall] method",
        UnsupportedReason.DynamicArgument => "an argument is dynamic, so the call is bound at run time; cast the argument to its type",
        UnsupportedReason.DynamicReceiver => "the receiver is dynamic, so the call is bound at run time; declare it with its type",
        UnsupportedReason.UnboundArgument =>
            "it mentions what another generator writes, which does not bind while generators run; cast that argument to its type",
        UnsupportedReason.MethodGroup => "the method is used as a delegate and may be called anywhere; use a lambda that calls it",
        UnsupportedReason.ExpressionTree => "it stands in an expression tree, which must not be changed; call it outside the tree",
        UnsupportedReason.StructReceiver =>
            "the receiver may be a struct, which an interceptor would copy; constrain it to class, or declare it as the interface",
        UnsupportedReason.DynamicParameter =>
            "a parameter is dynamic beside one passed by reference, so a call in generated code would be bound at run time; "
            + "use a partial [AiCall] method around the call",
        UnsupportedReason.StaticAbstract =>
            "the receiver is an interface with a static abstract member, which cannot be a type argument; declare it as a class or as a base interface "
            + "without one, or use a partial [AiCall] method",
        UnsupportedReason.InaccessibleType =>
            "its signature holds a type that generated code cannot name; declare the variable as the public interface, or use a partial [AiCall] method",
        UnsupportedReason.ExtensionMember => "it is an extension member of C# 14; call it in its static form",
        UnsupportedReason.ShadowedTypeParameter => "the method's type parameter hides one of its type; rename it",
        UnsupportedReason.NotInterceptable => "the compiler offers no interceptor for this form of call; call it as receiver.Method(...)",
        UnsupportedReason.RequestsInside =>
            "it sends its requests inside the SDK, through an interface that cannot be passed on; ask through an IChatClient with "
            + "UseCrossTier(), or in a loop of your own",
        UnsupportedReason.AgentsInside =>
            "it runs agents inside the framework, whose own calls are the requests; measure those with UseCrossTier() on the chat clients of the agents, or "
            + "the HTTP handler, and put [AiIgnore(\"measured by its agents' clients\")] here",
        UnsupportedReason.Step =>
            "it computes one step of a request; put the loop around it into the Core of a partial [AiCall] method",
        UnsupportedReason.Framework =>
            "nothing is measured on this framework; measure it in the application, by UseCrossTier(), the kernel's filter or the HTTP handler",
        _ => "",
    };
}
