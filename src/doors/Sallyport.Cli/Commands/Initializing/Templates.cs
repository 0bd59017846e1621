namespace Sallyport.Cli.Commands.Initializing;

/// <summary>What <c>init</c> writes.</summary>
internal static class Templates
{
    public const string Configuration = """
        # Configuration of Sallyport. The nearest file upward holds for a file; unknown keys are errors.
        # Schema: schemas/sallyport.schema.json in Sallyport's repository.

        # Least level that makes a scan fail: error, warning or note.
        fail-on: warning

        # Files to leave out, each with its reason:
        # paths:
        #   exclude:
        #     - path: vendor/**
        #       reason: third-party code, scanned where it is built

        # Findings that are accepted, each with its reason and best with an end:
        # ignore:
        #   - rule: secrets/stripe-test-key
        #     path: docs/**
        #     reason: keys of the public sandbox
        #     until: 2027-06-01

        """;

    public const string Workflow = """
        name: sallyport
        on:
          push:
          pull_request:
        permissions:
          contents: read
          security-events: write
        jobs:
          scan:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: 10.0.x
              - run: dotnet tool install --global Sallyport
              - run: sallyport scan . --output text --output sarif=sallyport.sarif
              - uses: github/codeql-action/upload-sarif@v3
                if: always()
                with:
                  sarif_file: sallyport.sarif

        """;

    public const string HookShebang = "#!/bin/sh\n";

    /// <summary>Opens our lines in a hook.</summary>
    public const string HookBegin = "# >>> sallyport init\n";

    /// <summary>Closes them.</summary>
    public const string HookEnd = "# <<< sallyport init\n";

    public const string HookLines = """
        if ! command -v sallyport >/dev/null 2>&1; then
            echo "sallyport is not on the PATH, so what is staged was not looked at; the commit is refused" >&2
            echo "hint: install it, run \`sallyport init --undo\`, or commit once with --no-verify" >&2
            exit 1
        fi
        sallyport scan --staged || exit 1

        """;
}
