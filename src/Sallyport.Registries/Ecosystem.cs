namespace Sallyport.Registries;

/// <summary>A world of packages with names of its own. The first seven have a registry client; the others are known from lock files.</summary>
public enum Ecosystem
{
    /// <summary>No ecosystem.</summary>
    None,

    /// <summary>Python.</summary>
    PyPi,

    /// <summary>JavaScript and TypeScript.</summary>
    Npm,

    /// <summary>.NET.</summary>
    NuGet,

    /// <summary>Rust.</summary>
    Crates,

    /// <summary>Ruby.</summary>
    RubyGems,

    /// <summary>Go modules.</summary>
    Go,

    /// <summary>Java: <c>group:artifact</c>.</summary>
    Maven,

    /// <summary>PHP: <c>vendor/package</c>.</summary>
    Composer,

    /// <summary>Dart and Flutter.</summary>
    Pub,

    /// <summary>Elixir, Erlang and Gleam.</summary>
    Hex,

    /// <summary>Objective-C and Swift through CocoaPods.</summary>
    CocoaPods,

    /// <summary>Swift packages.</summary>
    Swift,

    /// <summary>C and C++ through Conan.</summary>
    Conan,

    /// <summary>Haskell.</summary>
    Hackage,

    /// <summary>R.</summary>
    Cran,

    /// <summary>Conda.</summary>
    Conda,

    /// <summary>JSR, the registry of Deno.</summary>
    Jsr,

    /// <summary>Steps of GitHub workflows: <c>owner/repository</c>.</summary>
    Actions,

    /// <summary>Julia.</summary>
    Julia,

    /// <summary>Terraform providers.</summary>
    Terraform,

    /// <summary>Helm charts.</summary>
    Helm,

    /// <summary>Nix flakes.</summary>
    Nix,

    /// <summary>Bazel modules.</summary>
    Bazel,

    /// <summary>Perl.</summary>
    Cpan,

    /// <summary>Lua.</summary>
    LuaRocks,
}
