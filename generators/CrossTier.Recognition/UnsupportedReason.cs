namespace CrossTier.Recognition;

/// <summary>Why an inference call inside a scope cannot be measured where it stands.</summary>
enum UnsupportedReason
{
    None,
    BaseCall,
    DynamicArgument,
    DynamicReceiver,
    UnboundArgument,
    MethodGroup,
    ExpressionTree,
    StructReceiver,
    DynamicParameter,
    StaticAbstract,
    InaccessibleType,
    ExtensionMember,
    ShadowedTypeParameter,
    NotInterceptable,
    RequestsInside,
    AgentsInside,
    Step,
    Framework,
}
