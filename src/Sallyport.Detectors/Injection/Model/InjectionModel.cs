using Sallyport.Core.Artifacts;
using Sallyport.Detectors.Injection.Language;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>The trained weights: the linear model, the trees for prompts and for data, and a threshold a carrier.</summary>
internal sealed class InjectionModel
{
    private static readonly Lazy<InjectionModel> Shared = new(() => new InjectionModel(Resource.Bytes("injection.bin")));
    private const float SlopeShare = 0.4f;
    private readonly Slope _prompts;
    private readonly Slope _slope;
    private readonly Forest _trees;
    private readonly float[] _thresholds;

    public InjectionModel(Heads heads, Slope prompts, Slope slope, Forest trees, float[] thresholds) => (Heads, _prompts, _slope, _trees, _thresholds) = (heads, prompts, slope, trees, thresholds);

    private InjectionModel(byte[] bytes)
    {
        Heads = new Heads(bytes.AsSpan(0, Heads.Size));
        var at = Heads.Size;
        _prompts = new Slope(bytes, ref at);
        _slope = new Slope(bytes, ref at);
        _trees = new Forest(bytes, ref at);
        _thresholds = new float[(int)Carrier.ModelOutput + 1];
        for (var i = 0; i < _thresholds.Length; i++, at += 4)
        {
            _thresholds[i] = BitConverter.ToSingle(bytes, at);
        }
    }

    public static InjectionModel Instance => Shared.Value;

    public Heads Heads { get; }

    /// <summary>The logarithm of odds before the threshold.</summary>
    public float Raw(ReadOnlySpan<float> traits, Carrier carrier) => carrier == Carrier.Prompt ? _prompts.Of(traits) : (SlopeShare * _slope.Of(traits)) + _trees.Of(traits);

    /// <summary>From 0 to 1; the carrier's threshold is at one half.</summary>
    public double Score(float raw, Carrier carrier) => 1 / (1 + Math.Exp(-(raw - _thresholds[(int)carrier])));
}
