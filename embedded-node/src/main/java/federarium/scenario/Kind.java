package federarium.scenario;

import java.util.List;

/** The type of a setting: which values it takes, in words that finish "allowed: …". */
public sealed interface Kind {

    boolean accepts(Value value);

    String allowed();

    /** Any text on one line. */
    record Text() implements Kind {
        @Override
        public boolean accepts(Value value) {
            return !value.isList() && !value.text().isBlank();
        }

        @Override
        public String allowed() {
            return "a text";
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements Kind {
        @Override
        public boolean accepts(Value value) {
            return !value.isList() && words.contains(value.text());
        }

        @Override
        public String allowed() {
            return String.join(", ", words);
        }
    }

    /** A whole number from min to max. */
    record Whole(long min, long max) implements Kind {
        @Override
        public boolean accepts(Value value) {
            return !value.isList() && acceptsText(value.text());
        }

        boolean acceptsText(String text) {
            try {
                long number = Long.parseLong(text);
                return number >= min && number <= max;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public String allowed() {
            if (min == Long.MIN_VALUE && max == Long.MAX_VALUE) {
                return "a whole number of 64 bits";
            }
            return "a whole number from " + min + " to " + max;
        }
    }

    /** A number from min to max, written as Java reads doubles; min itself may be excluded. */
    record Real(double min, boolean minIncluded, double max) implements Kind {
        @Override
        public boolean accepts(Value value) {
            try {
                double number = Double.parseDouble(value.text());
                return !value.isList()
                        && (minIncluded ? number >= min : number > min)
                        && number <= max;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public String allowed() {
            if (min == max) {
                return Decimals.plain(min);
            }
            return "a number "
                    + (minIncluded ? "from " : "above ")
                    + Decimals.plain(min)
                    + (max == Double.MAX_VALUE ? "" : " to " + Decimals.plain(max));
        }
    }

    /** true or false. */
    record Flag(List<String> words) implements Kind {
        @Override
        public boolean accepts(Value value) {
            return !value.isList() && words.contains(value.text());
        }

        @Override
        public String allowed() {
            return String.join(" or ", words);
        }
    }

    /** A list of whole numbers. */
    record Wholes(Whole each) implements Kind {
        @Override
        public boolean accepts(Value value) {
            return value.isList() && value.items().stream().allMatch(each::acceptsText);
        }

        @Override
        public String allowed() {
            return "a list such as [200, 200], each " + each.allowed();
        }
    }

    /** A list, not empty, of some of a few numbers. */
    record Numbers(List<String> numbers) implements Kind {

        @Override
        public boolean accepts(Value value) {
            return value.isList()
                    && !value.items().isEmpty()
                    && value.items().stream().allMatch(this::acceptsText);
        }

        private boolean acceptsText(String text) {
            try {
                double number = Double.parseDouble(text);
                return numbers.stream().anyMatch(each -> Double.parseDouble(each) == number);
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public String allowed() {
            return "a list of some of " + String.join(", ", numbers);
        }
    }

    /** So many nodes, or a list of their ids. */
    record Nodes() implements Kind {
        private static final Whole COUNT = new Whole(1, 100_000);

        @Override
        public boolean accepts(Value value) {
            return value.isList() || COUNT.accepts(value);
        }

        @Override
        public String allowed() {
            return COUNT.allowed() + ", or a list such as [c02, c05]";
        }
    }

    /** A list of texts. */
    record Texts() implements Kind {
        @Override
        public boolean accepts(Value value) {
            return value.isList();
        }

        @Override
        public String allowed() {
            return "a list such as [age, height]";
        }
    }
}
