package federarium.desktop.view.charts;

import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/** Two charts in one place, of which one is shown: megabytes, or credits where any are paid. */
public final class Totals extends StackPane {
    private final TrafficChart traffic;
    private final CreditsChart credits;
    private final Button toCredits;

    public Totals(TrafficChart traffic, CreditsChart credits) {
        this.traffic = traffic;
        this.credits = credits;
        toCredits =
                traffic.frame.beside(
                        "traffic-chart-credits", "Credits", "What nodes earned", () -> show(true));
        credits.frame.beside("credits-chart-traffic", "Sent", "What was sent", () -> show(false));
        getChildren().addAll(traffic, credits);
        show(false);
        refresh();
    }

    private void show(boolean earned) {
        credits.setVisible(earned);
        traffic.setVisible(!earned);
    }

    /** Where nothing is paid there are no credits to look at. */
    public void refresh() {
        toCredits.setVisible(credits.pays());
        toCredits.setManaged(credits.pays());
        if (!credits.pays()) {
            show(false);
        }
    }
}
