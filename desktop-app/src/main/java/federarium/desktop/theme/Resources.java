package federarium.desktop.theme;

import java.net.URL;

/** Files that are packed with the application. */
final class Resources {
    private Resources() {}

    static String url(String path) {
        URL url = Resources.class.getResource(path);
        if (url == null) {
            throw new IllegalStateException(path + " is not packed with the application");
        }
        return url.toExternalForm();
    }
}
