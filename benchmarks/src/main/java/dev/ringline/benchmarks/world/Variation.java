package dev.ringline.benchmarks.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/** A document like another one, about others: names are replaced wherever they stand, inside stored events too. */
final class Variation {

    private Variation() {}

    static Document of(Document template, Map<String, String> names) {
        Document varied = new Document();
        template.forEach((field, value) -> varied.append(field, value(value, names)));
        return varied;
    }

    private static Object value(Object value, Map<String, String> names) {
        return switch (value) {
            case String text -> names.getOrDefault(text, text);
            case Document document -> of(document, names);
            case List<?> list -> list.stream().map(each -> value(each, names)).toList();
            case Binary binary -> new Binary(binary.getType(), text(binary.getData(), names));
            default -> value;
        };
    }

    private static byte[] text(byte[] data, Map<String, String> names) {
        String text = new String(data, StandardCharsets.UTF_8);
        for (var name : names.entrySet()) {
            text = text.replace("\"" + name.getKey() + "\"", "\"" + name.getValue() + "\"");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
