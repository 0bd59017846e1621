namespace Sallyport.Syntax.Shell.PowerShell;

/// <summary>Runs one command of PowerShell.</summary>
/// <param name="words">Its name and arguments.</param>
/// <param name="input">What comes through the pipe; null for nothing.</param>
/// <param name="redirections">Where its output goes.</param>
/// <param name="reader">Who asks: blocks among the arguments are run by it.</param>
internal delegate Value PowerShellRun(IReadOnlyList<PowerShellValue> words, Value? input, IReadOnlyList<Redirection> redirections, PowerShellReader reader);
