using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands.Effects;

/// <summary>Something a command would do to the world.</summary>
/// <param name="Kind">Delete, write, read, network, execute, privilege and so on: the words of <c>programs.txt</c>.</param>
/// <param name="Tags">What is known of it: recursive, outside, secret … Rules ask for these words.</param>
/// <param name="By">The program that does it.</param>
/// <param name="What">What it happens to, for people: a path, a host, a verb.</param>
internal sealed record Effect(string Kind, HashSet<string> Tags, Invocation By, string What);
