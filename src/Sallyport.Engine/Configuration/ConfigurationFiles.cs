using System.Text;
using Sallyport.Core;
using Sallyport.Core.Files;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine.Configuration;

/// <summary>Loads configuration files, each compiled once.</summary>
internal sealed class ConfigurationFiles(IFiles files, UserCache cache, RuleSet rules)
{
    public const string Name = "sallyport.yml";
    private const int Longest = 1 << 20;

    /// <summary>The file's configuration; null when there is no such file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="shown">How messages name it.</param>
    /// <param name="folder">The folder in the project that its patterns are relative to, with a closing slash.</param>
    /// <param name="upper">Whether it is a file of organisation or user.</param>
    public Configuration? Load(string path, string shown, string folder, bool upper)
    {
        if (Read(path, shown, folder, upper) is not { } configuration)
        {
            return null;
        }

        Check(configuration);
        return configuration;
    }

    /// <summary>The same without a look at the names of rules, which may be those of rules that it imports.</summary>
    public Configuration? Read(string path, string shown, string folder, bool upper)
    {
        if (ReadFile(path, shown) is not { } data)
        {
            return null;
        }

        if (data.Length > Longest)
        {
            throw new UserException($"{shown}: longer than {Longest >> 20} MiB", "a configuration is a short file");
        }

        var compiled = cache.Get(
            ConfigurationBinary.Version + (upper ? "u" : "r"), data, () => ConfigurationBinary.Write(ConfigurationReader.Read(Encoding.UTF8.GetString(data), shown, folder, upper)));
        return ConfigurationBinary.Read(compiled, shown, folder);
    }

    private byte[]? ReadFile(string path, string shown)
    {
        try
        {
            return files.Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{shown} cannot be read: {e.Message}", "give it read permission, or remove it");
        }
    }

    // Rules come and go without the file changing, so the names are looked up every time.
    private void Check(Configuration configuration)
    {
        for (var i = 0; i < configuration.Only.Count; i++)
        {
            RuleNames.Check(rules, configuration.Only[i].Rule, $"{configuration.File}:{configuration.Only[i].Line}");
        }

        for (var i = 0; i < configuration.Exclude.Count; i++)
        {
            RuleNames.Check(rules, configuration.Exclude[i].Rule, $"{configuration.File}:{configuration.Exclude[i].Line}");
        }

        for (var i = 0; i < configuration.Require.Count; i++)
        {
            RuleNames.Check(rules, configuration.Require[i].Rule, $"{configuration.File}:{configuration.Require[i].Line}");
        }

        for (var i = 0; i < configuration.Ignores.Count; i++)
        {
            RuleNames.Check(rules, configuration.Ignores[i].Rule, configuration.Ignores[i].Place.ToString());
        }
    }
}
