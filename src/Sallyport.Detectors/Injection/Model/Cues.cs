using System.Numerics;
using Sallyport.Detectors.Injection.Language;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>Combinations of meanings that make an instruction to an assistant, in whatever language and order.</summary>
internal static class Cues
{
    /// <summary>How many there are.</summary>
    public const int Count = 14;

    private static readonly Lexicon L = Lexicon.Instance;
    private static readonly ulong Drop = L.Of("ignore") | L.Of("forget") | L.Of("override");
    private static readonly ulong Rule = L.Of("instruction") | L.Of("prompt") | L.Of("limit");
    private static readonly ulong Before = L.Of("previous") | L.Of("all") | L.Of("system");
    private static readonly ulong Hidden = L.Of("secret") | L.Of("password") | L.Of("prompt");
    private static readonly ulong Whose = L.Of("you") | L.Of("system") | L.Of("ai") | L.Of("previous");
    private static readonly ulong Not = L.Of("not");
    private static readonly ulong Tell = L.Of("tell") | L.Of("say") | L.Of("reveal");
    private static readonly ulong User = L.Of("user");
    private static readonly ulong Ai = L.Of("ai");
    private static readonly ulong Out = L.Of("send") | L.Of("reveal") | L.Of("execute");
    private static readonly ulong Push = L.Of("must") | L.Of("urgent") | L.Of("please") | L.Of("now") | L.Of("obey");
    private static readonly ulong Act = L.Of("execute") | L.Of("send") | L.Of("pay") | L.Of("delete") | L.Of("say") | L.Of("reveal") | L.Of("obey");

    /// <summary>The combinations that a mask of meanings holds, a bit each.</summary>
    public static int Of(ulong mask)
    {
        if (BitOperations.PopCount(mask) < 2)
        {
            return 0;
        }

        var cues = 0;
        cues |= Has(mask, Drop) && Has(mask, Rule) && Has(mask, Before | L.Of("you")) ? 1 : 0;
        cues |= Has(mask, L.Of("reveal") | L.Of("say")) && Has(mask, L.Of("prompt") | L.Of("instruction")) && Has(mask, Whose | Hidden) ? 2 : 0;
        cues |= Has(mask, Not) && Has(mask, Tell) && Has(mask, User) ? 4 : 0;
        cues |= Has(mask, L.Of("pretend")) && Has(mask, L.Of("free") | L.Of("limit")) ? 8 : 0;
        cues |= Has(mask, L.Of("mode")) && Has(mask, L.Of("developer") | L.Of("free") | L.Of("override")) ? 16 : 0;
        cues |= Has(mask, L.Of("new")) && Has(mask, L.Of("task") | L.Of("instruction")) && Has(mask, Push | L.Of("instead") | L.Of("only")) ? 32 : 0;
        cues |= Has(mask, Out) && Has(mask, L.Of("password") | L.Of("data")) && Has(mask, Mark.Address | Mark.Mail) ? 64 : 0;
        cues |= Has(mask, Ai) && Has(mask, Push) && Has(mask, Act) ? 128 : 0;
        cues |= Has(mask, L.Of("say")) && Has(mask, L.Of("only")) && Has(mask, Drop | L.Of("instead")) ? 256 : 0;
        cues |= Has(mask, L.Of("before")) && Has(mask, L.Of("tool") | L.Of("task")) && Has(mask, L.Of("must") | L.Of("urgent")) ? 512 : 0;
        cues |= Has(mask, Mark.Delimiter | Mark.Label) && Has(mask, L.Of("instruction") | L.Of("urgent") | Drop | L.Of("task")) ? 1024 : 0;
        cues |= Has(mask, L.Of("judge")) && Has(mask, Ai | Drop) && Has(mask, L.Of("only") | Push) ? 2048 : 0;
        cues |= Has(mask, L.Of("forget") | L.Of("ignore")) && Has(mask, L.Of("all") | L.Of("previous")) && Has(mask, L.Of("you") | L.Of("me") | L.Of("task") | L.Of("new") | L.Of("text")) ? 4096 : 0;
        cues |= Has(mask, Hidden) && Has(mask, Out) && Has(mask, Push | L.Of("you") | User) ? 8192 : 0;
        return cues;
    }

    /// <summary>Whether a passage names an assistant, its orders, or sets them aside.</summary>
    public static bool Speaks(ulong mask, int cues) => cues != 0 || Has(mask, Ai | L.Of("prompt")) || (Has(mask, Drop) && Has(mask, Rule));

    private static bool Has(ulong mask, ulong any) => (mask & any) != 0;
}
