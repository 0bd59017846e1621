namespace Sallyport.Sandbox;

public sealed class ReviewTests : IDisposable
{
    private readonly Ground _ground = new();

    public ReviewTests()
    {
        File.WriteAllText(_ground["kept"], "kept\n");
        File.WriteAllText(_ground["changed"], "before\n");
        File.WriteAllText(_ground["deleted"], "gone\n");
        File.WriteAllText(_ground["script"], "#!/bin/sh\n");
        Directory.CreateDirectory(_ground["folder/inner"]);
        File.WriteAllText(_ground["folder/inner/file"], "x");
    }

    public void Dispose() => _ground.Dispose();

    [Fact]
    public void Nothing_reaches_the_project_before_somebody_decides()
    {
        var before = Listing();
        var changes = Changes("echo after > changed; rm deleted; chmod +x script; mkdir made; echo new > made/file; rm -r folder; ln -s /etc/passwd link; cat changed", out var review);
        Listing().ShouldBe(before);
        changes.All.Select(c => $"{c.Kind} {c.Path}").ShouldBe(
            ["Changed changed", "Deleted deleted", "Deleted folder", "Added link", "Added made", "Added made/file", "Mode script"], ignoreOrder: true);
        review.Delete();
    }

    [Fact]
    public void All_of_it_is_applied()
    {
        var changes = Changes("echo after > changed; rm deleted; chmod +x script; mkdir made; echo new > made/file; rm -r folder; ln -s elsewhere link", out var review);
        changes.Apply(Ground.Profile(), _ => true).ShouldBe(7);
        File.ReadAllText(_ground["changed"]).ShouldBe("after\n");
        File.Exists(_ground["deleted"]).ShouldBeFalse();
        Directory.Exists(_ground["folder"]).ShouldBeFalse();
        File.ReadAllText(_ground["made/file"]).ShouldBe("new\n");
        File.GetUnixFileMode(_ground["script"]).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
        new FileInfo(_ground["link"]).LinkTarget.ShouldBe("elsewhere");
        review.Delete();
    }

    [Fact]
    public void Only_what_was_chosen_is_applied()
    {
        var changes = Changes("echo after > changed; rm deleted; echo new > made", out var review);
        changes.Apply(Ground.Profile(), c => c.Path == "made").ShouldBe(1);
        File.ReadAllText(_ground["changed"]).ShouldBe("before\n");
        File.Exists(_ground["deleted"]).ShouldBeTrue();
        File.ReadAllText(_ground["made"]).ShouldBe("new\n");
        review.Delete();
    }

    [Fact]
    public void A_folder_that_was_made_anew_loses_what_was_in_it()
    {
        var changes = Changes("rm -r folder && mkdir -p folder && echo y > folder/other", out var review);
        changes.Apply(Ground.Profile(), _ => true);
        Directory.GetFileSystemEntries(_ground["folder"]).ShouldBe([_ground["folder/other"]]);
        review.Delete();
    }

    [Fact]
    public void A_link_in_place_of_a_folder_does_not_lead_what_is_applied_out_of_the_project()
    {
        var changes = Changes("rm -r folder && ln -s /tmp folder", out var review);
        changes.Apply(Ground.Profile(), c => c.Path != "folder");
        Directory.Exists(_ground["folder/inner"]).ShouldBeTrue();
        review.Delete();
    }

    private ProjectChanges Changes(string script, out ReviewFolder review)
    {
        review = new ReviewFolder(_ground.State, _ground.Project);
        var request = _ground.Request(Ground.Profile(), "/bin/sh", "-c", script) with { Review = review };
        new SandboxRunner(TimeProvider.System, _ground.Said.Add).Run(request, "bubblewrap").ShouldBe(0, string.Join('\n', _ground.Said));
        return ProjectChanges.Read(_ground.Project, review);
    }

    private string[] Listing() => [.. Directory.GetFileSystemEntries(_ground.Project, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
