package federarium.desktop.view.topology;

import federarium.desktop.view.topology.Arrangement.Form;
import federarium.desktop.view.topology.Arrangement.Lettering;
import federarium.desktop.view.topology.Arrangement.Seat;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds places for the nodes: up to 24 on an ellipse around the coordinator, up to 60 on two
 * ellipses in turn, more as a grid of cells below it. A circle's area follows the node's examples.
 */
final class Arrangements {
    static final int CIRCLE = 24;
    static final int COMPACT = 60;

    private static final double PAD = 14;
    private static final double SMALLEST = 4;

    /** Smaller than this no circle becomes for the sake of writing. */
    private static final double CROWDED = 20;

    private static final double HALF_SCORE = 24;

    private Arrangements() {}

    /**
     * @param examples training rows of each node
     */
    static Arrangement of(List<Integer> examples, double width, double height) {
        return of(examples, List.of(), width, height);
    }

    /**
     * @param examples training rows of each node
     * @param groups of seats that stand together in a grid, none or every seat in one
     */
    static Arrangement of(
            List<Integer> examples, List<List<Integer>> groups, double width, double height) {
        int nodes = examples.size();
        if (nodes <= CIRCLE) {
            return circle(examples, width, height);
        }
        if (nodes <= COMPACT) {
            return compact(examples, width, height);
        }
        return groups.isEmpty() ? grid(nodes, width, height) : blocks(groups, width, height);
    }

    private static Arrangement circle(List<Integer> examples, double width, double height) {
        int n = Math.max(1, examples.size());
        double hub = hub(width, height);
        double writing = 36;
        double radius = Math.min(50, Math.min(width, height - writing) * 0.105);
        Oval oval = oval(width, height, radius, writing);
        double spacing = oval.perimeter() / n;
        radius = Math.max(SMALLEST, Math.min(radius, (spacing - 10) * 0.42));
        List<double[]> points = oval(width, height, radius, writing).spread(n);
        while (radius > CROWDED && writtenOver(points, radius, writing)) {
            radius *= 0.95;
            points = oval(width, height, radius, writing).spread(n);
        }
        double room = Math.max(2 * radius + 16, Math.min(190, spacing - 8));
        return new Arrangement(
                Form.CIRCLE,
                oval.x,
                oval.y,
                hub,
                seats(examples, points, radius, room),
                Lettering.FULL);
    }

