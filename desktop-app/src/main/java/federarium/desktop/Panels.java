package federarium.desktop;

import federarium.desktop.feed.Frame;
import federarium.desktop.theme.Palette;
import federarium.desktop.view.evidence.EvidencePanel;
import federarium.desktop.view.inspector.Inspector;
import federarium.desktop.view.leaders.LeadersPanel;
import federarium.desktop.view.odds.OddsPanel;
import federarium.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What looks closely at a node or at a round: the inspector, and the panels beside the picture. */
record Panels(Inspector inspector, EvidencePanel evidence, LeadersPanel leaders, OddsPanel odds) {

    /** Looks at that node, or at none. */
    void inspect(@Nullable String node) {
        inspector.inspect(node);
        look(node);
    }

    /** Looks at the node that the inspector shows. */
    void look(@Nullable String node) {
        evidence.inspect(node);
        odds.inspect(node);
    }

    void palette(Palette palette) {
        inspector.palette(palette);
        evidence.palette(palette);
        odds.palette(palette);
    }

    void show(Scenario scenario) {
        inspector.show(scenario);
        evidence.show(scenario);
        leaders.show(scenario);
        odds.show(scenario);
    }

    void show(Frame frame) {
        inspector.show(frame);
        evidence.show(frame);
        leaders.show(frame);
        odds.show(frame);
    }
}
