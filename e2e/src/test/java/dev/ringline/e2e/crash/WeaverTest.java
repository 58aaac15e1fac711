package dev.ringline.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeaverTest {

    private static final CrashPoint BEFORE = CrashPoint.ANSWER_NOT_STORED;
    private static final CrashPoint AFTER = CrashPoint.ANSWER_TOLD;

    /** Has a method of the name that the points name, with two ways out. */
    private static final class Store {

        int store(boolean fresh) {
            return fresh ? 1 : Math.abs(hashCode());
        }
    }

    /** Has no such method. */
    private static final class Renamed {}

    @Test
    void marksTheBeginningAndEveryWayOut() throws IOException {
        // When
        var woven = Weaver.woven(bytes(Store.class), List.of(BEFORE, AFTER), loader());

        // Then
        assertThat(ClassFile.of().verify(woven)).isEmpty();
        assertThat(constants(woven)).startsWith(BEFORE.site()).endsWith(AFTER.site());
    }

    @Test
    void refusesAPointWhoseMethodIsGone() throws IOException {
        // Given
        var bytes = bytes(Renamed.class);

        // When, Then
        assertThatThrownBy(() -> Weaver.woven(bytes, List.of(BEFORE), loader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ANSWER_NOT_STORED");
    }

    private static List<Object> constants(byte[] woven) {
        return ClassFile.of().parse(woven).methods().stream()
                .filter(method -> method.methodName().equalsString("store"))
                .flatMap(method -> method.code().orElseThrow().elementStream())
                .filter(ConstantInstruction.class::isInstance)
                .<Object>map(element -> ((ConstantInstruction) element).constantValue())
                .filter(String.class::isInstance)
                .toList();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (var bytes = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return bytes.readAllBytes();
        }
    }

    private static ClassLoader loader() {
        return WeaverTest.class.getClassLoader();
    }
}
