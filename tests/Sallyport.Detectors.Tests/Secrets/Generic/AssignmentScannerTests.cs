using System.Text;
using Sallyport.Detectors.Secrets.Generic;

namespace Sallyport.Detectors.Tests.Secrets.Generic;

/// <summary>Whatever language ties a value to a telling name, the value is found whole.</summary>
public sealed class AssignmentScannerTests
{
    [Theory]
    [InlineData("db_password = \"s3cr3t!x\"", "s3cr3t!x")]
    [InlineData("DB_PASSWORD=s3cr3t!x", "s3cr3t!x")]
    [InlineData("\"password\": \"s3cr3t!x\",", "s3cr3t!x")]
    [InlineData("password: s3cr3t!x", "s3cr3t!x")]
    [InlineData("const password: string = 's3cr3t!x';", "s3cr3t!x")]
    [InlineData("var password string = \"s3cr3t!x\"", "s3cr3t!x")]
    [InlineData("client.setPassword(\"s3cr3t!x\")", "s3cr3t!x")]
    [InlineData("props.put(\"password\", \"s3cr3t!x\");", "s3cr3t!x")]
    [InlineData("<password>s3cr3t!x</password>", "s3cr3t!x")]
    [InlineData("run --password s3cr3t!x now", "s3cr3t!x")]
    [InlineData("{user: a, password: s3cr3t!x}", "s3cr3t!x")]
    [InlineData("- name: DB_PASSWORD\n  value: \"s3cr3t!x\"", "s3cr3t!x")]
    [InlineData("{\"key\": \"password\", \"value\": \"s3cr3t!x\"}", "s3cr3t!x")]
    [InlineData("password := []byte(\"s3cr3t!x\")", "s3cr3t!x")]
    [InlineData("password = os.environ.get('P') or 's3cr3t!x'", "s3cr3t!x")]
    [InlineData("password = env('P', 's3cr3t!x')", "s3cr3t!x")]
    [InlineData("\"{\\\"password\\\":\\\"s3cr3t!x\\\"}\"", "s3cr3t!x")]
    [InlineData("set `API_KEY` to `s3cr3t0x` first", "s3cr3t0x")]
    [InlineData("CREATE USER a IDENTIFIED BY 's3cr3t!x'", "s3cr3t!x")]
    [InlineData("amqp://svc:s3cr3t!x@host:5672/v", "s3cr3t!x")]
    [InlineData("Authorization: Bearer s3cr3t0x", "s3cr3t0x")]
    [InlineData("{ kty: 'EC', crv: 'P-256', x: 'AAAAAAAAAAAAAAAAAAAAAAAAAA', d: 's3cr3ts3cr3ts3cr3ts3cr3t' }", "s3cr3ts3cr3ts3cr3ts3cr3t")]
    [InlineData("https://x.example/?token=s3cr3t0x&page=2", "s3cr3t0x")]
    [InlineData("DB_PASSWORD=s3c&r3t!x", "s3c&r3t!x")]
    public void The_value_is_found(string text, string value) => Values(text).ShouldContain(value);

    [Theory]
    [InlineData("password = getpass(\"Password: \")")]
    [InlineData("token = os.environ[\"TOKEN\"]")]
    [InlineData("passenger = \"Smith and Sons\"")]
    [InlineData("if (password) { return; }")]
    [InlineData("mysql -u$user -p$password -h db1.example.net")]
    [InlineData("http://host:8080/path@v2")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nabcdefgh12345678\n")]
    public void What_is_no_value_is_not(string text) => Values(text).ShouldBeEmpty();

    private static string[] Values(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var found = new List<Assignment>();
        AssignmentScanner.Scan(bytes, found);
        return [.. found.Select(a => Encoding.UTF8.GetString(bytes, a.Value.Start, a.Value.Length))];
    }
}
