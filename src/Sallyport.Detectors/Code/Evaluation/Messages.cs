using Sallyport.Detectors.Code.Values;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>The words for the steps of a flow.</summary>
internal static class Messages
{
    public static string Source(Origin origin, string path) => origin switch
    {
        Origin.Remote => $"`{path}` comes from the network",
        Origin.Model => $"`{path}` is written by a language model",
        Origin.Local => $"`{path}` comes from whoever starts the program",
        Origin.Secret when path == "@error" => "the error tells what happened inside",
        Origin.Secret => $"`{path}` is not meant for others",
        Origin.Stored => $"`{path}` was written by others earlier",
        _ => $"the caller chooses `{path}`",
    };
}
