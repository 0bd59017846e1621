using Sallyport.Registries.Manifests.Kinds.DotNet;
using Sallyport.Registries.Manifests.Kinds.Go;
using Sallyport.Registries.Manifests.Kinds.Java;
using Sallyport.Registries.Manifests.Kinds.Npm;
using Sallyport.Registries.Manifests.Kinds.Others;
using Sallyport.Registries.Manifests.Kinds.Python;
using Sallyport.Registries.Manifests.Kinds.Ruby;
using Sallyport.Registries.Manifests.Kinds.Rust;

namespace Sallyport.Registries.Manifests;

/// <summary>The one list of kinds: which file is which.</summary>
public static class ManifestKinds
{
    /// <summary>The kind of a file by its path; null for one that names no packages.</summary>
    public static ManifestKind? Find(ReadOnlySpan<char> path)
    {
        var slash = path.LastIndexOfAny('/', '\\');
        var file = path[(slash + 1)..];
        return file.Length is < 6 or > 80 ? null : ByName(file, slash < 0 ? default : path[..slash]) ?? ByEnding(file);
    }

    private static ManifestKind? ByName(ReadOnlySpan<char> file, ReadOnlySpan<char> folder) => file switch
    {
        "package-lock.json" or "npm-shrinkwrap.json" or ".package-lock.json" => new PackageLockJson(),
        "yarn.lock" => new YarnLock(),
        "pnpm-lock.yaml" or "shrinkwrap.yaml" => new PnpmLock(),
        "bun.lock" => new BunLock(),
        "deno.lock" => new DenoLock(),
        "package.json" => new PackageJson(),
        "deno.json" or "deno.jsonc" or "import_map.json" => new DenoJson(),
        "poetry.lock" => new PoetryLock(),
        "uv.lock" => new UvLock(),
        "pdm.lock" => new PdmLock(),
        "pylock.toml" => new PylockToml(),
        "Pipfile.lock" => new PipfileLock(),
        "Pipfile" => new Pipfile(),
        "pyproject.toml" => new PyprojectToml(),
        "setup.cfg" => new SetupCfg(),
        "setup.py" => new SetupPy(),
        "environment.yml" or "environment.yaml" => new EnvironmentYml(),
        "conda-lock.yml" or "conda-lock.yaml" => new CondaLock(),
        "pixi.lock" => new PixiLock(),
        "packages.lock.json" => new PackagesLockJson(),
        "project.assets.json" => new ProjectAssetsJson(),
        "packages.config" => new PackagesConfig(),
        "paket.lock" => new PaketLock(),
        "dotnet-tools.json" => new DotnetTools(),
        "NuGet.config" or "nuget.config" or "NuGet.Config" => new NuGetConfig(),
        "Directory.Packages.props" or "Directory.Build.props" or "Directory.Build.targets" => new ProjectFile(),
        "Cargo.lock" => new CargoLock(),
        "Cargo.toml" => new CargoToml(),
        "Gemfile.lock" or "gems.locked" => new GemfileLock(),
        "Gemfile" or "gems.rb" => new Gemfile(),
        "go.mod" => new GoMod(),
        "go.sum" or "go.work.sum" => new GoSum(),
        "modules.txt" when folder.EndsWith("vendor") => new VendorModules(),
        "Gopkg.lock" => new GopkgLock(),
        "glide.lock" => new GlideLock(),
        "Godeps.json" => new GodepsJson(),
        "pom.xml" => new PomXml(),
        "build.gradle" or "build.gradle.kts" => new BuildGradle(),
        "gradle.lockfile" or "buildscript-gradle.lockfile" => new GradleLockfile(),
        "verification-metadata.xml" => new VerificationMetadata(),
        "maven_install.json" => new MavenInstallJson(),
        "build.sbt.lock" => new SbtLock(),
        "composer.lock" => new ComposerLock(),
        "installed.json" when folder.EndsWith("composer") => new ComposerLock(),
        "composer.json" => new ComposerJson(),
        "pubspec.lock" => new PubspecLock(),
        "pubspec.yaml" => new PubspecYaml(),
        "mix.lock" => new MixLock(),
        "rebar.lock" => new RebarLock(),
        "manifest.toml" => new GleamManifest(),
        "Podfile.lock" => new PodfileLock(),
        "Package.resolved" => new PackageResolved(),
        "Cartfile.resolved" => new CartfileResolved(),
        "conan.lock" => new ConanLock(),
        "cabal.project.freeze" => new CabalFreeze(),
        "stack.yaml.lock" => new StackLock(),
        "renv.lock" => new RenvLock(),
        "packrat.lock" => new PackratLock(),
        "Manifest.toml" or "JuliaManifest.toml" => new JuliaManifest(),
        ".terraform.lock.hcl" => new TerraformLock(),
        "Chart.lock" => new ChartLock(),
        "requirements.lock" when folder.Contains("charts", StringComparison.OrdinalIgnoreCase) => new ChartLock(),
        "flake.lock" => new FlakeLock(),
        "MODULE.bazel.lock" => new BazelModuleLock(),
        "cpanfile.snapshot" => new CpanfileSnapshot(),
        "luarocks.lock" => new LuaRocksLock(),
        "shard.lock" => new ShardLock(),
        "dub.selections.json" => new DubSelections(),
        "nimble.lock" => new NimbleLock(),
        "Berksfile.lock" => new BerksfileLock(),
        "packages-lock.json" => new UnityLock(),
        "elm.json" => new ElmJson(),
        "buf.lock" => new BufLock(),
        "jsonnetfile.lock.json" => new JsonnetLock(),
        "bower.json" => new BowerJson(),
        _ => null,
    };

    private static ManifestKind? ByEnding(ReadOnlySpan<char> file) => file[^1] switch
    {
        'j' when file.EndsWith(".csproj") || file.EndsWith(".fsproj") || file.EndsWith(".vbproj") => new ProjectFile(),
        't' when file.EndsWith(".txt") && (file.Contains("requirements", StringComparison.OrdinalIgnoreCase) || file.StartsWith("constraints")) => new RequirementsTxt(),
        'n' when file.EndsWith("requirements.in") || file.EndsWith("-requirements.in") => new RequirementsTxt(),
        'k' when file is "requirements.lock" or "requirements-dev.lock" => new RequirementsTxt(),
        'k' when file.EndsWith(".gemfile.lock") => new GemfileLock(),
        'c' when file.EndsWith(".gemspec") => new Gemfile(),
        'e' when file.EndsWith(".gemfile") => new Gemfile(),
        'e' when file.EndsWith(".lockfile") => new GradleLockfile(),
        'n' when file.EndsWith(".deps.json") => new DepsJson(),
        'd' when file.EndsWith(".opam.locked") => new OpamLocked(),
        'l' when file.EndsWith(".versions.toml") => new VersionCatalog(),
        'l' when file.StartsWith("pylock.") && file.EndsWith(".toml") => new PylockToml(),
        _ => null,
    };
}