    /** Whether a circle lies on the writing below another. */
    private static boolean writtenOver(List<double[]> points, double radius, double writing) {
        for (double[] above : points) {
            for (double[] below : points) {
                double down = below[1] - above[1] - radius - writing;
                double aside = Math.max(0, Math.abs(below[0] - above[0]) - HALF_SCORE);
                if (below[1] > above[1] && Math.hypot(Math.max(0, down), aside) < radius) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Arrangement compact(List<Integer> examples, double width, double height) {
        int n = examples.size();
        double writing = 18;
        double radius = Math.min(30, Math.min(width, height) * 0.05);
        Oval outer = oval(width, height, radius, writing);
        double inset = outer.ry < 150 ? 0.6 : 0.66;
        Oval inner = new Oval(outer.x, outer.y, outer.rx * inset, outer.ry * inset);
        double spacing = inner.perimeter() / Math.ceil(n / 2.0);
        double between = outer.ry * (1 - inset) - writing;
        boolean named = spacing >= 56;
        double fitting = named ? (spacing - writing - 2) / 2 : spacing * 0.4;
        radius = Math.max(SMALLEST, Math.min(radius, Math.min(fitting, between * 0.45)));
        List<double[]> far = outer.spread((n + 1) / 2);
        List<double[]> near = inner.turned(0.5, n / 2);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            points.add(i % 2 == 0 ? far.get(i / 2) : near.get(i / 2));
        }
        return new Arrangement(
                Form.COMPACT,
                outer.x,
                outer.y,
                Math.min(hub(width, height), inner.ry * 0.42),
                seats(examples, points, radius, spacing),
                named ? Lettering.SHORT : Lettering.NONE);
    }

    private static Arrangement grid(int nodes, double width, double height) {
        double hub = above(height);
        double top = top(hub);
        double wide = Math.max(1, width - 2 * PAD);
        double high = Math.max(1, height - top - PAD);
        int columns = 1;
        double side = 0;
        for (int c = 1; c <= nodes; c++) {
            double fitting = Math.min(wide / c, high / Math.ceil((double) nodes / c));
            if (fitting > side) {
                side = fitting;
                columns = c;
            }
        }
        side = Math.min(side, 72);
        columns = Math.min(nodes, Math.max(columns, (int) (wide / side)));
        int rows = (nodes + columns - 1) / columns;
        columns = (nodes + rows - 1) / rows;
        double left = (width - columns * side) / 2;
        double under = top + Math.max(0, (high - rows * side) / 2);
        List<Seat> seats = new ArrayList<>(nodes);
        for (int i = 0; i < nodes; i++) {
            double x = left + (i % columns + 0.5) * side;
            double y = under + (i / columns + 0.5) * side;
            seats.add(cell(x, y, side));
        }
        return grid(width, hub, seats, side);
    }

    private static Arrangement blocks(List<List<Integer>> groups, double width, double height) {
        double hub = above(height);
        double wide = Math.max(1, width - 2 * PAD);
        double high = Math.max(1, height - top(hub) - PAD);
        Blocks blocks = Blocks.within(groups, wide, high);
        List<Seat> seats = new ArrayList<>();
        for (double[] place : blocks.places(groups, width, high, top(hub))) {
            seats.add(cell(place[0], place[1], blocks.side()));
        }
        return grid(width, hub, seats, blocks.side());
    }

    private static Arrangement grid(double width, double hub, List<Seat> seats, double side) {
        Lettering lettering =
                side >= 56 ? Lettering.FULL : side >= 34 ? Lettering.SHORT : Lettering.NONE;
        return new Arrangement(Form.GRID, width / 2, PAD + hub, hub, seats, lettering);
    }

    private static Seat cell(double x, double y, double side) {
        return new Seat(x, y, side / 2 - Math.max(0.5, side * 0.05), side);
    }

    /** Radius of the coordinator above a grid. */
    private static double above(double height) {
        return Math.max(22, Math.min(38, height * 0.075));
    }

    /** Room for it and its word. */
    private static double top(double hub) {
        return 2 * hub + 3 * PAD + 16;
    }

    private static List<Seat> seats(
            List<Integer> examples, List<double[]> points, double radius, double room) {
        double most = Math.max(1, examples.stream().mapToInt(Integer::intValue).max().orElse(1));
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            double own = Math.max(SMALLEST, radius * Math.sqrt(examples.get(i) / most));
            seats.add(new Seat(points.get(i)[0], points.get(i)[1], own, room));
        }
        return List.copyOf(seats);
    }

    private static double hub(double width, double height) {
        return Math.max(26, Math.min(54, Math.min(width, height) * 0.105));
    }

    private static Oval oval(double width, double height, double radius, double writing) {
        double rx = Math.max(10, width / 2 - Math.max(radius, 44) - PAD);
        double ry = Math.max(10, (height - writing) / 2 - radius - PAD);
        return new Oval(width / 2, (height - writing) / 2, Math.min(rx, ry * 2.3), ry);
    }

    /** An ellipse that hands out places at even distances along its line, from the top. */
    private record Oval(double x, double y, double rx, double ry) {
        private static final int FINE = 2880;

        double perimeter() {
            double sum = 0;
            for (int i = 0; i < FINE; i++) {
                sum += piece(i);
            }
            return sum;
        }

        List<double[]> spread(int count) {
            return turned(0, count);
        }

        /** As spread, turned on by that share of a place. */
        List<double[]> turned(double turn, int count) {
            double each = perimeter() / Math.max(1, count);
            List<double[]> points = new ArrayList<>();
            double walked = 0;
            for (int i = 0; i < FINE && points.size() < count; i++) {
                if (walked >= (points.size() + turn) * each - 1e-9) {
                    points.add(at(i));
                }
                walked += piece(i);
            }
            while (points.size() < count) {
                points.add(at(FINE - 1));
            }
            return points;
        }

        private double piece(int i) {
            double[] a = at(i);
            double[] b = at(i + 1);
            return Math.hypot(b[0] - a[0], b[1] - a[1]);
        }

        private double[] at(int i) {
            double angle = -Math.PI / 2 + 2 * Math.PI * i / FINE;
            return new double[] {x + rx * Math.cos(angle), y + ry * Math.sin(angle)};
        }
    }
}
