using System.ComponentModel;
using System.Diagnostics;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Proxy.Registry;
using Sallyport.Registries;
using Sallyport.Registries.Clients;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Cli.Commands.Packages;

/// <summary><c>sallyport package install -- CMD</c>: runs a package client behind a proxy of its registries.</summary>
internal static class InstallCommand
{
    public static int Run(Given given, Terminal terminal)
    {
        var command = given.Operands.Skip(1).ToArray();
        if (command.Length == 0)
        {
            throw new UserException("`package install` needs a command", "write `sallyport package install -- npm install express`");
        }

        var program = Path.GetFileNameWithoutExtension(command[0]);
        var client = InstallClient.Of(program, command) ?? throw new UserException($"`{program}` is no package client that is known here", $"use one of {string.Join(", ", InstallClient.Names)}");
        var surroundings = Surroundings.Of(terminal);
        using var web = VerifyCommand.Web(given, terminal);
        var clients = new RegistryClients(surroundings, web);
        var endpoints = clients.Of(client.Ecosystem)!.Endpoints("");
        if (endpoints.Count == 0)
        {
            throw new UserException($"no registry is configured for {client.Ecosystem.Word()}", "configure it for the client itself; sallyport asks the same one");
        }

        var names = new NameJudge(UserIndex.Load(terminal));
        if (InstallPreflight.Refusals(command, client.Ecosystem, endpoints, names, terminal.Folder, given.Has("allow-direct")) is { Count: > 0 } refusals)
        {
            foreach (var refusal in refusals)
            {
                terminal.Error.WriteLine($"blocked: {refusal}");
            }

            terminal.Error.WriteLine("hint: nothing was installed; `--allow-direct` lets addresses and other indexes through, never a malicious package");
            return ExitCode.Findings;
        }

        var policy = new FirewallPolicy(client.Ecosystem, names, clients, VerifyCommand.MinimumAge(given), terminal.Time);
        var mounts = endpoints.Select((e, i) => new RegistryMount($"r{i}", e.Address, e.Authorization)).ToArray();
        var proxy = new RegistryProxy(mounts, policy);
        try
        {
            return Outcome(Start(command, client, [.. mounts.Select(proxy.Of)], terminal), policy, terminal);
        }
        finally
        {
            proxy.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static int Start(string[] command, InstallClient client, IReadOnlyList<Uri> registries, Terminal terminal)
    {
        using var files = new InstallFiles();
        var start = new ProcessStartInfo(InstallFiles.Program(command[0], terminal)) { WorkingDirectory = terminal.Folder };
        foreach (var argument in client.Arguments(command.AsSpan(1), registries, files))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in client.Variables(registries, files))
        {
            start.Environment[name] = value;
        }

        try
        {
            terminal.Flush();
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception e)
        {
            throw new UserException($"`{command[0]}` cannot be started: {e.Message}", "is it installed?");
        }
    }

    private static int Outcome(int code, FirewallPolicy policy, Terminal terminal)
    {
        foreach (var refused in policy.Refused)
        {
            terminal.Error.WriteLine($"blocked: {refused}");
        }

        foreach (var hidden in policy.Hidden)
        {
            terminal.Error.WriteLine($"held back: {hidden} is younger than the minimum age");
        }

        // A client that went on without what was refused, or with an older version, has not done what it was asked.
        return code != 0 ? code : policy.Refused.Count > 0 || policy.Hidden.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }
}
