using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Sources.Files;

namespace Sallyport.Sources.Tests.Containers;

public sealed class NotebookTests : IDisposable, IArtifactSink
{
    private const string Notebook = """
        {
         "cells": [
          {"cell_type": "code", "source": ["import os\n", "key = \"a\u00e9\ud83d\ude00-FIND1\"\n"],
           "outputs": [
            {"output_type": "stream", "text": ["said FIND2\n"]},
            {"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo=", "text/plain": "<FIND3>"}},
            {"output_type": "error", "evalue": "FIND4", "traceback": ["one", "two FIND5"]}]},
          {"cell_type": "markdown", "source": "say \/ FIND6"}
         ],
         "metadata": {"note": "FIND7"}
        }
        """;

    private readonly TestTree _tree = new();
    private readonly List<string> _texts = [];
    private readonly List<(string Text, Position At)> _found = [];

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Cells_and_outputs_are_texts_of_their_own_and_positions_are_those_of_the_file()
    {
        Open(Notebook);
        _texts.ShouldContain("import os\nkey = \"aé😀-FIND1\"\n");
        _texts.ShouldContain("one\ntwo FIND5");
        _texts.ShouldContain("say / FIND6");
        _found.Select(f => f.Text).Order().ShouldBe(["FIND1", "FIND2", "FIND3", "FIND4", "FIND5", "FIND6", "FIND7"]);
        var lines = Notebook.Split('\n');
        foreach (var (text, at) in _found)
        {
            lines[at.Line - 1][(at.Column - 1)..].ShouldStartWith(text);
        }
    }

    [Theory]
    [InlineData("{\"cells\": [")]
    [InlineData("FIND1 = 1")]
    [InlineData("")]
    public void A_notebook_that_is_no_json_is_plain_text(string text)
    {
        Open(text);
        _texts.ShouldBe([text]);
    }

    void IArtifactSink.Take(Artifact artifact)
    {
        var text = Encoding.UTF8.GetString(artifact.Bytes.Span);
        _texts.Add(text);
        for (var at = artifact.Outer is null ? -1 : artifact.Bytes.Span.IndexOf("FIND"u8); at >= 0;)
        {
            var span = new TextSpan(at, 5);
            _found.Add((Encoding.UTF8.GetString(artifact.Bytes.Span.Slice(at, 5)), artifact.Lines.At(artifact.Outer!.ToOuter(span).Start)));
            var next = artifact.Bytes.Span[(at + 5)..].IndexOf("FIND"u8);
            at = next < 0 ? -1 : at + 5 + next;
        }
    }

    void IArtifactSink.Skip(Skipped skipped) => throw new InvalidOperationException(skipped.ToString());

    private void Open(string text)
    {
        _tree.With("a.ipynb", text);
        foreach (var item in new FileTree(["a.ipynb"], new FileTreeOptions { WorkingFolder = _tree.Root }).Items(this))
        {
            item.Open(this);
        }
    }
}
