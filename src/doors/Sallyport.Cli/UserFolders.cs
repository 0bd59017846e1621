using Sallyport.Cli.Terminals;

namespace Sallyport.Cli;

/// <summary>The folders of the user at a terminal.</summary>
internal sealed class UserFolders(Terminal terminal) : Engine.Configuration.UserFolders(terminal.Environment, File.Exists);
