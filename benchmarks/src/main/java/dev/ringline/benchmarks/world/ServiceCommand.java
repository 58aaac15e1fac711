package dev.ringline.benchmarks.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a service of the stack was started: further ones, and the floors, are started alike.
 *
 * @param jvm the Java program and its flags
 * @param jar the application
 * @param arguments of the application
 */
public record ServiceCommand(List<String> jvm, String jar, List<String> arguments) {

    private static final String JAR = "-jar";
    private static final String HEAP = "-Xmx";

    public ServiceCommand {
        jvm = List.copyOf(jvm);
        arguments = List.copyOf(arguments);
    }

    static ServiceCommand of(ProcessHandle process) {
        var info = process.info();
        if (info.command().isEmpty() || info.arguments().isEmpty()) {
            throw new IllegalStateException("This system does not tell how process " + process.pid() + " was started");
        }
        return of(Stream.concat(
                        info.command().stream(), Stream.of(info.arguments().get()))
                .toList());
    }

    static ServiceCommand of(List<String> line) {
        int jar = line.indexOf(JAR);
        if (jar < 0 || jar + 1 == line.size()) {
            throw new IllegalArgumentException("No application in " + line);
        }
        return new ServiceCommand(line.subList(0, jar), line.get(jar + 1), line.subList(jar + 2, line.size()));
    }

    /** The value of {@code --name=value}. */
    String value(String name) {
        String prefix = "--" + name + "=";
        return arguments.stream()
                .filter(argument -> argument.startsWith(prefix))
                .findFirst()
                .map(argument -> argument.substring(prefix.length()))
                .orElseThrow(() -> new IllegalArgumentException("No " + name + " among " + arguments));
    }

    /** The same with this value of {@code --name}, whether or not it had one. */
    public ServiceCommand with(String name, String value) {
        String prefix = "--" + name + "=";
        List<String> changed = new ArrayList<>(arguments);
        changed.replaceAll(argument -> argument.startsWith(prefix) ? prefix + value : argument);
        if (!changed.contains(prefix + value)) {
            changed.add(prefix + value);
        }
        return new ServiceCommand(jvm, jar, changed);
    }

    /** The same with a heap of at most so many megabytes. */
    public ServiceCommand heap(int megabytes) {
        Stream<String> others = jvm.stream().filter(flag -> !flag.startsWith(HEAP));
        return new ServiceCommand(
                Stream.concat(others, Stream.of(HEAP + megabytes + "m")).toList(), jar, arguments);
    }

    List<String> line() {
        return Stream.of(jvm, List.of(JAR, jar), arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** Another program on the same kind of JVM. */
    List<String> line(String classPath, Class<?> program, List<String> otherArguments) {
        return Stream.of(jvm, List.of("-cp", classPath, program.getName()), otherArguments)
                .flatMap(List::stream)
                .toList();
    }
}
