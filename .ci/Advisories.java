import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Asks the database of open source vulnerabilities (osv.dev) about each library of a bill of materials, and fails if one has a
 * published hole. Where the database cannot be reached it says so and fails nothing.
 */
final class Advisories {
    private static final Pattern LIBRARY = Pattern.compile("\"purl\" *: *\"(pkg:maven/[^\"?]+)");
    private static final Pattern ADVISORY = Pattern.compile("\"id\" *: *\"((?:GHSA|CVE)-[^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI database;

    private Advisories(URI database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var libraries = libraries(Path.of(arguments[0]));
        var advisories = new Advisories(URI.create(arguments.length > 1 ? arguments[1] : "https://api.osv.dev/v1/query"));
        int holes = 0;
        for (var library : libraries) {
            List<String> found;
            try {
                found = advisories.of(library);
            } catch (IOException unreachable) {
                System.out.println("WARNING: dependencies not checked, " + advisories.database + " is not reachable: " + unreachable);
                return;
            }
            if (!found.isEmpty()) {
                System.out.println(library + " has published holes: " + String.join(", ", found));
                holes++;
            }
        }
        System.out.println(libraries.size() + " libraries checked, " + holes + " with published holes");
        if (holes > 0) {
            System.exit(1);
        }
    }

    private static TreeSet<String> libraries(Path bill) throws IOException {
        var libraries = new TreeSet<String>();
        LIBRARY.matcher(Files.readString(bill)).results().map(found -> found.group(1)).forEach(libraries::add);
        libraries.removeIf(library -> library.startsWith("pkg:maven/dev.ashlar/"));
        if (libraries.isEmpty()) {
            throw new IllegalStateException("No libraries in " + bill + ".");
        }
        return libraries;
    }

    private List<String> of(String library) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(database)
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString("{\"package\":{\"purl\":\"" + library + "\"}}"))
                .build();
        var answer = http.send(question, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return ADVISORY.matcher(answer.body()).results().map((MatchResult found) -> found.group(1)).distinct().toList();
    }
}
