package federarium.host.command;

import federarium.host.Summary;
import federarium.host.Summary.Client;
import federarium.host.Summary.Figures;
import federarium.privacy.accounting.Odds;
import federarium.scenario.Decimals;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run's result for people at a terminal. */
final class ResultTable {
    private static final int MOST_NODES = 24;

    private final PrintWriter out;

    ResultTable(PrintWriter out) {
        this.out = out;
    }

    void print(Summary summary) {
        Figures figures = summary.finalFigures();
        line(
                "%s, %s after round %d: accuracy %s, loss %.4f%s%s",
                summary.scenario(),
                summary.status(),
                summary.rounds(),
                percent(figures.accuracy()),
                figures.loss(),
                ranking(figures),
                personal(figures));
        line(
                "model %s, %,d parameters, %s engine, sha256 %s",
                summary.model().kind(),
                summary.model().parameters(),
                summary.model().compute(),
                summary.model().sha256());
        nodes(summary.clients());
        yardsticks(summary.yardsticks());
        privacy(summary.privacy());
        cost(summary.cost());
        line(
                "training %.3f s (%.0f rounds a second), evaluation %.3f s",
                summary.timing().trainSeconds(),
                summary.timing().roundsPerSecond(),
                summary.timing().evaluateSeconds());
        line("kept as %s", summary.run());
        out.flush();
    }

    private static String ranking(Figures figures) {
        Double auc = figures.auc();
        Double precision = figures.averagePrecision();
        return auc == null || precision == null
                ? ""
                : String.format(Locale.ROOT, ", AUC %.4f, average precision %.4f", auc, precision);
    }

    private static String personal(Figures figures) {
        Double accuracy = figures.personalAccuracy();
        return accuracy == null ? "" : "; nodes' own models " + percent(accuracy);
    }

    private void nodes(List<Client> clients) {
        line("");
        Table table = new Table(2);
        boolean named = clients.stream().anyMatch(client -> !name(client).isEmpty());
        boolean own = clients.stream().anyMatch(client -> client.personalAccuracy() != null);
        boolean spent = clients.stream().anyMatch(client -> client.epsilon() != null);
        boolean paid = clients.stream().anyMatch(client -> client.credits() != null);
        table.add(
                "node",
                named ? "name" : "",
                "examples",
                "accuracy",
                own ? "own" : "",
                spent ? "ε" : "",
                paid ? "credits" : "",
                "rounds");
        for (Client client : clients.subList(0, Math.min(MOST_NODES, clients.size()))) {
            table.add(
                    client.id(),
                    name(client),
                    String.valueOf(client.examples()),
                    percent(client.accuracy()),
                    own ? percent(client.personalAccuracy()) : "",
                    spent ? epsilon(client.epsilon()) : "",
                    paid ? credits(client.credits()) : "",
                    String.valueOf(client.roundsTrained()));
        }
        table.print(out);
        if (clients.size() > MOST_NODES) {
            line("… and %d more nodes", clients.size() - MOST_NODES);
        }
        line("");
    }

    private static String credits(@Nullable Double credits) {
        return credits == null ? "–" : String.format(Locale.ROOT, "%.1f", credits);
    }

    private static String name(Client client) {
        return client.name().equals(client.id()) ? "" : client.name();
    }

    private void yardsticks(Summary.Yardstick yardsticks) {
        if (yardsticks.pooled() != null) {
            line(
                    "without a federation, %s: nodes alone %s (worst %s), all data pooled %s",
                    yardsticks.measure(),
                    percent(yardsticks.aloneMean()),
                    percent(yardsticks.aloneWorst()),
                    percent(yardsticks.pooled()));
        } else if (yardsticks.skipped() != null) {
            line("yardsticks skipped: %s", yardsticks.skipped());
        }
    }

    private void privacy(Summary.@Nullable Promise privacy) {
        if (privacy == null) {
            return;
        }
        line(
                "privacy: %s noise, ε %s at δ %s by %s, of one %s; the noise is %s",
                privacy.mechanism(),
                epsilon(privacy.epsilon()),
                Decimals.plain(privacy.delta()),
                privacy.accountant(),
                privacy.unit(),
                privacy.noise().equals("seeded")
                        ? "drawn from the run's seed, as fits simulated nodes"
                        : "drawn from the system's secure source");
        line("%s", Odds.ceilingInWords(privacy.epsilon(), privacy.delta(), privacy.unit()));
    }

    private static String epsilon(@Nullable Double epsilon) {
        return epsilon == null ? "–" : Decimals.brief(epsilon);
    }

    private void cost(Summary.Cost cost) {
        line(
                "on simulated devices: %s s, %s up, %s down, %s J, %s g of CO2",
                Decimals.brief(cost.virtualSeconds()),
                bytes(cost.bytesUp()),
                bytes(cost.bytesDown()),
                Decimals.brief(cost.joules()),
                Decimals.brief(cost.grams()));
        line(
                "raw rows pooled on a server instead: %s s, %s up, %s J, %s g of CO2",
                Decimals.brief(cost.pooling().virtualSeconds()),
                bytes(cost.pooling().bytesUp()),
                Decimals.brief(cost.pooling().joules()),
                Decimals.brief(cost.pooling().grams()));
    }

    static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private void line(String format, @Nullable Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
