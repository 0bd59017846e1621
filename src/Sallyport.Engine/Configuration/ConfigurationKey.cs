namespace Sallyport.Engine.Configuration;

/// <summary>A key of <c>sallyport.yml</c>: the row that reading, the published schema and the documentation are made from.</summary>
/// <param name="Name">The key, with the keys around it in front: <c>paths.exclude.reason</c>.</param>
/// <param name="Kind">What stands behind it.</param>
/// <param name="Help">What it does.</param>
public sealed record ConfigurationKey(string Name, ConfigurationKey.Form Kind, string Help)
{
    /// <summary>What may stand behind a key.</summary>
    public enum Form
    {
        /// <summary>error, warning or note.</summary>
        Level,

        /// <summary>true or false.</summary>
        Switch,

        /// <summary>A list of rules or families.</summary>
        Rules,

        /// <summary>A rule or family.</summary>
        Rule,

        /// <summary>A list of files, or of globs for files.</summary>
        Files,

        /// <summary>Text that must not be empty.</summary>
        Text,

        /// <summary>A path pattern.</summary>
        Pattern,

        /// <summary>A number of minutes.</summary>
        Minutes,

        /// <summary>A day, YYYY-MM-DD.</summary>
        Day,

        /// <summary>A mapping.</summary>
        Map,

        /// <summary>A list of mappings.</summary>
        Entries,
    }

    /// <summary>Whether an entry cannot do without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether only the files of organisation and user may have it.</summary>
    public bool UpperOnly { get; init; }

    /// <summary>Every key.</summary>
    public static IReadOnlyList<ConfigurationKey> All { get; } =
    [
        new("fail-on", Form.Level, "Least level that makes a scan fail"),
        new("only", Form.Rules, "Rules or families to look for; all when it is missing"),
        new("exclude", Form.Rules, "Rules or families to leave out"),
        new("require", Form.Rules, "Rules or families that no lower layer may leave out or accept; for the files of organisation and user") { UpperOnly = true },
        new("imports", Form.Files, "Rule files of gitleaks (.toml) and kingfisher (.yml) to run, relative to the folder of this file; read from the configuration that holds where the scan starts"),
        new("preview", Form.Switch, "Whether preview rules run; read from the configuration that holds where the scan starts"),
        new("paths", Form.Map, "Which files to look at"),
        new("paths.exclude", Form.Entries, "Files to leave out"),
        new("paths.exclude.path", Form.Pattern, "Glob, relative to the folder of this file: * in a name, ** across folders") { Required = true },
        new("paths.exclude.reason", Form.Text, "Why") { Required = true },
        new("approvals", Form.Map, "How people approve what an agent asks for; for the files of organisation and user") { UpperOnly = true },
        new("approvals.wait", Form.Minutes, "Minutes a request waits before it is denied; 5 when it is missing"),
        new("approvals.four-eyes", Form.Rules, "Rules or families that two different people must approve"),
        new("approvals.queue-only", Form.Switch, "Whether everything waits in Sallyport's queue, and no agent's own question does"),
        new("approvals.webhook", Form.Text, "Address that the resident server posts requests to, signed"),
        new("private", Form.Files, "Files that no AI tool may read, in the language of .gitignore, added to the list of docs/exposure.md; ! takes files out"),
        new("assistants", Form.Files, "AI tools in use here beside those that show themselves, such as cursor or claude-code"),
        new("ignore", Form.Entries, "Findings that are accepted"),
        new("ignore.rule", Form.Rule, "The rule or family") { Required = true },
        new("ignore.path", Form.Pattern, "Where; everywhere below this file when it is missing"),
        new("ignore.reason", Form.Text, "Why") { Required = true },
        new("ignore.until", Form.Day, "Last day it holds, YYYY-MM-DD; afterwards the findings count again"),
    ];
}
