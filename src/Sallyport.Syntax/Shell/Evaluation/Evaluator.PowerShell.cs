namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>PowerShell.</content>
internal sealed partial class Evaluator
{
    private void RunPowerShell(string text, Scope scope)
    {
        _problem ??= text.Length + scope.Positional.Count >= 0 ? "PowerShell is not read yet" : null;
    }
}
