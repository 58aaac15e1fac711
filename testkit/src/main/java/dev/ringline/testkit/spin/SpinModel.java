package dev.ringline.testkit.spin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * A model written in Promela. Its promises are named booleans that it asserts; its bounds, and the variants in which a rule
 * of the protocol is missing, are macros.
 *
 * <p>Spin writes a verifier in C, which is compiled and run: {@code spin} and {@code cc} must be on the path.
 */
public final class SpinModel {

    /** The system property that asks for the searches that take minutes. */
    public static final String LARGE = "ringline.models.large";

    /** Most searches are over sooner than a compiler that optimises. */
    private static final String OPTIMISATION = Boolean.getBoolean(LARGE) ? "-O2" : "-O0";

    private static final long LIMIT_MINUTES = 20;

    private static final Pattern BROKEN =
            Pattern.compile("(?m)^pan:1: (?:assertion violated )?(.+) \\(at depth \\d+\\)$");

    private static final Pattern INCOMPLETE =
            Pattern.compile("Search not completed|max search depth too small|out of memory");

    private final Path model;
    private final String spin;

    private SpinModel(Path model, String spin) {
        this.model = model;
        this.spin = spin;
    }

    /** @param model in the folder of the module under test */
    public static SpinModel at(Path model) {
        return new SpinModel(model, "spin");
    }

    static SpinModel searchedBy(String spin, Path model) {
        return new SpinModel(model, spin);
    }

    /**
     * What a search found.
     *
     * @param brokenPromise the name of the assertion that does not hold, or what else is wrong with the model's execution
     * @param isComplete whether every state was seen; a search ends at the first thing that is wrong
     * @param report the verifier's figures, and step by step the way to what is wrong
     */
    public record Search(Optional<String> brokenPromise, boolean isComplete, String report) {}

    /**
     * Searches every state.
     *
     * @param macros bounds and variants, such as {@code EVENTS=4} or {@code MARK_BEFORE_ACK}
     */
    public Search search(String... macros) {
        try {
            Path folder = Files.createTempDirectory("ringline-model-");
            try {
                return searchIn(folder, List.of(macros));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No folder to search " + model + " in", e);
        }
    }

    private Search searchIn(Path folder, List<String> macros) throws IOException {
        String name = model.getFileName().toString();
        Files.copy(model, folder.resolve(name));
        List<String> defined = macros.stream().map(macro -> "-D" + macro).toList();
        run(folder, command(spin, List.of("-a"), defined, List.of(name)));
        run(folder, List.of("cc", OPTIMISATION, "-w", "-DSAFETY", "-DCOLLAPSE", "-DMEMLIM=4096", "-o", "pan", "pan.c"));
        String found = run(folder, List.of("./pan", "-m100000"));
        Optional<String> broken =
                BROKEN.matcher(found).results().map(SpinModel::promise).findFirst();
        String way = broken.isPresent() ? run(folder, command(spin, List.of("-t", "-p"), defined, List.of(name))) : "";
        return new Search(broken, !INCOMPLETE.matcher(found).find(), found + way);
    }

    private static String promise(MatchResult broken) {
        return broken.group(1);
    }

    private static List<String> command(String program, List<String> options, List<String> macros, List<String> rest) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(options);
        command.addAll(macros);
        command.addAll(rest);
        return command;
    }

    private static String run(Path folder, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = start(folder, command, output);
        try {
            boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
            String said = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException("%s failed:%n%s".formatted(String.join(" ", command), said));
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path folder, List<String> command, Path output) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "%s cannot be started: the models need the package spin and a C compiler; ./ringline test installs them."
                            .formatted(command.getFirst()),
                    e);
        }
    }
}
