package federarium.coordinator;

import federarium.aggregation.Aggregate.Verdict;
import federarium.event.FederationEvent;
import federarium.event.RewardEvent.Contribution;
import federarium.event.RewardEvent.ContributionsScored;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.Payment;
import federarium.incentive.Payout;
import federarium.scenario.Incentive;
import federarium.scenario.Incentive.Pay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Pays for a round, and hears who finds it too little. */
record Payday(RunPlan plan, RoundState state, Due due) {

    /**
     * What the log says of it: the scores by each rule, the one that pays first, then the payments,
     * then who leaves or comes back.
     *
     * @param valued by the rules that value updates
     */
    List<FederationEvent> events(List<Valuation.Scores> valued) {
        if (due.verdicts().isEmpty()) {
            return Willingness.after(state.round(), List.of(), incentive(), state.purses());
        }
        List<ContributionsScored> scored = new ArrayList<>();
        valued.forEach(each -> scored.add(byValue(each)));
        share(scored, Pay.EQUAL, _ -> 1);
        share(scored, Pay.SIZE, each -> plan.nodes().get(each.client()).examples());
        CreditsPaid paid = paid(scored.getFirst());
        List<FederationEvent> events = new ArrayList<>(scored);
        events.add(paid);
        events.addAll(
                Willingness.after(
                        state.round(),
                        paid.payments(),
                        incentive(),
                        state.purses().apply(List.of(paid))));
        return events;
    }

    private Incentive incentive() {
        return state.scenario().incentive();
    }

    private ContributionsScored byValue(Valuation.Scores valued) {
        double[] scores = valued.scores().stream().mapToDouble(Double::doubleValue).toArray();
        double[] credits =
                incentive().negativeCosts()
                        ? Payout.byScoreWithCosts(incentive().pot(), scores)
                        : Payout.byScore(incentive().pot(), scores);
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            contributions.add(
                    new Contribution(
                            node(i),
                            scores[i],
                            valued.spread().isEmpty() ? null : valued.spread().get(i),
                            credits[i]));
        }
        return new ContributionsScored(
                state.round(),
                valued.rule().word(),
                valued.coalitions().word(),
                incentive().utility().word(),
                valued.before(),
                valued.after(),
                valued.evaluations(),
                contributions);
    }

    /** Where the rule pays, or is compared: parts of those that were taken, none for others. */
    private void share(List<ContributionsScored> scored, Pay rule, ToDoubleFunction<Verdict> part) {
        boolean pays = incentive().rule() == rule;
        if (!pays && !incentive().compare()) {
            return;
        }
        double[] parts =
                due.verdicts().stream()
                        .mapToDouble(each -> each.refusal() == null ? part.applyAsDouble(each) : 0)
                        .toArray();
        double all = Arrays.stream(parts).sum();
        double[] credits = Payout.byScore(incentive().pot(), parts);
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            double share = all == 0 ? 0 : parts[i] / all;
            contributions.add(new Contribution(node(i), share, null, credits[i]));
        }
        scored.add(
                pays ? 0 : scored.size(),
                new ContributionsScored(
                        state.round(), rule.word(), null, null, null, null, 0, contributions));
    }

    private CreditsPaid paid(ContributionsScored by) {
        List<Payment> payments =
                by.contributions().stream()
                        .map(each ->
                                new Payment(
                                        each.node(),
                                        each.credits(),
                                        state.purses().total(each.node()) + each.credits()))
                        .toList();
        return new CreditsPaid(state.round(), by.rule(), incentive().pot(), payments);
    }

    private String node(int position) {
        return plan.nodes().get(due.verdicts().get(position).client()).node();
    }
}
