using CrossTier.CompilerServices;

namespace CrossTier.Nesting;

/// <summary>What of a scope is ambient: who sees it, and from whom it is hidden.</summary>
partial class RequestScope
{
    static readonly AsyncLocal<RequestScope?> Ambient = new();

    readonly object? _tool = ToolInvocation.Current;
    RequestScope? _behind; // the scope that this one hides, if it is there for nothing else
    RequestScope? _outer;
    bool _isEntered;

    /// <summary>What is above a request that starts now.</summary>
    /// <param name="self">The layer that asks, if labels can be addressed to it.</param>
    /// <param name="identity">What it is about to ask.</param>
    public static ParentScope Find(IMeasuringLayer? self, RequestIdentity identity)
    {
        if (Ambient.Value is not { HasEnded: false } scope)
        {
            return default;
        }

        if (scope.IsOfTool || !ReferenceEquals(scope._tool, ToolInvocation.Current))
        {
            return new ParentScope { Hidden = scope._behind ?? scope };
        }

        if (scope._behind is { } behind)
        {
            return new ParentScope(behind, null, IsAddressed: false) { IsInBetween = true };
        }

        var isAddressed = self is not null && ReferenceEquals(scope.Addressee, self);
        var fits = isAddressed || (scope.Addressee is null && identity.Class == scope.Class && identity.Role == CallRole.Unknown);
        return new ParentScope(scope, fits ? scope.Labels : scope.Labels.CallOnly, isAddressed);
    }

    /// <summary>Whether there may be a scope above.</summary>
    public static bool HasParent => Ambient.Value is not null;

    /// <summary>The innermost open scope whose request a request on the wire may be. Null if there is none.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="address">Where it is sent.</param>
    public static RequestScope? Around(OperationClass asked, Uri address)
    {
        var scope = Ambient.Value is { IsOpen: true } open ? open.HasRounds ? open.Round : open : null;
        return scope is { HasEnded: false } && scope.Class == asked && scope.MayAsk(address) ? scope : null;
    }

    /// <summary>The innermost scope that has not ended, also for what runs in a tool of its request; null if there is none.</summary>
    public static RequestScope? Innermost => Ambient.Value is { HasEnded: false } scope ? scope : null;

    /// <summary>Has what is called next be no part of the request around it, until <see cref="Restore"/>.</summary>
    /// <param name="isTool">Whether it is a tool that the request has asked for; otherwise it is asked before it.</param>
    public static RequestScope? Hide(bool isTool)
    {
        var hidden = Ambient.Value;
        if (hidden is not null)
        {
            Ambient.Value = new RequestScope(null, hidden.Labels, null, hidden.Identity, null, default)
            {
                _behind = hidden._behind ?? hidden,
                IsOfTool = isTool || hidden.IsOfTool,
            };
        }

        return hidden;
    }

    public static void Restore(RequestScope? hidden)
    {
        if (hidden is not null)
        {
            Ambient.Value = hidden;
        }
    }

    /// <summary>Whether it is visible to what runs now: a tool is a boundary.</summary>
    public bool IsOpen => !HasEnded && _behind is null && ReferenceEquals(_tool, ToolInvocation.Current);

    bool IsOfTool { get; init; }

    /// <summary>Whether other layers may be below it; else it is there for its span alone.</summary>
    public bool IsAmbient { get; init; } = true;

    RequestIdentity Identity => identity;

    public void Enter()
    {
        EnterSpan();
        if (IsAmbient)
        {
            _outer = Ambient.Value;
            _isEntered = true;
            Ambient.Value = this;
        }
    }

    /// <summary>Restores what was ambient before; nothing happens if the frame that entered has been left already.</summary>
    public void Leave()
    {
        LeaveSpan();
        if (_isEntered)
        {
            _isEntered = false;
            Ambient.Value = _outer;
            _outer = null;
        }
    }
}
