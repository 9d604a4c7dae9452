using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests;

public sealed partial class PartialFormTests
{
    partial struct Refs
    {
        public int Count;

        [AiCall(Provider, "mix")]
        public static partial int Mix(ref int a, out int b, in int c, params ReadOnlySpan<int> rest);

        static int MixCore(ref int a, out int b, in int c, ReadOnlySpan<int> rest)
        {
            a++;
            b = a + rest.Length;
            return c + a + rest[0];
        }

        [AiCall(Provider, "largest")]
        public static partial ref int Largest(Span<int> numbers);

        static ref int LargestCore(Span<int> numbers)
        {
            var largest = 0;
            for (var i = 0; i < numbers.Length; i++)
            {
                largest = numbers[i] > numbers[largest] ? i : largest;
            }

            return ref numbers[largest];
        }

        [AiCall(Provider, "tail")]
        public static partial ReadOnlySpan<char> Tail(ReadOnlySpan<char> text, int start);

        static ReadOnlySpan<char> TailCore(ReadOnlySpan<char> text, int start) => text[start..];

        [AiCall(Provider, "increment")]
        public partial void Increment();

        void IncrementCore() => Count++;

        [AiCall(Provider, "divide")]
        public static partial ref readonly int Divide(in int by, in int value);

        static ref readonly int DivideCore(in int by, in int value)
        {
            _ = value / by;
            return ref value;
        }
    }

    [AiCall]
    static partial class Inner
    {
        [AiCall(Provider, "around")]
        public static partial Task<UsageDetails> Around(IChatClient client);

        static async Task<UsageDetails> AroundCore(IChatClient client) => (await client.GetResponseAsync("text")).Usage!;
    }

    partial class Generic<T>
        where T : class
    {
        public partial class Nested<U>
            where U : struct
        {
            [AiCall(Provider, "generic")]
            public partial Task<string> Describe<V>(V value)
                where V : T;

            Task<string> DescribeCore<V>(V value)
                where V : T
            {
                return Task.FromResult($"{typeof(U).Name} {value}");
            }
        }
    }

    partial class Base
    {
        [AiCall(Provider, "virtual")]
        public virtual partial Task<string> Virtual();

        Task<string> VirtualCore() => Task.FromResult("base");
    }

    sealed partial class Derived : Base
    {
        [AiCall(Provider, "override")]
        public override partial Task<string> Virtual();

        Task<string> VirtualCore() => Task.FromResult("derived");
    }

    partial interface IAsk
    {
        Task<Answer> Ask();

        [AiCall(Provider, "interface")]
        public partial Task<Answer> Default();

        Task<Answer> DefaultCore() => Task.FromResult(new Answer("default"));
    }

    sealed partial class Asking : IAsk
    {
        [AiCall(Provider, "implemented")]
        public partial Task<Answer> Ask();

        Task<Answer> AskCore() => Task.FromResult(new Answer("implemented"));

        [AiCall(Provider, "defaults")]
        public partial int Defaults(int a = 2, string? b = "abc");

        int DefaultsCore(int a, string? b) => a + b!.Length;
    }

    public sealed record Answer(string Text) : IAiUsage
    {
        long IAiUsage.InputTokens => 1;

        long IAiUsage.OutputTokens => 2;
    }
}

static partial class PartialExtensions
{
    [AiCall("partial", "extension")]
    public static partial Task<string> Extend(this string text, string more);

    static Task<string> ExtendCore(string text, string more) => Task.FromResult(text + more);
}
