using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Rules;

namespace CrossTier.Alerts.Tests.Cases;

static class AnswerCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new RuleCase("cut off: none the day before, a tenth now").Target(1700)
            .Given(Finished("stop"), "0+10x1530 15300+9x170").Given(Finished("length"), "0x1530 0+1x170")
            .Quiet("1530m", "AiAnswersCutOff").Fires("1600m", "AiAnswersCutOff", "model=\"m\",severity=\"warning\""),
        new RuleCase("cut off: a classifier with one token always was").Target(1700)
            .Given(Finished("stop"), "0x1700").Given(Finished("length"), "0+10x1530 15300+30x170")
            .Quiet("1600m", "AiAnswersCutOff"),
        new RuleCase("cut off: forty-nine answers are too few").Target(1700)
            .Given(Finished("stop"), "0+10x1500 15000+0x200").Given(Finished("length"), "0x1560 0+0.8x140")
            .Quiet("1640m", "AiAnswersCutOff"),
        new RuleCase("cut off: what chance explains").Target(1700)
            .Given(Finished("stop"), "0+0.9x1640 1476+0.8x60").Given(Finished("length"), "0+0.1x1640 164+0.2x60")
            .Quiet("1699m", "AiAnswersCutOff"),
        new RuleCase("cut off: the same rise with many answers").Target(1700)
            .Given(Finished("stop"), "0+90x1640 147600+80x60").Given(Finished("length"), "0+10x1640 16400+20x60")
            .Fires("1699m", "AiAnswersCutOff"),
        new RuleCase("cut off: more than is allowed, from the first day on") { Options = new RuleOptions { LengthShare = 20 } }.Target(120)
            .Given(Finished("stop"), "0+7x120").Given(Finished("length"), "0+3x120")
            .Fires("110m", "AiAnswersCutOff"),
        new RuleCase("cut off: less than is allowed") { Options = new RuleOptions { LengthShare = 40 } }.Target(120)
            .Given(Finished("stop"), "0+7x120").Given(Finished("length"), "0+3x120")
            .Quiet("110m", "AiAnswersCutOff"),
    ];

    static string Finished(string reason) =>
        $"ai_gateway_finish_reasons_total{{job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"m\",reason=\"{reason}\"}}";
}
