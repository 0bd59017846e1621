using System.Text.Json;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Tests.Html;

/// <summary>The page as a browser runs it.</summary>
public sealed class HtmlReportTests
{
    private const string Shown = "Array.from(document.querySelectorAll('.finding')).filter(f => f.checkVisibility()).map(f => f.dataset.path).join(' ')";

    [Fact]
    public async Task Filters_narrow_the_list_and_reset_widens_it()
    {
        await using var page = await Open(nameof(Filters_narrow_the_list_and_reset_widens_it), Mixed());
        (await Text(page, Shown)).ShouldBe("b.py a.py dir/c.py");
        (await Text(page, "document.getElementById('count').textContent")).ShouldBe("3 of 4 shown");
        (await After(page, "form.elements.path.value = 'dir/'")).ShouldBe("dir/c.py");
        (await After(page, "form.reset()")).ShouldBe("b.py a.py dir/c.py");
        (await After(page, "form.querySelector('[value=error]').click()")).ShouldBe("a.py dir/c.py");
        (await After(page, "form.reset(); form.elements.rule.value = 'secrets/other-key'")).ShouldBe("dir/c.py");
        (await After(page, "form.reset(); form.elements.text.value = 'EVAL checksum'")).ShouldBe("a.py");
        (await After(page, "form.reset(); form.elements.suppressed.click()")).ShouldBe("b.py old.py a.py dir/c.py");
        (await After(page, "form.reset(); form.elements.text.value = 'nothing holds this'")).ShouldBe("");
        (await Text(page, "String(document.getElementById('none').checkVisibility())")).ShouldBe("true");
    }

    [Fact]
    public async Task The_list_is_sorted_by_level_path_or_rule()
    {
        await using var page = await Open(nameof(The_list_is_sorted_by_level_path_or_rule), Mixed());
        (await After(page, "form.elements.sort.value = 'path'", "form.elements.sort")).ShouldBe("a.py b.py dir/c.py");
        (await After(page, "form.elements.sort.value = 'rule'", "form.elements.sort")).ShouldBe("b.py a.py dir/c.py");
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using var page = await Open(nameof(The_keyboard_is_enough), Mixed());
        await Press(page, "/");
        (await Text(page, "document.activeElement.name")).ShouldBe("text");
        await page.Evaluate("document.activeElement.blur()");
        await Press(page, "j");
        await Press(page, "j");
        (await Text(page, "document.activeElement.closest('.finding').dataset.path")).ShouldBe("a.py");
        (await Text(page, "String(document.activeElement.closest('.finding').open)")).ShouldBe("true");
        await Press(page, "Enter");
        (await Text(page, "String(document.activeElement.closest('.finding').open)")).ShouldBe("false");
        await Press(page, "k");
        (await Text(page, "document.activeElement.closest('.finding').dataset.path")).ShouldBe("b.py");
    }

    [Fact]
    public async Task A_hostile_finding_is_shown_and_does_not_run()
    {
        await using var page = await Open(nameof(A_hostile_finding_is_shown_and_does_not_run), Sample.Hostile());
        (await Text(page, "String(window.hacked)")).ShouldBe("undefined");
        (await Text(page, "String(document.scripts.length + document.images.length)")).ShouldBe("1");
        (await Text(page, "document.querySelector('.finding').textContent")).ShouldContain("<img src=x onerror=window.hacked=1>");
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Even_injected_markup_would_not_run_or_load()
    {
        await using var page = await Open(nameof(Even_injected_markup_would_not_run_or_load), Mixed());
        await page.Evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"data:image/gif;base64,AAAA\" onerror=\"window.hacked=1\"><b onclick=\"window.hacked=1\" id=b>x</b>'); document.getElementById('b').click()");
        await page.Evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        (await Text(page, "String(window.hacked)")).ShouldBe("undefined");
        page.Complaints.ShouldNotBeEmpty("the policy speaks when it blocks");
    }

    [Fact]
    public async Task Ten_thousand_findings_are_filtered_while_one_types()
    {
        var findings = new Finding[10_000];
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = Sample.Finding(path: $"folder/file-{i:D5}.py");
        }

        await using var page = await Open(nameof(Ten_thousand_findings_are_filtered_while_one_types), Sample.Result(findings));
        (await After(page, "form.elements.text.value = 'file-07777'")).ShouldBe("folder/file-07777.py");
        var took = await page.Evaluate("(() => { const from = performance.now(); form.elements.text.value = 'file-01234'; filter(); document.body.offsetHeight; return performance.now() - from; })()");
        took.GetDouble().ShouldBeLessThan(2000, "a keystroke on a busy machine; about 50 ms on an idle one");
    }

    [Fact]
    public async Task Without_findings_it_says_so()
    {
        await using var page = await Open(nameof(Without_findings_it_says_so), Sample.Result());
        (await Text(page, "document.querySelector('h1').textContent")).ShouldStartWith("No findings");
        (await Text(page, "String(document.querySelector('form').checkVisibility())")).ShouldBe("false");
        page.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_shown_is_opened_for_print()
    {
        await using var page = await Open(nameof(What_is_shown_is_opened_for_print), Mixed());
        await page.Evaluate("document.querySelectorAll('.finding').forEach(f => f.open = false); dispatchEvent(new Event('beforeprint'))");
        (await Text(page, "String(document.querySelectorAll('.finding[open]').length)")).ShouldBe("3");
        await page.Evaluate("dispatchEvent(new Event('afterprint'))");
        (await Text(page, "String(document.querySelectorAll('.finding[open]').length)")).ShouldBe("0");
    }

    private static ScanResult Mixed() => Sample.Result(
        Sample.Finding("x = [|eval(y)|]", "a.py", severity: Severity.Medium),
        Sample.Finding(path: "b.py") with { Baseline = BaselineState.New },
        Sample.Finding(path: "dir/c.py", severity: Severity.Info) with { Rule = "secrets/other-key", Evidence = ["shape only"], Preview = null },
        Sample.Finding(path: "old.py") with { Suppression = new Suppression(SuppressionKind.InSource, "a test key", new DateOnly(2027, 6, 1)) }) with
    {
        Skipped = [new Skipped("core.dump", "larger than 1 GB"), new Skipped("logo.png", "binary content", Expected: true)],
        RulesRun = 412,
    };

    // Kept under artifacts/, so that a person can look at what the tests looked at.
    private static async Task<Browser> Open(string name, ScanResult result)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts/pages")).FullName;
        var file = Path.Combine(folder, name + ".html");
        await File.WriteAllBytesAsync(file, Sample.Bytes("html", result), TestContext.Current.CancellationToken);
        return await Browser.Open(file);
    }

    private static async Task<string> Text(Browser page, string expression) => (await page.Evaluate(expression)).GetString()!;

    /// <summary>Does something to the form as a person would, waits until the list has followed, and says what is shown.</summary>
    private static async Task<string> After(Browser page, string change, string from = "form.elements.text")
    {
        await page.Evaluate($"new Promise(done => {{ {change}; {from}.dispatchEvent(new Event('input', {{ bubbles: true }})); setTimeout(done, 300); }})");
        return await Text(page, Shown);
    }

    private static async Task Press(Browser page, string key)
    {
        var text = key == "Enter" ? "\r" : key;
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            var letter = type == "keyDown" ? $",\"text\":{JsonSerializer.Serialize(text)}" : "";
            await page.Send("Input.dispatchKeyEvent", $$"""{"type":"{{type}}","key":{{JsonSerializer.Serialize(key)}}{{letter}},"windowsVirtualKeyCode":{{(key == "Enter" ? 13 : 0)}}}""");
        }
    }
}
