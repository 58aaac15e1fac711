package dev.ringline.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures for people, as columns of text. */
public final class Table {

    private static final List<String> HEAD = List.of("row", "figure", "median", "worst run", "aim", "");

    private Table() {}

    public static String of(List<Figure> figures) {
        List<List<String>> lines = Stream.concat(
                        Stream.of(HEAD), figures.stream().map(Table::line))
                .toList();
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .mapToObj(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n"));
    }

    private static List<String> line(Figure figure) {
        return List.of(
                figure.row(),
                figure.name(),
                figure.unit().show(figure.median()),
                figure.unit().show(figure.worst()),
                figure.shownAim(),
                figure.verdict());
    }

    /** Words to the left, numbers to the right. */
    private static String padded(List<String> line, List<Integer> widths) {
        return IntStream.range(0, line.size())
                .mapToObj(column -> {
                    String space =
                            " ".repeat(widths.get(column) - line.get(column).length());
                    boolean number = column == 2 || column == 3;
                    return number ? space + line.get(column) : line.get(column) + space;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
