using Sallyport.Core.Decisions;
using Sallyport.Engine.Approvals;

namespace Sallyport.Engine.Tests.Approvals;

/// <summary>People, agents, clocks, restarts and vandals in any order, beside a model that keeps no files. `bench/run approvals` runs ten thousand.</summary>
public sealed class RandomisedApprovalTests
{
    private const int Steps = 14;
    private static readonly int Trials = int.Parse(Environment.GetEnvironmentVariable("SALLYPORT_TRIALS") ?? "150", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("SALLYPORT_SEED") ?? "20261120", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Nothing_happens_without_a_right()
    {
        var random = new Random(Seed);
        var (used, without, withheld) = (0, 0, 0);
        for (var trial = 0; trial < Trials; trial++)
        {
            using var at = new QueueBench();
            var model = new Model(at.Time);
            for (var step = 0; step < Steps; step++)
            {
                Step(random, at, model, ref used, ref without, ref withheld);
            }
        }

        if (Environment.GetEnvironmentVariable("SALLYPORT_RESULT") is { } file)
        {
            File.WriteAllText(file, $"{{\"trials\":{Trials},\"used\":{used},\"without_right\":{without},\"right_withheld\":{withheld}}}");
        }

        without.ShouldBe(0);
        withheld.ShouldBe(0);
        used.ShouldBeGreaterThan(Trials / 10);
    }

    private static void Step(Random random, QueueBench at, Model model, ref int used, ref int without, ref int withheld)
    {
        var action = "abcd"[random.Next(4)].ToString();
        var (deny, eyes, scope) = (action == "d", action == "c" ? 2 : 1, action == "b" ? "like" : "own-" + action);
        switch (random.Next(11))
        {
            case 0 or 1:
                model.Asked(action, at.Ask(action, deny ? DecisionKind.Deny : DecisionKind.Ask, eyes, scope));
                break;
            case 2 or 3 or 4:
                var terms = new GrantTerms(TimeSpan.FromMinutes(random.Next(1, 20))) { Once = random.Next(3) > 0, Like = random.Next(4) == 0, Override = random.Next(3) == 0 ? "because" : null };
                var by = random.Next(2) == 0 ? "ada" : "grace";
                if (model.Requests.Count > 0)
                {
                    var request = model.Requests[random.Next(model.Requests.Count)];
                    model.Approved(request, by, terms, at.Approve(request, by, terms));
                }

                break;
            case 5 when model.Requests.Count > 0:
                var denied = model.Requests[random.Next(model.Requests.Count)];
                at.Queue.Deny(denied.Id, new Approver("ada", "web"));
                model.Closed(denied);
                break;
            case 6:
                at.Time.Advance(TimeSpan.FromMinutes(random.Next(0, 8)));
                break;
            case 7:
                at.Restart();
                break;
            case 8 when random.Next(2) == 0:
                Vandalise(random, at, model);
                break;
            default:
                var may = model.May(action, scope);
                var grant = at.Queue.Use(action, scope);
                used += grant is null ? 0 : 1;
                without += grant is not null && !may ? 1 : 0;
                withheld += grant is null && may ? 1 : 0;
                model.Used(action, scope, grant);
                break;
        }
    }

    // Somebody who can write the folder, but has not got the key.
    private static void Vandalise(Random random, QueueBench at, Model model)
    {
        var files = new[] { "grants", "pending" }.Select(at.Place).Where(Directory.Exists).SelectMany(Directory.GetFiles).ToArray();
        if (files.Length == 0)
        {
            return;
        }

        var file = files[random.Next(files.Length)];
        var bytes = File.ReadAllBytes(file);
        var id = Path.GetFileName(file).Split('.')[1];
        switch (random.Next(3))
        {
            case 0:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, bytes);
                break;
            case 1:
                File.Move(file, Path.Combine(Path.GetDirectoryName(file)!, "abcd"[random.Next(4)] + "." + id), overwrite: true);
                break;
            default:
                File.Delete(file);
                break;
        }

        model.Forget(id);
    }

    /// <summary>Who may do what, told by the rules and not by files.</summary>
    private sealed class Model(MovableTime time)
    {
        private readonly List<(string Request, string Key, bool Once, DateTimeOffset Until)> _rights = [];
        private readonly Dictionary<string, HashSet<string>> _approved = [];

        public List<ApprovalRequest> Requests { get; } = [];

        public void Asked(string action, ApprovalRequest request)
        {
            if (Requests.All(r => r.Id != request.Id))
            {
                Requests.Add(request);
            }
        }

        public void Approved(ApprovalRequest request, string by, GrantTerms terms, ApprovalOutcome outcome)
        {
            var people = _approved.TryGetValue(request.Id, out var known) ? known : _approved[request.Id] = [];
            var lawful = time.GetUtcNow() < request.Expires && (request.Decision == DecisionKind.Ask || terms.Override is not null) && !people.Contains(by);
            if (outcome is ApprovalOutcome.Granted or ApprovalOutcome.OneMore)
            {
                lawful.ShouldBeTrue();
                people.Add(by);
                (people.Count >= request.Eyes).ShouldBe(outcome == ApprovalOutcome.Granted);
            }

            if (outcome == ApprovalOutcome.Granted)
            {
                _rights.Add((request.Id, terms.Like ? request.Scope : request.Binding, terms.Once, time.GetUtcNow() + terms.Lifetime));
                Closed(request);
            }
        }

        public void Closed(ApprovalRequest request) => Requests.RemoveAll(r => r.Id == request.Id);

        /// <summary>What a vandal touched may be lost, but must not be found where nobody gave it.</summary>
        public void Forget(string id)
        {
            _rights.RemoveAll(r => r.Request == id);
            Requests.RemoveAll(r => r.Id == id);
        }

        public bool May(string action, string scope) => _rights.Any(r => (r.Key == action || r.Key == scope) && time.GetUtcNow() < r.Until);

        public void Used(string action, string scope, ApprovalGrant? grant)
        {
            if (grant is { Once: true })
            {
                _rights.RemoveAll(r => r.Request == grant.Request);
            }
        }
    }
}
