import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints the ten slowest test classes of a build, so that a class that slows everybody down is seen at once. */
final class SlowestTests {
    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*?\\bname=\"([^\"]+)\" time=\"([0-9.,]+)\"");
    private static final int SHOWN = 10;

    private record Suite(String module, String name, double seconds) {}

    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        List<Suite> suites;
        try (var files = Files.find(root, 6, (file, ignored) -> isReport(file))) {
            suites = files.flatMap(file -> suiteIn(root, file)).toList();
        }
        System.out.printf("Slowest of %d test classes (%.0f s in all):%n", suites.size(), total(suites));
        suites.stream()
                .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
                .limit(SHOWN)
                .forEach(suite -> System.out.printf("%7.1f s  %s (%s)%n", suite.seconds(), suite.name(), suite.module()));
    }

    private static boolean isReport(Path file) {
        return file.getParent().endsWith("target/surefire-reports")
                && file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    private static Stream<Suite> suiteIn(Path root, Path report) {
        try {
            var suite = SUITE.matcher(Files.readString(report));
            var module = root.relativize(report).getName(0).toString();
            return suite.find()
                    ? Stream.of(new Suite(module, suite.group(1), Double.parseDouble(suite.group(2).replace(",", ""))))
                    : Stream.empty();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static double total(List<Suite> suites) {
        return suites.stream().mapToDouble(Suite::seconds).sum();
    }
}
