using CrossTier.Protocols;

namespace CrossTier.Endpoints;

/// <summary>A path of an <see cref="EndpointShape"/>, made to be compared from its end.</summary>
sealed class EndpointPath
{
    readonly string[] _before; // nearest first

    EndpointPath(EndpointShape shape, int number, string path)
    {
        Shape = shape;
        Number = number;
        var segments = path.Split('/');
        Last = segments[^1];
        _before = [.. Enumerable.Reverse(segments).Skip(1)];
    }

    /// <summary>All, those of one shape by one number.</summary>
    public static EndpointPath[] All { get; } =
        [.. EndpointShapes.All.SelectMany((shape, number) => shape.Paths.Select(path => new EndpointPath(shape, number, path)))];

    public EndpointShape Shape { get; }

    /// <summary>The shape's, from 0 up.</summary>
    public int Number { get; }

    /// <summary>The last segment.</summary>
    public string Last { get; }

    /// <summary>Whether an address fits whose last segment does.</summary>
    /// <param name="before">What stands before that segment.</param>
    /// <param name="model">The segment that names the model; empty if none does.</param>
    public bool Fits(ReadOnlySpan<char> before, out ReadOnlySpan<char> model)
    {
        model = default;
        foreach (var expected in _before)
        {
            var segment = AddressSegments.Last(before);
            switch (expected)
            {
                case "{api}":
                    return AddressSegments.IsApi(before);
                case "" when !segment.IsEmpty:
                case "{version}" when !AddressSegments.IsVersion(segment):
                case "{model}" when segment.IsEmpty:
                    return false;
                case "{model}":
                    model = segment;
                    break;
                case not ("" or "{version}") when !segment.SequenceEqual(expected):
                    return false;
            }

            before = AddressSegments.WithoutLast(before);
        }

        return true;
    }
}
