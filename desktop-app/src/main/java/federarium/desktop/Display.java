package federarium.desktop;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;

/** Whether this machine can show a window. JavaFX itself would answer with a stack trace. */
enum Display {
    READY,
    /** Linux without an X display, such as a server or a container. */
    NO_DISPLAY,
    /** A display, but not the toolkit that JavaFX draws windows with. */
    NO_TOOLKIT;

    private static final String TOOLKIT = "libgtk-3.so.0";

    static Display ofThisMachine() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        boolean headlessPlatform = System.getProperty("glass.platform") != null;
        if (!linux || headlessPlatform) {
            return READY;
        }
        String display = System.getenv("DISPLAY");
        if (display == null || display.isBlank()) {
            return NO_DISPLAY;
        }
        return hasToolkit() ? READY : NO_TOOLKIT;
    }

    private static boolean hasToolkit() {
        try (Arena arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup(TOOLKIT, arena).find("gtk_init_check").isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
