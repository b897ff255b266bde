package federarium.model.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Dl4jTest {

    @Test
    void loadsOnceHoweverOftenItIsAsked() {
        Dl4j.preload();
        Dl4j.load();
        Dl4j.load();
    }

    @Test
    void saysInOneLineThatTheLibraryIsMissing() throws Exception {
        try (URLClassLoader bare = new WithoutNd4j()) {
            InvocationTargetException failure =
                    assertThrows(
                            InvocationTargetException.class,
                            () ->
                                    bare.loadClass(Dl4j.class.getName())
                                            .getMethod("load")
                                            .invoke(null));

            Throwable refusal = assertInstanceOf(RuntimeException.class, failure.getCause());
            assertEquals("BadInputException", refusal.getClass().getSimpleName());
            assertEquals(
                    "compute: Deeplearning4j can't load its native library"
                            + " (org.nd4j.linalg.factory.Nd4j); allowed: vector, with a dense or"
                            + " logistic model",
                    refusal.getMessage());
        }
    }

    @Test
    void aFactoryTellsItsStartWithoutTheLibrary() throws Exception {
        try (URLClassLoader bare = new WithoutNd4j()) {
            Method start = bare.loadClass(Training.class.getName()).getDeclaredMethod("start");
            start.setAccessible(true);

            assertEquals(Training.start(), start.invoke(null));
        }
    }

    @Test
    void bitsDoNotDependOnTheThreadsThatTheEnvironmentAllows() throws Exception {
        String here = Training.fingerprint();

        assertEquals(here, inAnotherJvm("2"));
    }

    private static String inAnotherJvm(String ompThreads) throws Exception {
        ProcessBuilder java =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Training.class.getName());
        java.environment().put("OMP_NUM_THREADS", ompThreads);
        java.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = java.start();
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Our classes, and none of ND4J, Deeplearning4j and JavaCPP. */
    private static final class WithoutNd4j extends URLClassLoader {
        WithoutNd4j() throws Exception {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls() throws Exception {
            List<String> paths =
                    Arrays.stream(
                                    System.getProperty("java.class.path")
                                            .split(File.pathSeparator, -1))
                            .filter(path -> !path.matches(".*(nd4j|deeplearning4j|bytedeco).*"))
                            .toList();
            URL[] urls = new URL[paths.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = Path.of(paths.get(i)).toUri().toURL();
            }
            return urls;
        }
    }
}
