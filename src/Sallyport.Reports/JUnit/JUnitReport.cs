using System.Globalization;
using System.Text;
using System.Xml;
using Sallyport.Core.Findings;
using Sallyport.Reports.Text;

namespace Sallyport.Reports.JUnit;

/// <summary>JUnit XML, for the many systems that show test results: a suite a file, a case a finding.</summary>
internal sealed class JUnitReport : IReport
{
    public string Name => "junit";

    public void Write(ScanResult result, Stream output, ReportOptions options)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false };
        using var xml = XmlWriter.Create(output, settings);
        var suites = Suites(result);
        var time = result.Duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        xml.WriteStartElement("testsuites");
        Count(xml, suites, withSkipped: false);
        xml.WriteAttributeString("name", "Sallyport");
        xml.WriteAttributeString("time", time);
        foreach (var suite in suites)
        {
            Write(xml, suite);
        }

        xml.WriteEndElement();
    }

    // A suite must hold a case: one that passes stands for a scan that found nothing.
    private static List<JUnitSuite> Suites(ScanResult result)
    {
        var suites = new List<JUnitSuite>();
        foreach (var finding in result.Findings)
        {
            if (suites.Count == 0 || suites[^1].Path != finding.Path)
            {
                suites.Add(new JUnitSuite(finding.Path));
            }

            suites[^1].Findings.Add(finding);
        }

        var unread = new JUnitSuite("not read");
        foreach (var skipped in result.Skipped)
        {
            if (!skipped.Expected)
            {
                unread.Unread.Add(skipped);
            }
        }

        if (unread.Unread.Count > 0)
        {
            suites.Add(unread);
        }

        if (suites.Count == 0)
        {
            suites.Add(new JUnitSuite($"{Amount.Of(result.Artifacts, "file")} looked at"));
        }

        return suites;
    }

    private static void Write(XmlWriter xml, JUnitSuite suite)
    {
        xml.WriteStartElement("testsuite");
        Count(xml, [suite], withSkipped: true);
        xml.WriteAttributeString("name", VisibleText.Of(suite.Path));
        foreach (var finding in suite.Findings)
        {
            Write(xml, finding);
        }

        foreach (var skipped in suite.Unread)
        {
            Case(xml, VisibleText.Of(skipped.Path), "not read");
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", VisibleText.Of(skipped.Reason));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        if (suite.Cases == 1 && suite.Findings.Count + suite.Unread.Count == 0)
        {
            Case(xml, "no findings", "sallyport");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Finding finding)
    {
        Case(xml, PlaceText.Heading(finding) + " " + PlaceText.Of(finding), VisibleText.Of(finding.Path));
        if (finding.Suppression is { } suppression)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", "suppressed by " + suppression.Where() + ": " + VisibleText.Of(suppression.Reason));
        }
        else
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", finding.Level.Name());
            xml.WriteAttributeString("message", VisibleText.Of(finding.Title + (finding.Preview is { } preview ? " " + preview : "")));
            xml.WriteString(Body(finding));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, string name, string group)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("classname", group);
    }

    private static void Count(XmlWriter xml, List<JUnitSuite> suites, bool withSkipped)
    {
        int tests = 0, failures = 0, skipped = 0;
        foreach (var suite in suites)
        {
            tests += suite.Cases;
            failures += suite.Failures;
            skipped += suite.Cases - suite.Failures - (suite.Findings.Count + suite.Unread.Count == 0 ? 1 : 0);
        }

        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        if (withSkipped)
        {
            xml.WriteAttributeString("skipped", skipped.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Body(Finding finding)
    {
        var body = new StringBuilder(PlaceText.Of(finding)).Append('\n');
        if (finding.Frame is { } frame)
        {
            foreach (var line in frame.Lines)
            {
                body.Append("    ").Append(VisibleText.Of(line)).Append('\n');
            }
        }

        foreach (var evidence in finding.Evidence)
        {
            body.Append("evidence: ").Append(VisibleText.Of(evidence)).Append('\n');
        }

        return body.Append("help: sallyport explain ").Append(VisibleText.Of(finding.Rule)).ToString();
    }
}
