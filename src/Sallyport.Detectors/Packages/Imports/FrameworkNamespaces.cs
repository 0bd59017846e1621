namespace Sallyport.Detectors.Packages.Imports;

/// <summary>Namespaces whose package is called otherwise, and those of libraries that others bring along.</summary>
internal static class FrameworkNamespaces
{
    private static readonly string[] Java =
    [
        "org.springframework", "org.junit", "junit", "org.hamcrest", "org.mockito", "org.slf4j", "org.apache", "com.google", "com.fasterxml", "jakarta", "lombok", "org.assertj", "org.hibernate", "io.netty",
        "reactor", "org.reactivestreams", "org.aspectj", "org.thymeleaf", "org.yaml", "ch.qos.logback", "io.micrometer", "org.testng", "org.eclipse", "org.jboss", "org.glassfish", "com.zaxxer", "redis.clients",
        "io.lettuce", "net.bytebuddy", "org.objectweb", "org.json", "io.swagger", "org.checkerframework", "org.jetbrains", "com.squareup", "okhttp3", "okio", "retrofit2", "io.grpc", "org.codehaus", "org.bouncycastle",
        "com.mysql", "org.postgresql", "org.h2", "com.alibaba", "org.mybatis", "com.baomidou", "cn.hutool", "io.jsonwebtoken", "org.quartz", "freemarker", "org.dom4j", "com.amazonaws", "software.amazon", "com.azure",
        "edu.umd", "io.vertx", "io.quarkus", "io.reactivex", "rx", "groovy", "org.gradle", "org.osgi", "org.jsoup", "org.joda", "org.elasticsearch", "com.mongodb", "org.bson", "com.datastax", "com.rabbitmq", "net.sf",
        "org.antlr", "org.flywaydb", "liquibase", "org.testcontainers", "org.openqa", "io.restassured", "org.awaitility", "io.opentelemetry", "io.prometheus", "com.github.benmanes", "com.jayway", "feign", "brave", "zipkin2",
        "org.skyscreamer", "org.xmlunit", "org.webjars", "javassist", "com.h2database", "org.hsqldb", "org.apiguardian", "org.opentest4j", "com.nimbusds", "org.jspecify", "com.ibm", "oracle", "org.omg", "netscape",
    ];

    private static readonly (string Package, string Namespace)[] DotNet =
    [
        ("awssdk.core", "Amazon"), ("csvhelper", "CsvHelper"), ("commandlineparser", "CommandLine"), ("portable.bouncycastle", "Org"), ("bouncycastle.cryptography", "Org"), ("sharpziplib", "ICSharpCode"),
        ("epplus", "OfficeOpenXml"), ("mailkit", "MimeKit"), ("itextsharp", "iTextSharp"), ("documentformat.openxml", "DocumentFormat"), ("moq", "Moq"), ("xunit.v3", "Xunit"), ("xunit", "Xunit"),
        ("nsubstitute", "NSubstitute"), ("fsharp.core", "FSharp"), ("coverlet.collector", "Coverlet"), ("protobuf-net", "ProtoBuf"), ("dotnetzip", "Ionic"), ("rabbitmq.client", "RabbitMQ"), ("libgit2sharp", "LibGit2Sharp"),
        ("grpc.aspnetcore", "Google"), ("mysqlconnector", "MySqlConnector"), ("magick.net-q8-anycpu", "ImageMagick"), ("htmlagilitypack", "HtmlAgilityPack"), ("ncrontab", "NCrontab"), ("nodatime", "NodaTime"),
        ("skiasharp.views", "SkiaSharp"), ("opentk", "OpenTK"), ("unity", "Unity"), ("structuremap", "StructureMap"), ("prism.wpf", "Prism"), ("mvvmlightlibs", "GalaSoft"), ("autofixture", "Ploeh"),
    ];

    public static bool HasJava(string name)
    {
        foreach (var known in Java)
        {
            if (name.StartsWith(known, StringComparison.Ordinal) && (name.Length == known.Length || name[known.Length] == '.'))
            {
                return true;
            }
        }

        return false;
    }

    public static bool ProvidesDotNet(string package, string first)
    {
        foreach (var (known, space) in DotNet)
        {
            if (first == space && package.StartsWith(known.Split('.')[0], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
