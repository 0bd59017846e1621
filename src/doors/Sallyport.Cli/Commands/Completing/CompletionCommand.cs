using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;

namespace Sallyport.Cli.Commands.Completing;

/// <summary><c>sallyport completion SHELL</c>: a script that asks <c>sallyport complete</c> what fits.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static readonly Command Row = new("completion", "SHELL", "Print the completion script of a shell: bash, zsh, fish or pwsh", () => [], Run)
    {
        Words = Shells,
        Notes = """
            bash: sallyport completion bash > ~/.local/share/bash-completion/completions/sallyport
            zsh:  sallyport completion zsh > "${fpath[1]}/_sallyport"
            fish: sallyport completion fish > ~/.config/fish/completions/sallyport.fish
            pwsh: sallyport completion pwsh >> $PROFILE
            """,
    };

    private static int Run(Given given, Terminal terminal)
    {
        var shell = given.Operands.Count == 1 ? given.Operands[0] : "";
        terminal.Out.WriteLine(shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "pwsh" => Pwsh,
            "" => throw new UserException("`completion` needs a shell", "use one of bash, zsh, fish, pwsh"),
            _ => throw new UserException($"there is no completion for `{shell}`", Suggestion.Among(shell, Shells, "") ?? "use one of bash, zsh, fish, pwsh"),
        });
        return ExitCode.Clean;
    }

    private const string Bash = """
        _sallyport() {
            local line cur=${COMP_WORDS[COMP_CWORD]}
            COMPREPLY=()
            while IFS= read -r line; do
                if [ "$line" = ":files" ]; then
                    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$cur")
                else
                    COMPREPLY+=("$line")
                fi
            done < <(sallyport complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
        }
        complete -o filenames -o bashdefault -F _sallyport sallyport
        """;

    private const string Zsh = """
        #compdef sallyport
        _sallyport() {
            local line
            local -a found
            for line in ${(f)"$(sallyport complete -- "${(@)words[2,$CURRENT]}" 2>/dev/null)"}; do
                if [[ $line == ":files" ]]; then _files; else found+=("$line"); fi
            done
            (( $#found )) && compadd -Q -- $found
        }
        compdef _sallyport sallyport
        """;

    private const string Fish = """
        function __sallyport_complete
            set -l words (commandline -opc) (commandline -ct)
            for line in (sallyport complete -- $words[2..-1] 2>/dev/null)
                if test "$line" = ":files"
                    __fish_complete_path (commandline -ct)
                else
                    echo $line
                end
            end
        end
        complete -c sallyport -f -a '(__sallyport_complete)'
        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName sallyport -ScriptBlock {
            param($word, $ast, $cursor)
            $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
            if ($word -eq '') { $words += '' }
            sallyport complete -- @words 2>$null | Where-Object { $_ -ne ':files' } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;
}
